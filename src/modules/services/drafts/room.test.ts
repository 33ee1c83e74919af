import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FileAnswer } from '../definition/index.ts';
import { emptyContent, type Content } from './content.ts';
import { mostInDraft, roomIn } from './room.ts';

const file = (id: string, size: number, hash = 'a'): FileAnswer => ({
  id,
  name: `${id}.pdf`,
  type: 'application/pdf',
  size,
  hash,
});
const record = { revision: 1, at: '2026-11-23T09:00:00Z' };
const typed = (...files: readonly FileAnswer[]) => ({
  form: {},
  files: { intyg: files },
  unsafe: [],
  judged: false,
});

const whole = { files: mostInDraft.files, bytes: mostInDraft.megabytes * 1_000_000 };

test('an empty draft has room for all that it may hold', () => {
  assert.deepEqual(roomIn(emptyContent), whole);
  assert.deepEqual(roomIn({ answers: { vad: 'En lampa', val: [] }, pages: {} }), whole);
});

test('all of a draft counts together: every page, every row, what is typed and what waits; each file once', () => {
  const content: Content = {
    answers: {
      intyg: [file('a', 1)],
      barn: [
        { id: 'r1', answers: { bild: [file('b', 10)] } },
        { id: 'r2', answers: { bild: [file('c', 100)] } },
      ],
    },
    pages: {
      ett: { ...record, typed: typed(file('a', 1), file('d', 1_000)), pending: null },
      tva: { ...record, typed: null, pending: { ...typed(file('e', 10_000)), at: record.at } },
      tre: { ...record, typed: typed(file('refused', 100_000, '')), pending: null },
    },
  };
  assert.deepEqual(roomIn(content), { files: whole.files - 5, bytes: whole.bytes - 11_111 });
});
