import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answersOpened, decideAnswers, openedText, type Answers } from './answering.ts';
import type { StandardAnswer } from './answers.ts';

const answers = (given: Readonly<Record<string, StandardAnswer>>): Answers =>
  new Map(
    Object.entries(given).map(([standard, answer]) => [
      standard,
      { standard, answer, since: '', evidence: '' },
    ]),
  );

test('only what differs from what stood in the form is answered or taken back', () => {
  const opened = answers({ suti: 'meets', fgs: 'no' });
  const decided = decideAnswers({
    opened,
    typed: answers({ suti: 'meets', bpmn: 'partly' }),
    now: answers({ suti: 'meets', fgs: 'no' }),
  });
  assert.deepEqual(decided, { meant: ['fgs', 'bpmn'], meanwhile: [] });
});

test('what a colleague has answered meanwhile is left alone, and told where the form says otherwise', () => {
  const decided = decideAnswers({
    opened: answers({ suti: 'meets' }),
    typed: answers({ suti: 'no', fgs: 'meets', bpmn: 'meets' }),
    now: answers({ suti: 'partly', fgs: 'meets', oauth: 'no' }),
  });
  assert.deepEqual(decided, {
    meant: ['bpmn'],
    meanwhile: [
      { standard: 'suti', touched: true },
      { standard: 'oauth', touched: false },
    ],
  });
});

test('a form that says nothing of when it was opened takes nothing back', () => {
  const now = answers({ suti: 'meets' });
  for (const text of ['', 'null', '[{"standard":1}]'])
    assert.deepEqual(decideAnswers({ opened: answersOpened(text), typed: answers({}), now }), {
      meant: [],
      meanwhile: [{ standard: 'suti', touched: false }],
    });
  assert.deepEqual(answersOpened(openedText([...now.values()])), now);
});
