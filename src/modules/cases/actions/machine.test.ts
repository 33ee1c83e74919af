import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import * as fc from 'fast-check';
import { testDatabase } from '../../../../tests/support/database.ts';
import type { Context } from '../../../platform/http/index.ts';
import { decideAct, beginLife, type Act, type Life } from '../model/life.ts';
import { completeProcess } from '../model/process.ts';
import { findCase } from '../store/cases.ts';
import {
  actAs,
  anna,
  applicant,
  bo,
  exampleCase,
  openExample,
  settle,
} from '../../../../tests/support/cases.ts';
import type { Outcome } from './acting.ts';
import { decideNow } from './decision.ts';
import { advanceCase, assignCase, closeCase, noteCase, takeCase } from './handle.ts';
import { answerCompletion, requestCompletion, writeToApplicant, writeToMunicipality } from './talk.ts';

const database = await testDatabase();
after(() => database.close());
before(() => settle(database));

const today = '2026-11-23';
const names: Readonly<Record<string, string>> = {
  [anna]: 'case-worker, harnosand',
  [bo]: 'case-worker, harnosand',
};
const labels: Readonly<Record<string, string>> = { [anna]: 'Anna, Härnösand', [bo]: 'Bo, Härnösand' };
const worker = (person: string) => ({ person, name: names[person] ?? '' });

/** A command: what the system is asked to do, and the same act for the model. */
type Command = {
  readonly who: string;
  readonly act: (asked: string) => Act;
  readonly run: (context: Context, id: string, asked: string) => Promise<Outcome<unknown>>;
};

const key = (id: string) => ({ organisation: 'harnosand', id, person: applicant });

const staff: fc.Arbitrary<Command> = fc
  .record({
    who: fc.constantFrom(anna, bo),
    what: fc.constantFrom('take', 'assign', 'advance', 'ask', 'reply', 'note', 'grant', 'refuse', 'close'),
    to: fc.constantFrom(anna, bo),
    state: fc.constantFrom('utredning', 'beslut', 'vantar'),
  })
  .map(({ who, what, to, state }): Command => {
    const by = worker(who);
    switch (what) {
      case 'take':
        return { who, act: () => ({ kind: 'take', by }), run: (c, id) => takeCase(c, id) };
      case 'assign':
        return {
          who,
          act: () => ({ kind: 'assign', by, to: { person: to, name: labels[to] ?? '' } }),
          run: (c, id) => assignCase(c, id, to),
        };
      case 'advance':
        return {
          who,
          act: () => ({ kind: 'advance', by, to: state }),
          run: (c, id) => advanceCase(c, id, state),
        };
      case 'ask':
        return {
          who,
          act: (asked) => ({ kind: 'ask', by, completion: asked, due: '2026-12-07' }),
          run: (c, id, asked) =>
            requestCompletion({ ...c, newId: firstThen(asked, c.newId) }, id, {
              text: 'Mer.',
              due: '2026-12-07',
            }),
        };
      case 'reply':
        return {
          who,
          act: () => ({ kind: 'reply', by }),
          run: (c, id) => writeToApplicant(c, id, { text: 'Hej', files: [] }),
        };
      case 'note':
        return { who, act: () => ({ kind: 'note', by }), run: (c, id) => noteCase(c, id, 'Not.') };
      case 'grant':
      case 'refuse': {
        const choice = what === 'grant' ? 'bevilja' : 'avsla';
        const reasons = what === 'grant' ? '' : 'Skäl.';
        return {
          who,
          act: () => ({ kind: 'decide', by, choice, reasons }),
          run: (c, id) => decideNow(c, id, { choice, reasons }),
        };
      }
      case 'close':
        return { who, act: () => ({ kind: 'close', by }), run: (c, id) => closeCase(c, id) };
    }
  });

/** Gives the completion the id that the model knows it by. */
function firstThen(first: string, next: () => string): () => string {
  let given = false;
  return () => {
    if (given) return next();
    given = true;
    return first;
  };
}

const citizen: fc.Arbitrary<Command> = fc.constantFrom<Command>(
  {
    who: applicant,
    act: () => ({ kind: 'write' }),
    run: (c, id) => writeToMunicipality(c, key(id), { text: 'Hej', files: [] }),
  },
  {
    who: applicant,
    act: (asked) => ({ kind: 'complete', completion: asked }),
    run: (c, id, completion) => answerCompletion(c, { ...key(id), completion }, { text: 'Här', files: [] }),
  },
);

test('the system does what the model says, whatever is asked of it in whatever order', async () => {
  const example = exampleCase();
  const fresh = beginLife(completeProcess(example.process), example.decisions, today);
  const commands = fc.array(fc.oneof({ weight: 4, arbitrary: staff }, citizen), { maxLength: 14 });
  await fc.assert(
    fc.asyncProperty(commands, async (sequence) => {
      const { id } = await openExample(database);
      let model: Life = fresh;
      let asked = crypto.randomUUID();
      for (const command of sequence) {
        if (model.status.kind !== 'waiting' && command.act(asked).kind === 'ask') asked = crypto.randomUUID();
        const expected = decideAct(model, command.act(asked), today);
        const isCitizen = command.who === applicant;
        const outcome = await actAs(database, { person: command.who, citizen: isCitizen }, (context) =>
          command.run(context, id, asked),
        );
        assert.deepEqual(
          outcome.ok ? 'done' : outcome.failure,
          expected.ok ? 'done' : expected.failure,
          command.act(asked).kind,
        );
        if (expected.ok) model = expected.life;
      }
      const stored = await database.db.transaction({ organisation: 'harnosand', person: anna }, (tx) =>
        findCase(tx, { organisation: 'harnosand', id }),
      );
      const { drafted: _draftIsGone, ...life } = model;
      assert.deepEqual({ ...stored?.life, drafted: undefined }, { ...life, drafted: undefined });
    }),
    { numRuns: 30 },
  );
});
