import assert from 'node:assert/strict';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { createArchive } from './archive.ts';
import { manifestName } from './manifest.ts';
import { inspectBackup } from './restore.ts';
import { blockSize, tarHeader } from './tar.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'kommons-foreign-'));
after(() => rm(folder, { recursive: true }));
const at = new Date('2026-01-15T08:00:00Z');
const file = path.join(folder, 'foreign.tar');

async function reasonOf(): Promise<string> {
  const found = await inspectBackup(file);
  assert.ok(!found.ok && found.failure.kind === 'damaged');
  return found.failure.reason;
}

for (const [name, size] of [
  ['negative', '-0000001000\0'],
  ['negative and short', '-1\0         '],
  ['in base 256', '\x80\0\0\0\0\0\0\0\0\0\x02\0'],
  ['no number', 'xxxxxxxxxxx\0'],
  ['larger than the file', '77777777777\0'],
] as const) {
  test(`a header whose size is ${name} is damage`, async () => {
    const header = tarHeader(manifestName, 0, at);
    header.write(size, 124, 'latin1');
    await writeFile(file, Buffer.concat([header, Buffer.alloc(blockSize * 8)]));
    assert.match(await reasonOf(), /no file begins at byte 0/);
  });
}

test('a digest whose time is no time is damage', async () => {
  const archive = await createArchive(file, at);
  await archive.add(manifestName, Buffer.from('{}'));
  await archive.finish();
  const handle = await open(file, 'r+');
  const { size } = await handle.stat();
  await handle.write('777777777777', size - 4 * blockSize + 136);
  await handle.close();
  assert.match(await reasonOf(), /digest at its end/);
});

for (const manifest of ['{not json', '', '{}', '[]', 'null']) {
  test(`an archive whose manifest is "${manifest}" is damage`, async () => {
    const archive = await createArchive(file, at);
    await archive.add(manifestName, Buffer.from(manifest));
    await archive.finish();
    assert.match(await reasonOf(), /manifest is of another format/);
  });
}
