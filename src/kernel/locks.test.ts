import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkAdopterEdit } from './adopter.ts';
import { LOCKS, type Definition, type Lock } from './definition.ts';
import { ask, page, work } from './golden/golden.ts';
import type { JsonObject } from './json.ts';
import { effectiveLocks, standingIn } from './locks.ts';
import { merge, resolve } from './merge/merge.ts';
import { conflictKey } from './conflict.ts';
import { normalise } from './normalise.ts';
import { defaultRules } from './rules.ts';

const [a, b] = [ask('a', 'Namn?', { help: { sv: 'Hjälp.' } }), ask('b')];
const own = ask('own');

/** Upstream's page p of a and b under a lock, and a page without one. */
function upstream(lock: Lock): Definition {
  return work({ pages: [page('p', [a, b], { lock }), page('q', [])] });
}

/** An adopter's page p. */
function adopted(lock: Lock, fields: readonly JsonObject[], rest: JsonObject = {}): Definition {
  return work({ pages: [page('p', fields, { lock, ...rest }), page('q', [])] });
}

describe('what an adopter may do', () => {
  const edits: readonly (readonly [
    name: string,
    edit: (lock: Lock) => Definition,
    allowed: readonly Lock[],
  ])[] = [
    ['nothing', upstream, ['fixed', 'settings', 'additions', 'free']],
    [
      'change a setting',
      (lock) => adopted(lock, [{ ...a, required: true }, b]),
      ['settings', 'additions', 'free'],
    ],
    ['add an element of its own', (lock) => adopted(lock, [a, own, b]), ['additions', 'free']],
    ['reword', (lock) => adopted(lock, [{ ...a, label: { sv: 'Ditt namn?' } }, b]), ['free']],
    ['hide', (lock) => adopted(lock, [{ ...a, hidden: true }, b]), ['free']],
    ['hide the page', (lock) => adopted(lock, [a, b], { hidden: true }), ['free']],
    ['reorder', (lock) => adopted(lock, [b, a]), ['free']],
    ['move out', (lock) => work({ pages: [page('p', [b], { lock }), page('q', [a])] }), ['free']],
    ['remove', (lock) => adopted(lock, [a]), []],
    ['loosen the lock', () => adopted('free', [a, b]), ['free']],
    ['tighten the lock', () => adopted('fixed', [a, b]), ['fixed', 'settings', 'additions', 'free']],
    ['take the lock away', () => work({ pages: [page('p', [a, b]), page('q', [])] }), ['free']],
    ['give another id to the work', (lock) => work({ ...upstream(lock), id: 'annat' }), []],
  ];
  for (const [name, edit, allowed] of edits) {
    for (const lock of LOCKS) {
      test(`${name}, under ${lock}: ${allowed.includes(lock) ? 'yes' : 'no'}`, () => {
        const violations = checkAdopterEdit({
          upstream: upstream(lock),
          before: upstream(lock),
          after: edit(lock),
        });
        assert.equal(violations.length === 0, allowed.includes(lock));
      });
    }
  }

  test('its own elements it may change, move and remove', () => {
    const before = adopted('additions', [a, own, b]);
    for (const fields of [
      [a, b],
      [a, b, own],
      [a, { ...own, label: { sv: 'Annat' } }, b],
    ]) {
      assert.deepEqual(
        checkAdopterEdit({ upstream: upstream('additions'), before, after: adopted('additions', fields) }),
        [],
      );
    }
  });

  test('what is free it may move past what is not, whichever of the two is said to have moved', () => {
    const free = { ...b, lock: 'free' };
    const c = ask('c');
    const [one, other] = [adopted('additions', [a, free, c]), adopted('additions', [free, a, c])];
    const back = adopted('additions', [a, c, free]);
    for (const after of [other, back]) {
      assert.deepEqual(checkAdopterEdit({ upstream: one, before: one, after }), []);
    }
    const turned = adopted('additions', [c, free, a]);
    assert.ok(checkAdopterEdit({ upstream: one, before: one, after: turned }).length > 0);
  });

  test('two that are not free keep their order, whatever is free beside them', () => {
    const free = { ...ask('c'), lock: 'free' };
    const before = adopted('additions', [a, b, free]);
    for (const fields of [
      [b, free, a],
      [free, b, a],
      [b, a, free],
    ]) {
      const after = adopted('additions', fields);
      assert.ok(checkAdopterEdit({ upstream: before, before, after }).length > 0);
    }
  });

  test('a violation says what, where and under which lock', () => {
    const after = adopted('fixed', [a]);
    assert.deepEqual(checkAdopterEdit({ upstream: upstream('fixed'), before: upstream('fixed'), after }), [
      { kind: 'removed-upstream', element: 'b', path: 'pages/p/fields/b', lock: 'fixed' },
    ]);
  });
});

const withSlot = (slot: JsonObject, around: JsonObject = {}): Definition =>
  work({ pages: [page('p', [a, { id: 'slot', lock: 'free', ...slot }], around)] });

describe('what upstream demands stands', () => {
  const rules = { ...defaultRules, demands: new Set(['required']) };
  const demanded = withSlot({ required: true });

  const edits: readonly (readonly [name: string, after: Definition, refused: readonly string[]])[] = [
    ['hide it', withSlot({ required: true, hidden: true }), ['demanded slot']],
    ['hide what is around it', withSlot({ required: true }, { hidden: true }), ['demanded p']],
    ['take the demand away', withSlot({ required: false }), ['demanded slot']],
    ['fill it in', withSlot({ required: true, fields: [own] }), []],
    ['reword it', withSlot({ required: true, label: { sv: 'Hos oss' } }), []],
  ];
  for (const [name, after, refused] of edits) {
    test(`${name}: ${refused.length === 0 ? 'yes' : 'no'}`, () => {
      const violations = checkAdopterEdit({ upstream: demanded, before: demanded, after, rules });
      assert.deepEqual(
        violations.map(({ kind, element }) => `${kind} ${element}`),
        refused,
      );
    });
  }

  test('what upstream does not demand, or hides itself, binds nobody', () => {
    for (const upstream of [withSlot({}), withSlot({ required: true, hidden: true })]) {
      const after = withSlot({ required: true, hidden: true }, { hidden: true });
      assert.deepEqual(checkAdopterEdit({ upstream, before: upstream, after, rules }), []);
    }
    assert.deepEqual([...standingIn(withSlot({ required: true, hidden: true }), rules)], []);
    assert.deepEqual([...standingIn(demanded, rules)], ['slot', 'p']);
  });

  test('an update that begins to demand what is hidden here asks, and suggests upstream’s', () => {
    const base = withSlot({});
    const input = { base, ours: withSlot({ hidden: true }), theirs: demanded, rules };
    const { conflicts } = merge(input);
    assert.deepEqual(
      conflicts.map(({ kind, path, suggestion }) => [kind, path, suggestion]),
      [['locked', 'pages/p/fields/slot/hidden', { take: 'theirs' }]],
    );
    const settled = resolve(
      merge(input),
      Object.fromEntries(conflicts.map((each) => [conflictKey(each), { take: 'suggestion' }])),
    );
    assert.ok(settled.ok);
    assert.deepEqual(settled.definition, normalise(demanded));
  });
});

test('locks are inherited downward, and an inner lock is its own', () => {
  const definition = work({
    lock: 'additions',
    pages: [page('p', [a, { ...b, lock: 'free' }], { lock: 'fixed' }), page('q', [own])],
  });
  assert.deepEqual(Object.fromEntries(effectiveLocks(definition)), {
    '': 'additions',
    p: 'fixed',
    a: 'fixed',
    b: 'free',
    q: 'additions',
    own: 'additions',
  });
});
