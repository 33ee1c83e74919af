import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import sharp from 'sharp';
import { getDefinition, isDefinition } from '../src/kernel/index.ts';
import { blocksOf, readGuide, type PictureBlock } from '../src/modules/guides/definition/index.ts';

/* Each picture that a guide shows is here, light to send, and as large as the guide says; none is left over. */

const guides = new URL('guides/', import.meta.url);
const folder = new URL('pictures/', guides);
const files = readdirSync(folder);
const hashOf = (name: string): string =>
  `sha256-${createHash('sha256')
    .update(readFileSync(new URL(name, folder)))
    .digest('hex')}`;
const byHash = new Map(files.map((name) => [hashOf(name), name]));

function picturesIn(name: string): readonly PictureBlock[] {
  const parsed: unknown = JSON.parse(readFileSync(new URL(name, guides), 'utf8'));
  assert.ok(isDefinition(parsed));
  const read = readGuide(getDefinition(parsed));
  assert.ok(read.ok);
  return blocksOf(read.value).flatMap(({ block }) => (block.type === 'picture' ? [block] : []));
}

const shown = readdirSync(guides)
  .filter((name) => name.endsWith('.json'))
  .flatMap(picturesIn);

test('every picture that is named is here, and every one here is named', () => {
  assert.ok(shown.length >= 10, `only ${String(shown.length)}`);
  assert.deepEqual(new Set<string>(shown.map(({ media }) => media)), new Set(byHash.keys()));
});

for (const block of shown) {
  test(`${block.id}: its size, its words in both languages, and every frame with its own`, async () => {
    const file = byHash.get(block.media);
    assert.ok(file !== undefined);
    assert.equal(file, `${block.id}.webp`);
    const bytes = readFileSync(new URL(file, folder));
    assert.ok(bytes.length < 60_000, `${file} is ${String(bytes.length)} bytes`);
    const { width, height, exif, format } = await sharp(bytes).metadata();
    assert.deepEqual([format, exif, block.size], ['webp', undefined, { width, height }]);
    for (const text of [block.alt, block.caption, ...block.highlights.map(({ label }) => label)])
      assert.deepEqual(Object.keys(text ?? {}), ['sv', 'en']);
  });
}

test('all of them weigh less than a megabyte', () => {
  const total = files.reduce((sum, name) => sum + readFileSync(new URL(name, folder)).length, 0);
  assert.ok(total < 1_000_000, String(total));
});
