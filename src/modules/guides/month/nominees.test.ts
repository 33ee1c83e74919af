import assert from 'node:assert/strict';
import { test } from 'node:test';
import { monthBefore } from './months.ts';
import { nominate, winnerOf, type Count, type Vote } from './nominees.ts';

const count = (organisation: string, work: string, helped: number): Count => ({ organisation, work, helped });
const owners = new Map([
  ['journal', 'skara'],
  ['larm', 'hjo'],
  ['egen', 'hjo'],
]);
const ownerOf = (work: string): string | null => owners.get(work) ?? null;
const counts = [
  count('skara', 'journal', 90),
  count('hjo', 'journal', 3),
  count('tibro', 'journal', 2),
  count('skara', 'larm', 7),
  count('hjo', 'egen', 50),
  count('hjo', 'okand', 50),
];

const vote = (organisation: string, work: string): Vote => ({ organisation, work });
const win = (votes: readonly Vote[]): string | undefined => winnerOf(nominate(counts, votes, ownerOf))?.work;

test('help at others counts, and what nobody else uses is not nominated', () => {
  assert.deepEqual(nominate(counts, [], ownerOf), [
    { work: 'larm', helped: 7, users: 1, votes: 0 },
    { work: 'journal', helped: 5, users: 2, votes: 0 },
  ]);
});

test('the most votes win, and between equals the one that has helped most', () => {
  assert.equal(win([]), undefined);
  assert.equal(win([vote('hjo', 'journal'), vote('tibro', 'journal'), vote('skara', 'larm')]), 'journal');
  assert.equal(win([vote('hjo', 'journal'), vote('skara', 'larm')]), 'larm');
  assert.equal(win([vote('hjo', 'egen')]), undefined);
});

test('the month before January is in the year before', () => {
  assert.equal(monthBefore('2026-01'), '2025-12');
  assert.equal(monthBefore('2026-11', 12), '2025-11');
});
