/** Where a font file lies: cut by ourselves (see subset.py), or whole in a font package. */
export type FontFile = { readonly name: string; readonly from: 'here' | 'source-sans-3' | 'source-serif-4' };

export type Face = {
  readonly family: 'Kommons Sans' | 'Kommons Serif';
  readonly style: 'normal' | 'italic';
  /** One weight or a range of the variable axis. */
  readonly weight: string;
  readonly file: FontFile;
  readonly range: string;
};

/** The letters of subset.py: Swedish, the Nordic neighbours, and the signs that our texts use. */
const swedish =
  'U+20-5B,U+5D,U+5F,U+61-7A,U+A0,U+A7,U+AD,U+B0,U+B7,U+C1,U+C4-C6,U+C9,U+D6-D8,U+DC,U+E0-E1,U+E4-E9,U+F6,U+F8,U+FC,U+2013-2014,U+2019,U+201C-201D,U+2022,U+2026,U+20AC,U+2212';

/** The rest of Latin-1 and general punctuation. */
const latin =
  'U+5C,U+5E,U+60,U+7B-7E,U+A1-A6,U+A8-AC,U+AE-AF,U+B1-B6,U+B8-C0,U+C2-C3,U+C7-C8,U+CA-D5,U+D9-DB,U+DD-DF,U+E2-E3,U+EA-F5,U+F7,U+F9-FB,U+FD-FF,U+131,U+152-153,U+2018,U+201A,U+201E,U+2039-203A,U+2191,U+2193';

/** Sami, Meänkieli and other European languages with Latin letters. */
const latinExt = 'U+100-130,U+132-151,U+154-2BA,U+1E00-1E9F,U+1EF2-1EFF';

const here = (name: string): FontFile => ({ name: `${name}.woff2`, from: 'here' });
const sans = (subset: string, style: string): FontFile => ({
  name: `source-sans-3-${subset}-wght-${style}.woff2`,
  from: 'source-sans-3',
});
const serif = (subset: string, style: string): FontFile => ({
  name: `source-serif-4-${subset}-wght-${style}.woff2`,
  from: 'source-serif-4',
});

/** Faces whose letters lie in several files must give the same weights, or a browser keeps to one of the files. */
const weights = {
  sans: { normal: '400 650', italic: '400' },
  serif: { normal: '400 600', italic: '400' },
} as const;

function cutFaces(style: 'normal' | 'italic'): readonly Face[] {
  const suffix = style === 'italic' ? '-italic' : '';
  return [
    {
      family: 'Kommons Sans',
      style,
      weight: weights.sans[style],
      file: here(`sans${suffix}`),
      range: swedish,
    },
    {
      family: 'Kommons Serif',
      style,
      weight: weights.serif[style],
      file: here(`serif${suffix}`),
      range: swedish,
    },
  ];
}

function wholeFaces(style: 'normal' | 'italic'): readonly Face[] {
  return (['latin', 'latin-ext'] as const).flatMap((subset): readonly Face[] => {
    const range = subset === 'latin' ? latin : latinExt;
    return [
      { family: 'Kommons Sans', style, weight: weights.sans[style], file: sans(subset, style), range },
      { family: 'Kommons Serif', style, weight: weights.serif[style], file: serif(subset, style), range },
    ];
  });
}

/** A browser fetches a file first when the page holds one of its letters. */
export const faces: readonly Face[] = (['normal', 'italic'] as const).flatMap((style) => [
  ...cutFaces(style),
  ...wholeFaces(style),
]);

/** Used by every first view, so fetched with the page. */
export const preloaded: readonly FontFile[] = [here('sans'), here('serif')];
