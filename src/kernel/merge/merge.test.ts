import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { conflictKey, type Answer, type Conflict } from '../conflict.ts';
import { decline } from '../decline.ts';
import type { Definition } from '../definition.ts';
import { diff } from '../diff.ts';
import { ask, form, having, page, work } from '../golden/golden.ts';
import { merge, resolve, type MergeResult } from './merge.ts';

const [a, b, c] = [ask('a'), ask('b'), ask('c')];

const rule = (condition: string): ReturnType<typeof ask> => ask('b', 'b', { showIf: condition });

/** The one conflict of a merge. */
function conflictOf(result: MergeResult): Conflict {
  const [conflict, ...more] = result.conflicts;
  assert.ok(conflict !== undefined && more.length === 0, 'one conflict');
  return conflict;
}

function answered(result: MergeResult, answer: Answer): Definition {
  const resolution = resolve(result, { [conflictKey(conflictOf(result))]: answer });
  assert.ok(resolution.ok);
  return resolution.definition;
}

describe('answers', () => {
  const both = merge({ base: having('min', 1), ours: having('min', 2), theirs: having('min', 3) });
  const rows: readonly (readonly [Answer, number])[] = [
    [{ take: 'ours' }, 2],
    [{ take: 'theirs' }, 3],
    [{ take: 'base' }, 1],
    [{ take: 'suggestion' }, 3],
    [{ take: 'own', value: 7 }, 7],
  ];
  for (const [answer, value] of rows) {
    test(`both changed: ${answer.take}`, () =>
      assert.deepEqual(answered(both, answer), having('min', value)));
  }

  test('an element is kept or dropped whole', () => {
    const base = work({ pages: [page('p', [a, b])] });
    const result = merge({ base, ours: work({ pages: [page('p', [a, b, c])] }), theirs: work({}) });
    assert.deepEqual(answered(result, { take: 'ours' }), work({ pages: [page('p', [a, b, c])] }));
    assert.deepEqual(answered(result, { take: 'theirs' }), work({}));
  });

  test('an order of one’s own', () => {
    const result = merge({ base: form(a, b, c), ours: form(b, a, c), theirs: form(a, c, b) });
    assert.deepEqual(answered(result, { take: 'own', value: ['c', 'b', 'a'] }), form(c, b, a));
  });

  test('a rule pointed elsewhere leaves the removed element gone', () => {
    const result = merge({ base: form(a, b, c), ours: form(a, rule('a = 1'), c), theirs: form(b, c) });
    assert.deepEqual(answered(result, { take: 'own', value: 'c = 1' }), form(rule('c = 1'), c));
    assert.deepEqual(answered(result, { take: 'theirs' }), form(b, c));
    assert.deepEqual(answered(result, { take: 'ours' }), form(a, rule('a = 1'), c));
  });

  test('an answer may raise a question: their removal taken, a rule names what is gone', () => {
    const result = merge({
      base: form(ask('a', 'Ett?'), b),
      ours: form(ask('a', 'Två?'), ask('b', 'b', { showIf: 'a = 1' })),
      theirs: form(b),
    });
    const first = resolve(result, { [conflictKey(conflictOf(result))]: { take: 'theirs' } });
    assert.ok(!first.ok);
    assert.deepEqual(
      first.failure.open.map(({ kind }) => kind),
      ['dangling'],
    );
  });

  test('a lock leaves no choice: ours is no answer to it', () => {
    const result = merge({
      base: form(a),
      ours: form({ ...a, hidden: true }),
      theirs: form({ ...a, lock: 'fixed' }),
    });
    assert.equal(resolve(result, { [conflictKey(conflictOf(result))]: { take: 'ours' } }).ok, false);
  });

  test('an answer to nothing does nothing', () => {
    const result = merge({
      base: form(a),
      ours: form(a),
      theirs: form(a, b),
      answers: { 'wording a label/sv': { take: 'base' } },
    });
    assert.ok(result.clean);
  });
});

const told = ({ changes }: MergeResult): readonly string[] =>
  changes.map(({ side, change, path }) => `${side} ${change} ${path}`);

describe('changes', () => {
  test('are told with the side that made them, those in conflict left out', () => {
    const result = merge({
      base: form(a, ask('b', 'Två?')),
      ours: form({ ...a, required: true }, ask('b', 'Två, eller hur?')),
      theirs: form({ ...a, required: true, min: 1 }, ask('b', 'Tre?'), c),
    });
    assert.deepEqual(
      told(resolve(result, { [conflictKey(conflictOf(result))]: { take: 'ours' } }).result),
      told(result),
    );
    assert.deepEqual(told(result), [
      'both changed fields/a/required',
      'theirs changed fields/a/min',
      'theirs added fields/c',
    ]);
  });
});

const titled = (title: Readonly<Record<string, string>>): Definition => work({ title });
const spoken = (...languages: readonly string[]): Definition => work({ languages });

describe('the head', () => {
  test('a title of which each side removed one language is asked about whole', () => {
    const base = titled({ sv: 'Skolskjuts', en: 'School transport' });
    const result = merge({
      base,
      ours: titled({ sv: 'Skolskjuts' }),
      theirs: titled({ en: 'School transport' }),
    });
    assert.deepEqual(conflictOf(result).path, 'title');
    assert.deepEqual(result.merged, titled({ sv: 'Skolskjuts' }));
    assert.deepEqual(answered(result, { take: 'theirs' }), titled({ en: 'School transport' }));
    assert.deepEqual(answered(result, { take: 'own', value: 'no title' }), titled({ sv: 'Skolskjuts' }));
  });

  test('languages of which each side removed one', () => {
    const result = merge({ base: spoken('sv', 'en'), ours: spoken('sv'), theirs: spoken('en') });
    assert.deepEqual(result.merged.languages, ['sv']);
    assert.deepEqual(conflictOf(result).path, 'languages');
  });
});

describe('declining', () => {
  const base = form(a, b);
  const theirs = form({ ...a, min: 1 }, b, c);
  const [change, addition] = diff(base, theirs);
  assert.ok(change !== undefined && addition !== undefined);

  test('leaves out what was declined and takes the rest', () => {
    const result = merge({ base, ours: base, theirs, declined: [decline(theirs, addition)] });
    assert.deepEqual(result.merged, form({ ...a, min: 1 }, b));
    assert.deepEqual(
      result.changes.map(({ path }) => path),
      ['fields/a/min'],
    );
  });

  test('is asked again when upstream changes the element', () => {
    const declined = [decline(theirs, addition)];
    const later = form({ ...a, min: 1 }, b, ask('c', 'Ny fråga?'));
    assert.deepEqual(merge({ base, ours: base, theirs: later, declined }).merged, later);
  });

  test('with the base moved on, what was declined stays out until upstream changes it', () => {
    const ours = form({ ...a, min: 1 }, b);
    assert.deepEqual(merge({ base: theirs, ours, theirs }).merged, ours);
    const later = form({ ...a, min: 1 }, b, ask('c', 'Ny fråga?'));
    assert.deepEqual(
      merge({ base: theirs, ours, theirs: later }).conflicts.map(({ kind }) => kind),
      ['removed-changed'],
    );
  });

  test('a declined removal keeps the element where it stood', () => {
    const without = form(b);
    const declined = diff(base, without).map((each) => decline(without, each));
    assert.deepEqual(merge({ base, ours: base, theirs: without, declined }).merged, base);
  });

  test('a page that was declined does not take along what moved into it', () => {
    const apart = work({ pages: [page('p', [a, b])] });
    const moved = work({ pages: [page('p', [b]), page('q', [a, c])] });
    const page_ = diff(apart, moved).find((each) => each.change === 'added');
    assert.ok(page_ !== undefined);
    assert.deepEqual(
      merge({ base: apart, ours: apart, theirs: moved, declined: [decline(moved, page_)] }).merged,
      apart,
    );
  });
});

const kinds = (result: MergeResult): readonly string[] => result.conflicts.map(({ kind }) => kind);

describe('a rule that names what may be gone', () => {
  const [base, removed] = [form(a, c), form(c)];
  const changed = form(ask('a', 'annat'), rule('a = 1'), c);

  test('waits for the answer about that, on either side', () => {
    assert.deepEqual(kinds(merge({ base, ours: changed, theirs: removed })), ['changed-removed']);
    assert.deepEqual(kinds(merge({ base, ours: removed, theirs: changed })), ['removed-changed']);
  });
  test('is asked about when it is gone', () => {
    const result = merge({ base, ours: removed, theirs: changed });
    const resolution = resolve(result, { [conflictKey(conflictOf(result))]: { take: 'ours' } });
    assert.deepEqual(kinds(resolution.result), ['dangling']);
  });
  test('waits for the answer about whether it is there itself', () => {
    const [named, rest] = [rule('p = 1'), page('q', [a])];
    const sides = {
      base: form(page('p', [named]), rest),
      ours: form({ id: 'p' }, page('q', [a, named])),
      theirs: form(rest),
    };
    assert.deepEqual(kinds(merge(sides)), ['changed-removed']);
  });
});

test('two elements with one id are a fault', () => {
  assert.throws(() => merge({ base: form(a), ours: form(a, a), theirs: form(a) }), RangeError);
});

/** Every so many, two neighbours change places. */
const shuffled = (order: readonly number[], step: number): readonly number[] =>
  order.map(
    (_, index) => order[index % step === 0 ? index + 1 : index % step === 1 ? index - 1 : index] ?? index,
  );

/** Questions in an order; every hundredth, from one on, has a least value. */
const made = (order: readonly number[], min: number): Definition =>
  form(...order.map((id) => ask(`q${id}`, 'Vad?', id % 100 === min ? { min } : {})));

test('ten thousand elements, reordered and edited on both sides, in time', () => {
  const ids = Array.from({ length: 10_000 }, (_, index) => index);
  const started = performance.now();
  const result = merge({
    base: made(ids, -1),
    ours: made(shuffled(ids, 100), 50),
    theirs: made(shuffled(ids, 90), 70),
  });
  assert.ok(performance.now() - started < 5000);
  assert.equal(result.changes.filter(({ change }) => change === 'changed').length, 200);
});
