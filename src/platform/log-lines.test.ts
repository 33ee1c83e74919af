import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { openLogLines } from './log-lines.ts';

let folder: string;
before(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'kommons-log-'));
});
after(() => rm(folder, { recursive: true }));

async function writeTo(file: string, line: string): Promise<void> {
  const log = await openLogLines({ kind: 'file', file });
  log.write(line);
  await log.close();
}

test('a log file is made with its folder, appended to, and read by nobody else', async () => {
  const file = path.join(folder, 'new', 'kommons.log');
  await writeTo(file, 'one\n');
  await writeTo(file, 'two\n');
  assert.equal(await readFile(file, 'utf8'), 'one\ntwo\n');
  assert.equal((await stat(file)).mode & 0o777, 0o600);
});

test('a large file is put aside when it is opened', async () => {
  const file = path.join(folder, 'large.log');
  await writeFile(file, 'old\n');
  await truncate(file, 10 * 1024 * 1024 + 1);
  await writeTo(file, 'new\n');
  assert.equal(await readFile(file, 'utf8'), 'new\n');
  assert.equal((await stat(`${file}.1`)).size, 10 * 1024 * 1024 + 1);
});

test('a place that cannot be written is a fault at start, not later', async () => {
  await assert.rejects(openLogLines({ kind: 'file', file: folder }), /EISDIR/);
});
