import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openFiles } from './index.ts';

const folder = await mkdtemp(join(tmpdir(), 'kommons-files-'));
after(() => rm(folder, { recursive: true }));
const files = await openFiles(folder);
const bytes = new TextEncoder().encode('Skolskjuts, intyg från skolan');
const expected = createHash('sha256').update(bytes).digest('hex');

test('bytes come back under their own hash', async () => {
  assert.equal(await files.save(bytes), expected);
  assert.deepEqual(new Uint8Array(await files.get(expected)), bytes);
});

test('ten savings of the same bytes at once leave one file and nothing unfinished', async () => {
  const same = new TextEncoder().encode('samma');
  const hashes = await Promise.all(Array.from({ length: 10 }, () => files.save(same)));
  assert.equal(new Set(hashes).size, 1);
  assert.deepEqual(await readdir(join(folder, hashes[0]?.slice(0, 2) ?? '')), [hashes[0]]);
});

test('a damaged file is never served, and saving it again mends it', async () => {
  await writeFile(join(folder, expected.slice(0, 2), expected), 'Skolskjuts, intyg från någon');
  await assert.rejects(files.get(expected), /damaged/);
  await files.save(bytes);
  assert.deepEqual(new Uint8Array(await files.get(expected)), bytes);
});

for (const name of ['../../etc/passwd', '', 'f'.repeat(63), 'F'.repeat(64)]) {
  test(`no file outside the folder is reached by "${name.slice(0, 20)}"`, async () => {
    await assert.rejects(files.get(name), /no hash/);
  });
}

test('an unknown hash is a fault where it must be there, and nothing where it may be', async () => {
  await assert.rejects(files.get('0'.repeat(64)), /ENOENT/);
  assert.equal(await files.find('0'.repeat(64)), null);
  assert.deepEqual(await files.find(expected), await files.get(expected));
  await assert.rejects(files.find('../../etc/passwd'), /no hash/);
});

test('what a saving that was cut off left goes away, and what was whole gets its name', async () => {
  const place = (hash: string, uuid: string): string => join(folder, hash.slice(0, 2), `${hash}.${uuid}`);
  const half = '3b2e8cf0-9a3e-4a8c-9d7e-000000000001';
  const whole = '3b2e8cf0-9a3e-4a8c-9d7e-000000000002';
  const hash = await files.save(new TextEncoder().encode('helt'));
  const path = join(folder, hash.slice(0, 2), hash);
  await rename(path, place(hash, whole));
  await writeFile(place(hash, half), 'hel');
  const later = new Date(Date.now() + 1000);
  assert.equal(await files.clearUnfinished(new Date(0)), 0);
  assert.equal(await files.clearUnfinished(later), 2);
  assert.deepEqual(await readdir(join(folder, hash.slice(0, 2))), [hash]);
  assert.equal(new TextDecoder().decode(await files.get(hash)), 'helt');
});
