import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { rewritePicture } from './rewrite.ts';

const refusalOf = async (text: string): Promise<string> => {
  const read = await rewritePicture(Buffer.from(text));
  return read.ok ? 'taken' : read.failure;
};

suite('what is no picture', () => {
  const starts: readonly (readonly [string, string])[] = [
    ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'drawing'],
    ['\uFEFF<?xml version="1.0"?>\n<!-- a --><!---->\n<!DOCTYPE svg>\n<svg>', 'drawing'],
    ['<!-- > --> <s:SVG xmlns:s="http://www.w3.org/2000/svg">', 'drawing'],
    ['<html><svg>', 'no-picture'],
    ['<!-- <svg> ', 'no-picture'],
    ['svg', 'no-picture'],
  ];
  for (const [start, refusal] of starts)
    test(start, async () => assert.equal(await refusalOf(start), refusal));

  test('comments before nothing are read once each, not in every way that they can be parted', async () => {
    const start = performance.now();
    assert.equal(await refusalOf(`${'<!---->'.repeat(500)}x`), 'no-picture');
    // One that tries every way takes longer than the world has been there.
    assert.ok(performance.now() - start < 5000);
  });
});
