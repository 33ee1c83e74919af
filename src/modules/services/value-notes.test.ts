import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Json, JsonObject } from '../../kernel/index.ts';
import { trips } from '../../../tests/support/example-services.ts';
import { valueNotes } from './value-notes.ts';

const state = (id: string, kind: string, timeLimit?: Json): JsonObject => ({
  id,
  kind,
  role: 'case-worker',
  title: { sv: id, en: id },
  ...(timeLimit === undefined ? {} : { timeLimit }),
});

const taking = (first?: Json) => ({
  ...trips,
  process: {
    id: 'process-resor',
    states: [
      state('Inkommen', 'received', first),
      state('Utredning', 'working', { parameter: 'tid' }),
      state('Beslutad', 'decided'),
    ],
  },
});

test('a time limit says what the page of the service says, by the own process', () => {
  const cases: readonly [ReturnType<typeof taking>, JsonObject, JsonObject][] = [
    [
      taking({ days: 5 }),
      { tid: 28 },
      {
        tid: 'På tjänstens sida står det ”Högst 33 dagar”: 5 dagar i ”Inkommen” och 28 dagar i ”Utredning”.',
      },
    ],
    [
      taking({ days: 7 }),
      { tid: 1 },
      { tid: 'På tjänstens sida står det ”Högst 8 dagar”: 7 dagar i ”Inkommen” och 1 dag i ”Utredning”.' },
    ],
    [taking(), { tid: 28 }, { tid: 'På tjänstens sida står det ”Högst 28 dagar”: 28 dagar i ”Utredning”.' }],
    // What has no value is no part of any sum, so nothing is said of it.
    [taking({ days: 5 }), {}, {}],
  ];
  for (const [definition, values, notes] of cases) {
    assert.deepEqual(valueNotes(definition, values, 'sv'), notes);
  }
});

test('what is no service has no notes', () => {
  assert.deepEqual(valueNotes({ ...trips, pages: 'x' }, { tid: 5 }, 'en'), {});
});
