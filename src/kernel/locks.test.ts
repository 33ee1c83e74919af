import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkAdopterEdit } from './adopter.ts';
import { LOCKS, type Definition, type Lock } from './definition.ts';
import { ask, page, work } from './golden/golden.ts';
import type { JsonObject } from './json.ts';
import { effectiveLocks } from './locks.ts';

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

  test('a violation says what, where and under which lock', () => {
    const after = adopted('fixed', [a]);
    assert.deepEqual(checkAdopterEdit({ upstream: upstream('fixed'), before: upstream('fixed'), after }), [
      { kind: 'removed-upstream', element: 'b', path: 'pages/p/fields/b', lock: 'fixed' },
    ]);
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
