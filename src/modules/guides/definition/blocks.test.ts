import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isElementList, type Definition } from '../../../kernel/index.ts';
import { asRead, blocksOf, openSlots } from './blocks.ts';
import { base, edited, filled, hide, own, put } from './fixtures/edits.ts';
import { everyBlock } from './fixtures/every-block.ts';
import type { Guide } from './model.ts';
import { readGuide } from './read/guide.ts';

function guideOf(definition: Definition): Guide {
  const read = readGuide(definition);
  assert.ok(read.ok, JSON.stringify(read.issues));
  return read.value;
}

const answer = (id: string, right: boolean) => ({ id, text: { sv: 'Ja', en: 'Yes' }, right });

const open = (definition: Definition): readonly string[] =>
  openSlots(guideOf(definition)).map(({ block }) => block.id);

test('every block in reading order, with its path, what is in a slot after the slot', () => {
  const blocks = blocksOf(guideOf(edited(base, { 'hos-oss': filled })));
  assert.deepEqual(
    blocks.slice(13).map(({ block }) => block.id),
    ['hos-oss', own['id'], 'igen', 'lagen', 'rad'],
  );
  assert.equal(blocks[14]?.path, `sections/logga-in/steps/forsta-gangen/blocks/hos-oss/blocks/skara-ring`);
  assert.equal(blocks[14]?.step.id, 'forsta-gangen');
  assert.equal(blocks[17]?.section.id, 'sekretess');
});

const more = {
  id: 'testet-2',
  hidden: true,
  question: { sv: 'En till?', en: 'One more?' },
  options: [answer('testet-2-a', true), answer('testet-2-b', false)],
};
const questions = everyBlock.flatMap((block) =>
  isElementList(block['questions']) ? block['questions'] : [],
);

test('as it is read, nothing that is hidden is there, at any depth', () => {
  const hidden = ['gor-1', 'ruta', 'akta', 'testet-2', 'skara-ring'];
  const definition = edited(base, {
    'gor-1': hide,
    ruta: hide,
    akta: hide,
    igen: () => [],
    testet: put('questions', [...questions, more]),
    'hos-oss': put('blocks', [{ ...own, hidden: true }]),
  });
  const before = guideOf(definition);
  const after = JSON.stringify(asRead(before));
  for (const id of hidden) {
    assert.ok(JSON.stringify(before).includes(`"${id}"`), id);
    assert.ok(!after.includes(`"${id}"`), id);
  }
  assert.ok(after.includes('"gor-2"') && after.includes('"testet-1"'));
});

test('a block of which all is hidden is not read, and a quiz asks for no more than is left', () => {
  const ids = (definition: Definition): readonly string[] =>
    blocksOf(asRead(guideOf(definition))).map(({ block }) => block.id);
  const without = edited(base, { 'lista-1': hide, 'fragan-nej': hide, 'testet-1': hide });
  assert.deepEqual(
    ids(base).filter((id) => !ids(without).includes(id)),
    ['lista', 'fragan', 'testet'],
  );
  const asked = { ...more, hidden: false };
  const half = edited(base, {
    testet: (quiz) => ({
      ...quiz,
      pass: 2,
      questions: [...questions.map((one) => ({ ...one, hidden: true })), asked],
    }),
  });
  const quiz = blocksOf(asRead(guideOf(half))).find(({ block }) => block.type === 'quiz')?.block;
  assert.deepEqual(quiz?.type === 'quiz' ? [quiz.pass, quiz.questions.length] : null, [1, 1]);
});

test('a slot is open until something is shown in it', () => {
  assert.deepEqual(open(base), ['hos-oss']);
  assert.deepEqual(open(edited(base, { 'hos-oss': filled })), []);
  assert.deepEqual(open(edited(base, { 'hos-oss': put('blocks', [{ ...own, hidden: true }]) })), ['hos-oss']);
  assert.deepEqual(
    open(edited(base, { 'hos-oss': (slot) => ({ ...slot, required: false, hidden: true }) })),
    [],
  );
});
