"""Cuts the first-view fonts out of the full ones: Swedish letters, the weights in use, fixed optical size.

Needs fonttools and brotli; run from the root of the checkout when a font package changes:
    python3 src/ui/fonts/subset.py
Everything outside these letters comes from the full files of the font packages (see faces.ts).
The licence (OFL-1.1, LICENSE.txt) reserves the name Source, so the cut files carry another name.
"""

from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

SOURCE = Path("node_modules/@fontsource-variable")
TARGET = Path("src/ui/fonts")
RARE = "^`~{}|\\"
PLAIN = [chr(code) for code in range(0x20, 0x7F) if chr(code) not in RARE]
LETTERS = [*map(ord, PLAIN), *map(ord, "åäöÅÄÖéÉüÜáÁèàçøØæÆ§°–—’”“…•·×€\u00a0\u00ad\u2212")]
SANS = ["kern", "tnum", "lnum"]
SERIF = ["kern", "lnum"]

CUTS = {
    "sans": ("source-sans-3", "wght-normal", {"wght": (400, 650)}, SANS),
    "sans-italic": ("source-sans-3", "wght-italic", {"wght": 400}, SANS),
    # One file for headings and for what is read: lighter than two, at an optical size between theirs.
    "serif": ("source-serif-4", "opsz-normal", {"wght": (400, 600), "opsz": 24}, SERIF),
    "serif-italic": ("source-serif-4", "opsz-italic", {"wght": 400, "opsz": 14}, SERIF),
}


def cut(name: str, package: str, style: str, axes: dict, features: list[str]) -> None:
    font = TTFont(SOURCE / package / "files" / f"{package}-latin-{style}.woff2")
    options = subset.Options()
    options.layout_features = features
    options.hinting = False
    options.name_IDs = [1, 2, 3, 4, 6, 13, 14]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=LETTERS)
    cutter.subset(font)
    font = instancer.instantiateVariableFont(font, axes)
    for record in font["name"].names:
        if record.nameID in (1, 3, 4, 6, 16, 25):
            record.string = f"Kommons-{name}" if record.nameID in (3, 6, 25) else f"Kommons {name}"
    font.flavor = "woff2"
    target = TARGET / f"{name}.woff2"
    font.save(target)
    print(target, target.stat().st_size)


for name, (package, style, axes, features) in CUTS.items():
    cut(name, package, style, axes, features)
