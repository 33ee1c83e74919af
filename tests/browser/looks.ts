import type { Look } from './browser.ts';

/** A phone and a desk, by day and by night. */
const everyLook: readonly Look[] = [
  { width: 320, scheme: 'light' },
  { width: 320, scheme: 'dark' },
  { width: 1280, scheme: 'light' },
  { width: 1280, scheme: 'dark' },
];

/**
 * Chooses the looks of a page state: all four; or, for the first state of a page, two that together have both
 * widths and both schemes; or one.
 */
export function looksFor(
  how: { readonly full: boolean; readonly first: boolean },
  random: () => number,
): readonly Look[] {
  if (how.full) return everyLook;
  const crossed = random() < 0.5 ? ['light', 'dark'] : ['dark', 'light'];
  const two = everyLook.filter(({ width, scheme }) => scheme === crossed[width === 320 ? 0 : 1]);
  return how.first ? two : two.slice(random() < 0.5 ? 0 : 1).slice(0, 1);
}
