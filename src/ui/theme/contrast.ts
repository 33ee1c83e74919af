type Channels = readonly [number, number, number];

const channels = (hex: string): Channels => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16),
];

const linear = (channel: number): number => {
  const part = channel / 255;
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
};

function luminance(hex: string): number {
  const [red, green, blue] = channels(hex);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** Contrast between two colours (`#rrggbb`), from 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** The colour with another saturation (0 to 1), its hue and lightness kept (HSL, CSS Color 4). */
export function saturate(hex: string, saturation: number): string {
  const parts = channels(hex).map((channel) => channel / 255);
  const [low, high] = [Math.min(...parts), Math.max(...parts)];
  const light = (low + high) / 2;
  if (high === low) return hex;
  const reach = saturation * Math.min(light, 1 - light);
  const spread = (part: number): number => light - reach + ((part - low) / (high - low)) * 2 * reach;
  return toHex(parts.map((part) => spread(part) * 255));
}

/** How vivid a colour is, from 0 to 1 (HSL). */
export function saturation(hex: string): number {
  const parts = channels(hex).map((channel) => channel / 255);
  const [low, high] = [Math.min(...parts), Math.max(...parts)];
  const light = (low + high) / 2;
  return high === low ? 0 : (high - low) / (2 * Math.min(light, 1 - light));
}

const toHex = (parts: readonly number[]): string =>
  `#${parts.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

/** `share` (0 to 1) of the way from one colour to another. */
export function mix(from: string, to: string, share: number): string {
  const [start, end] = [channels(from), channels(to)];
  return toHex(start.map((channel, index) => channel + ((end[index] ?? channel) - channel) * share));
}
