import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { conflictKey } from '../conflict.ts';
import { mergingTheMergedAgainChangesNothing, swappingTheSidesSwapsOnlyTheNames } from '../laws/laws.ts';
import { merge, resolve } from '../merge/merge.ts';
import { normalise } from '../normalise.ts';
import { clean } from './clean.ts';
import { conflicts } from './conflicts.ts';
import type { Golden } from './golden.ts';

function check({ base, ours, theirs, merged, asks = [], suggested }: Golden): void {
  const result = merge({ base, ours, theirs });
  assert.deepEqual(
    result.conflicts.map(({ kind, path }) => `${kind} ${path}`),
    asks,
  );
  assert.equal(result.clean, asks.length === 0);
  assert.deepEqual(result.merged, normalise(merged));

  const answers = Object.fromEntries(
    result.conflicts.map((conflict) => [conflictKey(conflict), { take: 'suggestion' } as const]),
  );
  const resolved = resolve(result, answers);
  assert.ok(resolved.ok, 'the suggestions settle all');
  assert.deepEqual(resolved.definition, normalise(suggested ?? merged));
}

/** The laws hold of every row. Locks have a direction, so that rows with locks are not swapped. */
function checkLaws({ base, ours, theirs }: Golden): void {
  mergingTheMergedAgainChangesNothing(merge, { base, ours, theirs });
  if ([base, ours, theirs].some((each) => JSON.stringify(each).includes('"lock"'))) return;
  swappingTheSidesSwapsOnlyTheNames(merge, { base, ours, theirs });
}

describe('clean', () => {
  for (const golden of clean) test(golden.name, () => check(golden));
});

describe('asked', () => {
  for (const golden of conflicts) test(golden.name, () => check(golden));
});

describe('swapped and again', () => {
  for (const golden of [...clean, ...conflicts]) test(golden.name, () => checkLaws(golden));
});
