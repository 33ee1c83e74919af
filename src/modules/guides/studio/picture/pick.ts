import { between, isArea, rounded, type Area } from '../../media/picture/area.ts';

/** Widths, in CSS pixels, that the picture is shown at to be clicked in; a screen shows one of them. */
export const pickWidths = [280, 600, 832] as const;

/** The name of the picture shown that wide: a click in it sends the name with `.x` and `.y`. */
export const pickName = (width: number): string => `bild${width}`;

export type Corner = readonly [x: number, y: number];

type Fields = Readonly<Record<string, string>>;

const wholeIn = (fields: Fields, name: string): number | null => {
  const text = fields[name] ?? '';
  return /^\d{1,5}$/.test(text) ? Number(text) : null;
};

/** Where somebody clicked, in per cent of the picture; null where nobody did. */
export function clicked(
  fields: Fields,
  size: { readonly width: number; readonly height: number },
): Corner | null {
  for (const width of pickWidths) {
    const [x, y] = [wholeIn(fields, `${pickName(width)}.x`), wholeIn(fields, `${pickName(width)}.y`)];
    if (x === null || y === null) continue;
    const height = shownHeight(width, size);
    return [Math.min(100, rounded((x / width) * 100)), Math.min(100, rounded((y / height) * 100))];
  }
  return null;
}

/** How high the picture is when it is shown that wide. */
export const shownHeight = (
  width: number,
  size: { readonly width: number; readonly height: number },
): number => Math.max(1, Math.round((width * size.height) / size.width));

/** A number as it is typed, with comma or point; null for anything else. */
function percentIn(text: string): number | null {
  const plain = text.trim().slice(0, 40).replace(/\s*%$/, '').replace(',', '.');
  return /^\d{1,3}(?:\.\d{1,6})?$/.test(plain) ? Number(plain) : null;
}

export const areaNames = { x: 'x', y: 'y', width: 'bredd', height: 'hojd' } as const;

/** What is typed in the four fields. */
export type TypedArea = Readonly<Record<keyof Area, string>>;

export const typedIn = (fields: Fields): TypedArea => ({
  x: fields[areaNames.x] ?? '',
  y: fields[areaNames.y] ?? '',
  width: fields[areaNames.width] ?? '',
  height: fields[areaNames.height] ?? '',
});

/** The part that the fields say; null where they say none. What goes a little over the edge ends at it. */
export function areaIn(typed: TypedArea): Area | null {
  const [x, y] = [percentIn(typed.x), percentIn(typed.y)];
  const [width, height] = [percentIn(typed.width), percentIn(typed.height)];
  if (x === null || y === null || width === null || height === null || x > 100 || y > 100) return null;
  const area = between([x, y], [x + width, y + height]);
  return isArea(area) ? area : null;
}

export const typedOf = (area: Area): TypedArea => ({
  x: asTyped(area.x),
  y: asTyped(area.y),
  width: asTyped(area.width),
  height: asTyped(area.height),
});

const asTyped = (value: number): string => String(value).replace('.', ',');

/** The first corner, as it goes along in the address. */
export function cornerIn(text: string): Corner | null {
  const found = /^(\d{1,3}(?:\.\d{1,2})?)-(\d{1,3}(?:\.\d{1,2})?)$/.exec(text);
  const [x, y] = [Number(found?.[1] ?? 101), Number(found?.[2] ?? 101)];
  return x <= 100 && y <= 100 ? [x, y] : null;
}

export const cornerText = ([x, y]: Corner): string => `${x}-${y}`;

/** The field of what a mark says, by language. */
export const labelName = (language: string): string => `text-${language}`;
