import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { appendFile, mkdtemp, open, readdir, rm, truncate, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openFiles, type KeptFile } from './index.ts';

const folder = await mkdtemp(join(tmpdir(), 'kommons-arriving-'));
after(() => rm(folder, { recursive: true }));
const files = await openFiles(folder);

/** Of no whole number of pieces, and no two pieces alike. */
const bytes = Buffer.concat(
  Array.from({ length: 40_000 }, (_, n) => createHash('sha256').update(String(n)).digest()),
).subarray(0, 1_270_001);
const expected = createHash('sha256').update(bytes).digest('hex');
const pathOf = (hash: string): string => join(folder, hash.slice(0, 2), hash);

async function send(content: Buffer, piece = 50_000) {
  const file = await files.begin();
  for (let at = 0; at < content.length; at += piece) await file.append(content.subarray(at, at + piece));
  return file;
}

async function read(file: KeptFile, first: number, last: number): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of file.read(first, last)) pieces.push(piece);
  return Buffer.concat(pieces);
}

test('what comes piece by piece is changed where it lies, sealed, and kept under the hash of what it is then', async () => {
  const file = await send(Buffer.concat([Buffer.from('fel'), bytes.subarray(3)]));
  assert.equal(file.size(), bytes.length);
  assert.deepEqual(Buffer.from(await file.read(bytes.length - 4, 100)), bytes.subarray(-4));
  await file.overwrite(0, bytes.subarray(0, 3));
  const sealed = await file.seal();
  assert.deepEqual([sealed.hash, sealed.size], [expected, bytes.length]);
  assert.equal(await files.open(expected), null, 'it has no name before it is kept');
  await sealed.keep();
  await sealed.keep();
  await file.drop();
  assert.deepEqual(Buffer.from(await files.get(expected)), bytes);
  assert.deepEqual(await readdir(join(folder, 'unfinished')), []);
});

test('any part is given as it is, whole pieces and not', async () => {
  const file = await files.open(expected);
  assert.ok(file);
  assert.equal(file.size, bytes.length);
  const last = bytes.length - 1;
  const parts = [
    [0, 0],
    [0, last],
    [262_143, 262_144],
    [262_144, 524_287],
    [700_000, 700_000],
    [1_000_000, last],
    [last, last],
  ] as const;
  for (const [first, to] of parts)
    assert.deepEqual(await read(file, first, to), bytes.subarray(first, to + 1), `${first}–${to}`);
});

test('what is larger than is asked for is not read whole, and what is not there is null', async () => {
  assert.equal(await files.find(expected, bytes.length - 1), null);
  assert.notEqual(await files.find(expected, bytes.length), null);
  assert.equal(await files.open('0'.repeat(64)), null);
  await assert.rejects(files.open('../../etc/passwd'), /no hash/);
});

/** Turns one byte over on the disk, and leaves its time as it was. */
async function damage(at: number): Promise<void> {
  const file = await open(pathOf(expected), 'r+');
  const { atime, mtime } = await file.stat();
  await file.write(Uint8Array.from([(bytes[at] ?? 0) ^ 1]), 0, 1, at);
  await file.close();
  await utimes(pathOf(expected), atime, mtime);
}

test('a byte that the disk has lost is noticed when its piece is read, and not before', async () => {
  const file = await files.open(expected);
  assert.ok(file);
  await damage(600_000);
  assert.deepEqual(await read(file, 0, 1000), bytes.subarray(0, 1001));
  await assert.rejects(read(file, 599_000, 599_010), /damaged/);
  await assert.rejects(files.open(expected), /damaged/, 'and it is opened no more');
  await (await send(bytes)).seal().then((sealed) => sealed.keep());
  const mended = await files.open(expected);
  assert.ok(mended);
  assert.deepEqual(await read(mended, 599_000, 599_010), bytes.subarray(599_000, 599_011));
});

test('one that was damaged before it was first opened is not opened, nor one that is longer or shorter', async () => {
  await damage(1_200_000);
  const another = await openFiles(folder);
  await assert.rejects(another.open(expected), /damaged/);
  await damage(0);
  const changes = [() => truncate(pathOf(expected), 1000), () => appendFile(pathOf(expected), 'mer')];
  for (const change of changes) {
    await (await send(bytes)).seal().then((sealed) => sealed.keep());
    await change();
    await assert.rejects((await openFiles(folder)).open(expected), /damaged/);
  }
});

test('what was dropped leaves nothing; what was cut off goes when it is old', async () => {
  const file = await send(bytes);
  await file.drop();
  await file.drop();
  assert.deepEqual(await readdir(join(folder, 'unfinished')), []);
  const left = await send(bytes);
  assert.equal(await files.clearUnfinished(new Date(0)), 0);
  assert.equal(await files.clearUnfinished(new Date(Date.now() + 1000)), 1);
  assert.deepEqual(await readdir(join(folder, 'unfinished')), []);
  await left.drop();
});

test('the disk keeps room for everything else', async () => {
  assert.equal(await files.hasRoom(Number.MAX_SAFE_INTEGER), false);
});
