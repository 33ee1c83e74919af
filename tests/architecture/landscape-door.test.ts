import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';

/* What organisations show each other stands outside row security: one file writes it, and one door reads it. */

const root = path.resolve(import.meta.dirname, '../..');
const allowed = ['src/modules/systems/everybody/door.ts', 'src/modules/systems/everybody/show.ts'];

/** Files whose code names the table; a comment that tells of it does not read it. */
const naming = (files: readonly { readonly file: string; readonly text: string }[]): readonly string[] =>
  files
    .filter(({ text }) => /shown_(?:usages|changes)/u.test(text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/gu, '')))
    .map(({ file }) => file);

const sources = globSync('src/**/*.{ts,tsx}', { cwd: root })
  .map((file) => file.replaceAll('\\', '/'))
  // The types of every table, written from the migrations.
  .filter((file) => file !== 'src/platform/db/tables.ts' && !/\.test\.tsx?$/u.test(file))
  .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }));

test('only the door reads and only one file writes what others see', () => {
  assert.ok(sources.length > 500);
  assert.deepEqual(naming(sources).toSorted(), allowed);
});

test('another way to it is found', () => {
  const planted = {
    file: 'src/modules/systems/routes/side.ts',
    text: 'sql`select 1 from systems.shown_usages`',
  };
  const told = { file: 'src/modules/systems/told.ts', text: '// see systems.shown_usages\n' };
  assert.deepEqual(naming([planted, told]), [planted.file]);
});
