import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { QuizBlock } from '../definition/model.ts';
import { answerName, chosenIn, judge, judgeQuiz } from './quiz.ts';

const option = (id: string, right: boolean) => ({
  id,
  hidden: false,
  text: { sv: id },
  right,
  feedback: null,
});
const question = (id: string) => ({
  id,
  hidden: false,
  question: { sv: id },
  options: [option(`${id}-ja`, true), option(`${id}-nej`, false)],
});
const quiz: QuizBlock = {
  id: 'prov',
  hidden: false,
  tasks: [],
  type: 'quiz',
  title: { sv: 'Prov' },
  pass: 2,
  questions: [question('a'), question('b'), question('c')],
};

const cases: readonly (readonly [string, Readonly<Record<string, string>>, number, boolean])[] = [
  ['nothing answered', {}, 0, false],
  ['one right', { a: 'a-ja', b: 'b-nej' }, 1, false],
  ['enough right', { a: 'a-ja', b: 'b-ja', c: 'c-nej' }, 2, true],
  ['another question’s answer', { a: 'b-ja', b: 'a-ja', c: 'c-ja' }, 1, false],
];
for (const [name, chosen, right, passed] of cases) {
  test(name, () => assert.deepEqual(judgeQuiz(quiz, chosen), { right, passed }));
}

test('an answer is judged only when one was sent', () => {
  assert.equal(judge(question('a'), undefined), null);
  assert.deepEqual(judge(question('a'), ''), { option: null, right: false });
  assert.equal(judge(question('a'), 'a-ja')?.right, true);
});

test('answers are told from whatever else is sent', () => {
  assert.deepEqual(chosenIn({ [answerName('a')]: 'a-ja', prov: 'prov', sida: '2' }), { a: 'a-ja' });
});
