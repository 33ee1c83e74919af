import assert from 'node:assert/strict';
import { glob, readFile } from 'node:fs/promises';
import { test } from 'node:test';

const root = new URL('../../../', import.meta.url);

async function sources(pattern: string): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for await (const file of glob(pattern, { cwd: root.pathname })) {
    if (!/\.test\.tsx?$/.test(file)) found.set(file, await readFile(new URL(file, root), 'utf8'));
  }
  return found;
}

const namesLibrary = (text: string): boolean =>
  /\blibrary_(?:publications|entries|uses)\b|\bcommons\.works\b/.test(text);

test('the library’s tables are read through one door, written through one shelf, and held against what they say in one place', async () => {
  const all = await sources('src/{modules,platform,web,cli}/**/*.{ts,tsx}');
  assert.ok(all.size > 100);
  const naming = [...all].filter(
    ([file, text]) => file !== 'src/platform/db/tables.ts' && namesLibrary(text),
  );
  assert.deepEqual(naming.map(([file]) => file).toSorted(), [
    'src/modules/commons/library/derived.ts',
    'src/modules/commons/library/door.ts',
    'src/modules/commons/library/shelf.ts',
  ]);
  const shelf = all.get('src/modules/commons/library/shelf.ts') ?? '';
  assert.doesNotMatch(shelf, /from commons\.library_\w+[^;]*\bselect\b|select [^;]*from commons\.library_/s);
});

test('every reading of the door takes a reader, but for who owns, follows and uses, and the terms of what was taken', async () => {
  const door = await readFile(new URL('src/modules/commons/library/door.ts', root), 'utf8');
  const readers = [...door.matchAll(/export async function (\w+)\(([^)]*)/g)];
  const without = readers
    .filter(([, , parameters]) => !parameters?.includes('reader: Reader'))
    .map(([, name]) => name);
  assert.deepEqual(without, ['findWorkRow', 'listTermRows', 'isFollowing', 'listUsingOrganisations']);
});

test('the detector sees a planted reading', () => {
  assert.ok(namesLibrary('select * from commons.library_entries'));
  assert.ok(!namesLibrary('select * from commons.versions'));
});

test('commons knows no kind of work by name', async () => {
  const all = await sources('src/modules/commons/**/*.{ts,tsx}');
  const naming = [...all].filter(([, text]) => /e-service|leaflet/.test(text)).map(([file]) => file);
  assert.deepEqual(
    naming.filter((file) => !file.startsWith('src/modules/commons/testing/')),
    [],
  );
});
