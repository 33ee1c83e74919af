import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasLongList, longestList } from './lists.ts';

test('a list that is too long is found wherever it stands, and nothing else is taken for one', () => {
  const long = Array.from({ length: longestList + 1 }, () => 'a');
  assert.ok(hasLongList({ works: long }));
  assert.ok(hasLongList({ a: [{ b: [[], long] }] }));
  assert.ok(!hasLongList({ works: long.slice(1), text: 'a'.repeat(longestList * 2) }));
  assert.ok(hasLongList({ facts: Object.fromEntries(long.map((_, n) => [`fact${n}`, n])) }));
  assert.ok(!hasLongList(null));
});
