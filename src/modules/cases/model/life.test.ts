import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { exampleCase } from '../../../../tests/support/cases.ts';
import { type Act, beginLife, decideAct, type Life, type Refusal } from './life.ts';
import { completionDue, dueGroup, mayRequestDecision, nextStep, stepNow } from './next-step.ts';
import { completeProcess, decisionDue, firstState, type Process, stepDue } from './process.ts';

const example = exampleCase();
const process = completeProcess(example.process);
const anna = { person: 'anna', name: 'Anna, Härnösand' };
const bo = { person: 'bo', name: 'Bo, Härnösand' };
const today = '2026-11-23';
const fresh = beginLife(process, example.decisions, today);

/** A life after some acts that must all be allowed. */
const after = (...acts: readonly Act[]): Life => {
  let life = fresh;
  for (const act of acts) {
    const decided = decideAct(life, act, today);
    assert.ok(decided.ok, act.kind);
    life = decided.life;
  }
  return life;
};

const take: Act = { kind: 'take', by: anna };
const ask: Act = { kind: 'ask', by: anna, completion: 'c1', due: '2026-12-07' };
const grant: Act = { kind: 'decide', by: anna, choice: 'bevilja', reasons: '' };
const refuse: Act = { kind: 'decide', by: anna, choice: 'avsla', reasons: 'Vägen är för kort.' };
const close: Act = { kind: 'close', by: anna };

test('what is refused, and why', () => {
  const cases: readonly { readonly life: Life; readonly act: Act; readonly refusal: Refusal }[] = [
    { life: after(take), act: { kind: 'take', by: bo }, refusal: { kind: 'taken', by: anna.name } },
    { life: fresh, act: close, refusal: { kind: 'not-decided' } },
    { life: after(take), act: close, refusal: { kind: 'not-decided' } },
    { life: after(take, ask), act: ask, refusal: { kind: 'already-asked' } },
    { life: fresh, act: { ...ask, due: today }, refusal: { kind: 'due-too-early' } },
    { life: fresh, act: { kind: 'complete', completion: 'c1' }, refusal: { kind: 'not-asked' } },
    { life: after(ask), act: { kind: 'complete', completion: 'c2' }, refusal: { kind: 'not-asked' } },
    { life: after(take), act: { ...refuse, reasons: ' \n' }, refusal: { kind: 'reasons-missing' } },
    { life: after(take), act: { ...grant, choice: 'annat' }, refusal: { kind: 'unknown-choice' } },
    {
      life: after(take),
      act: { kind: 'advance', by: anna, to: 'avslutad' },
      refusal: { kind: 'unknown-state' },
    },
    { life: after(grant), act: refuse, refusal: { kind: 'already-decided' } },
    { life: after(grant), act: ask, refusal: { kind: 'already-decided' } },
    { life: after(grant), act: { kind: 'draft', by: anna }, refusal: { kind: 'already-decided' } },
    { life: after(grant, close), act: { kind: 'note', by: anna }, refusal: { kind: 'closed' } },
    { life: after(grant, close), act: { kind: 'write' }, refusal: { kind: 'closed' } },
  ];
  for (const { life, act, refusal } of cases) {
    assert.deepEqual(decideAct(life, act, today), { ok: false, failure: refusal }, act.kind);
  }
});

test('what is to be done next, and by when', () => {
  const cases: readonly { readonly life: Life; readonly act: string; readonly on: string | null }[] = [
    { life: fresh, act: 'begin', on: '2026-11-25' },
    { life: after(take), act: 'investigate', on: '2026-12-05' },
    { life: after(take, { kind: 'advance', by: anna, to: 'beslut' }), act: 'decide', on: '2026-12-07' },
    { life: after(take, { kind: 'draft', by: anna }), act: 'send-decision', on: '2026-12-05' },
    { life: after(ask), act: 'await', on: '2026-12-07' },
    { life: after(ask, { kind: 'complete', completion: 'c1' }), act: 'review-completion', on: '2026-12-05' },
    { life: after(take, { kind: 'write' }), act: 'answer', on: '2026-11-24' },
    {
      life: after(take, { kind: 'write' }, { kind: 'reply', by: anna }),
      act: 'investigate',
      on: '2026-12-05',
    },
    { life: after(grant), act: 'close', on: '2026-12-14' },
    { life: after(grant, close), act: 'none', on: null },
  ];
  for (const { life, act, on } of cases) {
    const next = nextStep(life);
    assert.deepEqual({ act: next.act, on: next.on }, { act, on });
  }
});

test('who acts on a case that nobody has taken gets it; a taken one stays', () => {
  assert.deepEqual(after({ kind: 'note', by: bo }).handler, bo);
  assert.deepEqual(after(take, { kind: 'note', by: bo }).handler, anna);
  assert.deepEqual(after(take, { kind: 'assign', by: anna, to: bo }).handler, bo);
});

test('a waiting case stands at the step that it goes back to', () => {
  const waiting = after(take, ask);
  assert.deepEqual(stepNow(waiting), { now: 1, of: 5 });
  const back = decideAct(waiting, { kind: 'complete', completion: 'c1' }, '2026-11-30');
  assert.ok(back.ok);
  assert.deepEqual(back.life.status, { kind: 'working', state: 'utredning' });
});

test('the clock for the decision stands still only where the process says so', () => {
  const pausing: Process = {
    ...process,
    states: process.states.map((state) => ({ ...state, pausesClock: state.kind === 'waiting' })),
  };
  for (const [states, due] of [
    [process, '2026-12-07'],
    [pausing, '2026-12-14'],
  ] as const) {
    const asked = decideAct(beginLife(states, example.decisions, today), ask, today);
    assert.ok(asked.ok);
    const answered = decideAct(asked.life, { kind: 'complete', completion: 'c1' }, '2026-11-30');
    assert.ok(answered.ok);
    assert.equal(decisionDue(states, answered.life), due);
  }
});

test('time limits count from the day the case came in', () => {
  const from = { opened: today, paused: 0 };
  assert.equal(stepDue(process, 'inkommen', from), '2026-11-25');
  assert.equal(stepDue(process, 'beslut', from), '2026-12-07');
  assert.equal(stepDue(process, 'beslutad', from), null);
  const unlimited = { ...process, states: process.states.map((state) => ({ ...state, timeLimit: null })) };
  assert.equal(decisionDue(unlimited, from), null);
});

test('a process without some kinds of state is made whole', () => {
  const whole = completeProcess({ id: 'p', completionDays: null, states: process.states.slice(0, 1) });
  assert.deepEqual(
    whole.states.map(({ kind }) => kind),
    ['received', 'working', 'waiting', 'decided', 'closed'],
  );
  assert.equal(firstState(whole, 'received').id, 'inkommen');
});

test('six months until a decision may be requested', () => {
  assert.equal(mayRequestDecision('2026-11-09'), '2027-05-09');
  assert.equal(mayRequestDecision('2026-08-31'), '2027-02-28');
});

test('a completion is never asked for on a free day', () => {
  assert.equal(completionDue(process, '2026-12-10'), '2026-12-28');
  assert.equal(completionDue({ ...process, completionDays: null }, today), '2026-12-07');
});

test('headings of deadlines', () => {
  const cases = [
    { on: '2026-11-20', group: 'late' },
    { on: '2026-11-23', group: 'today' },
    { on: '2026-11-29', group: 'this-week' },
    { on: '2026-11-30', group: 'later' },
    { on: null, group: 'no-date' },
  ];
  for (const { on, group } of cases) assert.equal(dueGroup(on, today), group);
});

const workers = fc.constantFrom(anna, bo);
const acts: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constant('take'), by: workers }),
  fc.record({ kind: fc.constant('assign'), by: workers, to: workers }),
  fc.record({
    kind: fc.constant('advance'),
    by: workers,
    to: fc.constantFrom('utredning', 'beslut', 'vantar'),
  }),
  fc.record({
    kind: fc.constant('ask'),
    by: workers,
    completion: fc.constantFrom('c1', 'c2'),
    due: fc.constantFrom('2026-11-20', '2026-12-07'),
  }),
  fc.record({ kind: fc.constant('complete'), completion: fc.constantFrom('c1', 'c2') }),
  fc.record({ kind: fc.constant('reply'), by: workers }),
  fc.constant<Act>({ kind: 'write' }),
  fc.record({ kind: fc.constant('acknowledge'), by: workers }),
  fc.record({ kind: fc.constant('draft'), by: workers }),
  fc.record({
    kind: fc.constant('decide'),
    by: workers,
    choice: fc.constantFrom('bevilja', 'avsla', 'annat'),
    reasons: fc.constantFrom('', 'Skäl.'),
  }),
  fc.record({ kind: fc.constant('close'), by: workers }),
);

const rank = { received: 0, working: 1, waiting: 1, decided: 2, closed: 3 } as const;

test('laws of a life: it never goes back, is decided once, and always says what is next', () => {
  fc.assert(
    fc.property(fc.array(acts, { maxLength: 40 }), (sequence) => {
      let life = fresh;
      let decisions = 0;
      for (const act of sequence) {
        const decided = decideAct(life, act, today);
        if (!decided.ok) continue;
        assert.ok(
          rank[decided.life.status.kind] >= rank[life.status.kind],
          `${life.status.kind} after ${act.kind}`,
        );
        if (act.kind === 'decide') decisions += 1;
        life = decided.life;
        assert.equal(nextStep(life).act === 'none', life.status.kind === 'closed');
        assert.ok(life.paused >= 0);
        assert.ok(stepNow(life).now < stepNow(life).of);
      }
      assert.ok(decisions <= 1);
    }),
    { numRuns: 500 },
  );
});
