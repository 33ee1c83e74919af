import type { Look } from './browser.ts';

/** A phone and a desk, by day and by night. */
const everyLook: readonly Look[] = [
  { width: 320, scheme: 'light' },
  { width: 320, scheme: 'dark' },
  { width: 1280, scheme: 'light' },
  { width: 1280, scheme: 'dark' },
];

/** Chooses the looks for the next page: all four, or two that together have both widths and both schemes. */
export function looksFor(full: boolean, random: () => number): readonly Look[] {
  if (full) return everyLook;
  const crossed = random() < 0.5 ? ['light', 'dark'] : ['dark', 'light'];
  return everyLook.filter(({ width, scheme }) => scheme === crossed[width === 320 ? 0 : 1]);
}
