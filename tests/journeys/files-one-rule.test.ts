import assert from 'node:assert/strict';
import { test } from 'node:test';
import { acceptAttribute as inCases } from '../../src/modules/cases/files/accept.ts';
import { acceptAttribute, endingsOf, standardFormats } from '../../src/modules/services/definition/index.ts';

test('an application takes the files that a completion of the same case takes', () => {
  const types = acceptAttribute(standardFormats)
    .split(',')
    .filter((part) => part.includes('/'));
  const standard = new Set<string>([...standardFormats, 'jpeg']);
  const endings = new Set(types.flatMap((type) => endingsOf(type)).filter((ending) => standard.has(ending)));
  assert.deepEqual([...endings].map((ending) => `.${ending}`).toSorted(), inCases.split(',').toSorted());
});
