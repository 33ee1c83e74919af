import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mergeText } from './wording.ts';

/** More words than a call may have arguments. */
const many = 200_000;

const words = (word: (n: number) => string): string =>
  `${Array.from({ length: many }, (_, n) => word(n)).join(' ')}.`;

const alternating =
  (odd: string, even: string) =>
  (n: number): string =>
    `${n % 2 === 0 ? even : odd}${n}`;

test('a text of any length is merged, also where both have rewritten all of it', () => {
  const cases = [
    [words((n) => `ord${n % 7}`), words((n) => `vart${n % 7}`), words((n) => `deras${n % 7}`)],
    [words((n) => `ord${n}`), words(alternating('vart', 'ord')), words(alternating('ord', 'deras'))],
  ] as const;
  for (const [base, ours, theirs] of cases) {
    const merged = mergeText({ base, ours, theirs });
    assert.ok(!merged.clean);
  }
});
