import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import { partsKey } from './fingerprint.ts';
import { changedParts, stateOf, type Read } from './progress.ts';

const step = { id: 'logga-in', common: 'c2', local: 'l2', met: partsKey({ a: 'c2', b: 'l2' }) };

const read = (organisation: string, common: string, local: string, day = 1): Read => ({
  organisation,
  step: 'logga-in',
  common,
  local,
  parts: { a: common, b: local },
  at: new Date(Date.UTC(2026, 10, day)),
});

suite('a step to whoever has read', () => {
  const cases: readonly (readonly [string, readonly Read[], string, string | null, boolean])[] = [
    ['nothing', [], 'unread', null, false],
    ['the same here', [read('hjo', 'c2', 'l2')], 'read', 'hjo', false],
    ['the same elsewhere, with other local text', [read('skara', 'c2', 'l1')], 'read', 'skara', true],
    ['an older version here', [read('hjo', 'c1', 'l2')], 'changed', 'hjo', false],
    [
      'an older version here, the same elsewhere',
      [read('hjo', 'c1', 'l2', 5), read('skara', 'c2', 'l1')],
      'read',
      'skara',
      true,
    ],
    [
      'the same here before elsewhere',
      [read('skara', 'c2', 'l1', 9), read('hjo', 'c2', 'l2')],
      'read',
      'hjo',
      false,
    ],
    [
      'older versions: what was read here counts',
      [read('skara', 'c0', 'l0', 9), read('hjo', 'c1', 'l1')],
      'changed',
      'hjo',
      false,
    ],
    [
      'an older version that reads the same here, where we have our own words',
      [{ ...read('hjo', 'c1', 'l2'), parts: { b: 'l2', a: 'c2' } }],
      'read',
      'hjo',
      false,
    ],
    ['another step', [{ ...read('hjo', 'c2', 'l2'), step: 'logga-ut' }], 'unread', null, false],
  ];
  for (const [name, reads, kind, where, local] of cases) {
    test(name, () => {
      const state = stateOf(step, reads, 'hjo');
      assert.equal(state.kind, kind);
      assert.equal(state.kind === 'unread' ? null : state.read.organisation, where);
      assert.equal(state.kind === 'read' && state.local, local);
    });
  }
});

suite('parts that have changed', () => {
  test('added, changed, removed', () => {
    assert.deepEqual(changedParts({ a: '1', b: '1', c: '1' }, { a: '1', b: '2', d: '1' }), [
      { part: 'b', change: 'changed' },
      { part: 'd', change: 'added' },
      { part: 'c', change: 'removed' },
    ]);
  });

  const parts = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', '{p}'), fc.constantFrom('1', '2'));
  test('none between the same, and as many the other way', () => {
    fc.assert(
      fc.property(parts, parts, (before, now) => {
        assert.deepEqual(changedParts(now, now), []);
        assert.equal(changedParts(before, now).length, changedParts(now, before).length);
      }),
    );
  });
});
