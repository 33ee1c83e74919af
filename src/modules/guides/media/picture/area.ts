/** A part of a picture, in per cent of its width and height. */
export type Area = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** The same in whole pixels. */
export type Box = {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
};

type Size = { readonly width: number; readonly height: number };

/** The smallest part that can be worked on, in per cent. */
const least = 0.5;

/** Whether it is a part of the picture that can be seen. */
export const isArea = ({ x, y, width, height }: Area): boolean =>
  x >= 0 && y >= 0 && width >= least && height >= least && x + width <= 100 && y + height <= 100;

/** Two decimals are a fifth of a pixel of the largest picture. */
export const rounded = (value: number): number => Math.round(value * 100) / 100;

const inside = (value: number): number => Math.min(100, Math.max(0, value));

/** The part between two corners, whichever they are; what lies outside the picture is left out. */
export function between(one: readonly [number, number], other: readonly [number, number]): Area {
  const [x1, x2] = [inside(one[0]), inside(other[0])].toSorted((a, b) => a - b);
  const [y1, y2] = [inside(one[1]), inside(other[1])].toSorted((a, b) => a - b);
  const [x, y] = [rounded(x1 ?? 0), rounded(y1 ?? 0)];
  return { x, y, width: rounded((x2 ?? 0) - x), height: rounded((y2 ?? 0) - y) };
}

/** Every pixel that the part touches. */
export function boxOf(area: Area, { width, height }: Size): Box {
  const left = Math.min(width - 1, Math.floor((area.x / 100) * width));
  const top = Math.min(height - 1, Math.floor((area.y / 100) * height));
  const right = Math.min(width, Math.max(left + 1, Math.ceil(((area.x + area.width) / 100) * width)));
  const bottom = Math.min(height, Math.max(top + 1, Math.ceil(((area.y + area.height) / 100) * height)));
  return { left, top, width: right - left, height: bottom - top };
}

/** Where a part of the whole picture stands when only `kept` is left; null when nothing of it is left to see. */
export function within(part: Area, kept: Area): Area | null {
  const across = (value: number): number => ((value - kept.x) / kept.width) * 100;
  const down = (value: number): number => ((value - kept.y) / kept.height) * 100;
  const left = between(
    [across(part.x), down(part.y)],
    [across(part.x + part.width), down(part.y + part.height)],
  );
  return isArea(left) ? left : null;
}
