import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import type { Usage } from '../model/usage.ts';
import { decideAct } from '../usages/actions.ts';
import type { HistoryLine } from '../usages/history.ts';
import { decideUndo } from './undo.ts';

const now = new Date('2026-11-23T09:00:00Z');

const usage: Usage & { readonly removed: boolean } = {
  id: 'a',
  product: 'lifecare',
  facts: { owner: 'A', contact: 'B' },
  secret: false,
  members: [],
  example: false,
  revision: 3,
  confirmedAt: now,
  confirmedBy: 'p',
  changedAt: now,
  removed: false,
};

const ends = (removed: boolean) =>
  new Map([
    ['a', usage],
    ['b', { ...usage, id: 'b', removed }],
  ]);
suite('undo', () => {
  const batch = { id: 'batch', at: now, actor: 'p' };
  const line = (change: Pick<HistoryLine, 'kind' | 'was' | 'became'>): HistoryLine => ({
    ...change,
    usage: 'a',
    n: 1,
    at: now,
    actor: 'p',
    batch: 'batch',
  });

  test('of any change leads back, as long as nobody has come between', () => {
    const value = fc.option(fc.constantFrom('A', 'B', 'C'), { nil: null });
    fc.assert(
      fc.property(value, value, fc.boolean(), (owner, contact, secret) => {
        const done = decideAct(
          usage,
          { kind: 'change', id: 'a', changes: { owner, contact }, secret },
          batch,
        );
        assert.ok('usage' in done);
        if (done.change === null) return;
        const { acts, stays } = decideUndo(new Map([['a', done.usage]]), [line(done.change)], new Set());
        assert.deepEqual(stays, []);
        const back = acts.reduce((state, act) => {
          const next = decideAct(state, act, batch);
          assert.ok('usage' in next);
          return next.usage;
        }, done.usage);
        assert.deepEqual([back.facts, back.secret], [usage.facts, usage.secret]);
      }),
    );
  });

  test('leaves what has been changed since, and says so', () => {
    const lines = [
      line({ kind: 'changed', was: { owner: null, contact: 'X' }, became: { owner: 'O', contact: 'B' } }),
    ];
    assert.deepEqual(decideUndo(new Map([['a', usage]]), lines, new Set()), {
      flows: [],
      acts: [{ kind: 'change', id: 'a', revision: 3, changes: { contact: 'X' } }],
      stays: [{ usage: 'a', field: 'owner', now: 'A' }],
    });
  });

  const kinds = [
    ['made', false, 'remove'],
    ['made', true, null],
    ['removed', true, 'restore'],
    ['restored', false, 'remove'],
    ['confirmed', false, null],
  ] as const;
  for (const [kind, removed, expected] of kinds) {
    test(`of ${kind}${removed ? ', removed since' : ''}`, () => {
      const plan = decideUndo(
        new Map([['a', { ...usage, removed }]]),
        [line({ kind, was: {}, became: {} })],
        new Set(),
      );
      assert.equal(plan.acts[0]?.kind ?? null, expected);
    });
  }

  const flow = { id: 'f', from: 'a', to: 'b', through: null, what: 'Fakturor', frequency: 'daily' } as const;
  const flows = [
    ['described', { was: null, became: flow, standing: ['f'], removed: false }, 'dropped'],
    ['described, and taken away since', { was: null, became: flow, standing: [], removed: false }, null],
    ['taken away', { was: flow, became: null, standing: [], removed: false }, 'made'],
    [
      'taken away, with an end that is removed since',
      { was: flow, became: null, standing: [], removed: true },
      null,
    ],
  ] as const;
  for (const [what, { was, became, standing, removed }, expected] of flows) {
    test(`of a flow that was ${what}`, () => {
      const change = { kind: 'changed', was: { flow: was }, became: { flow: became } } as const;
      const lines = [line(change), { ...line(change), usage: 'b' }];
      const plan = decideUndo(ends(removed), lines, new Set(standing));
      assert.deepEqual(plan, {
        acts: [],
        stays: [],
        flows: expected === null ? [] : [{ kind: expected, flow }],
      });
    });
  }
});
