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
LETTERS = [*range(0x20, 0x7F), *map(ord, "åäöÅÄÖéÉüÜáÁèàçøØæÆ§°–—’”“…•·×½²³«»€\u00a0\u00ad\u2212")]
FEATURES = ["kern", "liga", "tnum", "lnum", "pnum", "ccmp", "locl"]

CUTS = {
    "sans": ("source-sans-3", "wght-normal", {"wght": (400, 650)}),
    "sans-italic": ("source-sans-3", "wght-italic", {"wght": 400}),
    "serif-heading": ("source-serif-4", "opsz-normal", {"wght": 600, "opsz": 32}),
    "serif-text": ("source-serif-4", "opsz-normal", {"wght": 400, "opsz": 14}),
    "serif-italic": ("source-serif-4", "opsz-italic", {"wght": 400, "opsz": 14}),
}


def cut(name: str, package: str, style: str, axes: dict) -> None:
    font = TTFont(SOURCE / package / "files" / f"{package}-latin-{style}.woff2")
    options = subset.Options()
    options.layout_features = FEATURES
    options.hinting = False
    options.name_IDs = ["*"]
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


for name, (package, style, axes) in CUTS.items():
    cut(name, package, style, axes)
