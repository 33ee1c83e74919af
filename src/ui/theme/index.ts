import { contrast, mix, saturate, saturation } from './contrast.ts';
import { generateColorScale } from './dist/generator.mjs';

/** The colours of a municipality's site in one scheme, as `#rrggbb`. */
export type ThemeColours = {
  readonly accent: string;
  readonly accentHover: string;
  readonly accentActive: string;
  readonly onAccent: string;
  readonly link: string;
  readonly bar: string;
  readonly onBar: string;
};

export type ThemeTokens = { readonly light: ThemeColours; readonly dark: ThemeColours };

/** Two colours that meet: `text` is text on the brand colour, `page` the brand colour on the page. */
export type ContrastFailure = {
  readonly pair: 'text' | 'page';
  readonly contrast: number;
  readonly needed: number;
};

export type ThemeResult =
  | { readonly ok: true; readonly css: string; readonly tokens: ThemeTokens }
  | {
      readonly ok: false;
      readonly failure:
        | { readonly kind: 'not-a-colour' }
        | {
            readonly kind: 'low-contrast';
            readonly pairs: readonly ContrastFailure[];
            /** The nearest tone of the same colour that passes. */
            readonly nearest: string;
          };
    };

const white = '#ffffff';
const ink = '#10151b';
/** What colours stand on in each scheme: the page, and paper or a pointed-at row, whichever is nearer in tone. */
const grounds = { light: [white, '#e9edf0'], dark: ['#192027', '#2b353e'] } as const;

/** WCAG 2.2: 1.4.3 for text, 1.4.11 for what one must see to use. */
const textNeeds = 4.5;
const shapeNeeds = 3;

const least = (colour: string, others: readonly string[]): number =>
  Math.min(...others.map((other) => contrast(colour, other)));

const textOn = (colour: string): string => (contrast(colour, white) >= textNeeds ? white : ink);

/** The colour moved towards another in small steps until it passes. The other itself always does. */
function nudge(colour: string, towards: string, passes: (candidate: string) => boolean): string {
  for (let step = 0; step < 50; step++) {
    const candidate = mix(colour, towards, step / 50);
    if (passes(candidate)) return candidate;
  }
  return towards;
}

/** The generator's dark tones are too grey to tell a link from grey text, so the hue is given back. */
const vivid = 0.55;

function scale(colour: string, scheme: 'light' | 'dark'): (name: string) => string {
  const enough = Math.min(saturation(colour), vivid);
  const toned = (hex: string): string => (scheme === 'dark' ? saturate(hex, enough) : hex);
  const steps = new Map(generateColorScale(colour, scheme).map((step) => [step.name, toned(step.hex)]));
  return (name) => steps.get(name) ?? ink;
}

/** Buttons and links. Hover and active keep the text's colour, so they are moved until it can be read. */
function coloursOn(colour: string, scheme: 'light' | 'dark'): ThemeColours {
  const step = scale(colour, scheme);
  const ground = grounds[scheme];
  const away = scheme === 'light' ? '#000000' : white;
  const accent =
    scheme === 'light'
      ? colour
      : nudge(
          step('base-default'),
          white,
          (c) => contrast(c, ink) >= textNeeds && least(c, ground) >= shapeNeeds,
        );
  const onAccent = scheme === 'light' ? textOn(accent) : ink;
  const readable = (c: string): boolean =>
    contrast(c, onAccent) >= textNeeds && least(c, ground) >= shapeNeeds;
  const keepText = (c: string): string => {
    const nearest = nudge(
      c,
      onAccent === white ? '#000000' : white,
      (d) => contrast(d, onAccent) >= textNeeds,
    );
    return readable(nearest) ? nearest : accent;
  };
  return {
    accent,
    accentHover: keepText(step('base-hover')),
    accentActive: keepText(step('base-active')),
    onAccent,
    link: nudge(step('text-subtle'), away, (c) => least(c, ground) >= textNeeds),
    bar: scheme === 'light' ? accent : step('surface-active'),
    onBar: scheme === 'light' ? onAccent : white,
  };
}

/** What is wrong with a brand colour on a white page; nothing when it may be used. */
function faults(colour: string): readonly ContrastFailure[] {
  const text = Math.max(contrast(colour, white), contrast(colour, ink));
  const page = least(colour, [white]);
  return [
    ...(text < textNeeds ? [{ pair: 'text' as const, contrast: text, needed: textNeeds }] : []),
    ...(page < shapeNeeds ? [{ pair: 'page' as const, contrast: page, needed: shapeNeeds }] : []),
  ];
}

/** The tone with the smallest change that passes: darker or lighter, a hundredth at a time. */
function nearestPassing(colour: string): string {
  for (let step = 1; step <= 100; step++) {
    const found = ['#000000', white]
      .map((end) => mix(colour, end, step / 100))
      .find((candidate) => faults(candidate).length === 0);
    if (found !== undefined) return found;
  }
  return '#000000';
}

const names: Readonly<Record<keyof ThemeColours, string>> = {
  accent: '--k-accent',
  accentHover: '--k-accent-hover',
  accentActive: '--k-accent-active',
  onAccent: '--k-on-accent',
  link: '--k-link',
  bar: '--k-theme-bar',
  onBar: '--k-on-theme-bar',
};

const declarations = (colours: ThemeColours): string =>
  `:root.k-public{${Object.entries(names)
    .map(([key, name]) => `${name}:${new Map(Object.entries(colours)).get(key) ?? ink}`)
    .join(';')}}`;

/**
 * A municipality's theme from its one brand colour (`#rrggbb`), light and dark. Refused when text on
 * the colour has a contrast under 4.5, or the colour against the page under 3 (WCAG 2.2).
 */
export function theme(colour: string): ThemeResult {
  if (!/^#[0-9a-f]{6}$/iu.test(colour)) return { ok: false, failure: { kind: 'not-a-colour' } };
  const brand = colour.toLowerCase();
  const pairs = faults(brand);
  if (pairs.length > 0) {
    return { ok: false, failure: { kind: 'low-contrast', pairs, nearest: nearestPassing(brand) } };
  }
  const tokens: ThemeTokens = { light: coloursOn(brand, 'light'), dark: coloursOn(brand, 'dark') };
  const dark = `@media (prefers-color-scheme:dark){${declarations(tokens.dark)}}`;
  return { ok: true, tokens, css: `${declarations(tokens.light)}${dark}` };
}
