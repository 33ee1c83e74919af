import assert from 'node:assert/strict';
import { mkdtemp, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { openFiles } from '../platform/files/index.ts';
import type { Large } from '../platform/http/index.ts';
import { NoRoom, openRooms, TooManyAtOnce } from './large.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'kommons-large-'));
after(() => rm(folder, { recursive: true }));
const files = await openFiles(folder);
const films: Large = {
  type: 'video/',
  called: { sv: 'En film', en: 'A film' },
  megabytes: 500,
  prepare: async () => null,
};
const sender = (n: number, organisation = 'skara') => ({ person: `person-${n}`, organisation });

test('one person has two under way, one organisation four, and all eight', async () => {
  const rooms = openRooms(files);
  const first = rooms(sender(1), films);
  await first.begin(10);
  await first.begin(10);
  await assert.rejects(first.begin(10), TooManyAtOnce);
  const second = rooms(sender(2), films);
  await second.begin(10);
  await second.begin(10);
  await assert.rejects(rooms(sender(3), films).begin(10), TooManyAtOnce);
  const others = [rooms(sender(4, 'hjo'), films), rooms(sender(5, 'hjo'), films)];
  for (const other of others) {
    await other.begin(10);
    await other.begin(10);
  }
  await assert.rejects(rooms(sender(6, 'falkoping'), films).begin(10), TooManyAtOnce);
  await first.end();
  const next = rooms(sender(3), films);
  await next.begin(10);
  for (const room of [second, ...others, next]) await room.end();
});

test('what has been let in has its room on the disk before the next is', async () => {
  const { bavail, bsize } = await statfs(folder);
  const most = Math.floor((bavail * bsize) / 2);
  const rooms = openRooms(files);
  const first = rooms(sender(1), films);
  await first.begin(most);
  const second = rooms(sender(2), films);
  await assert.rejects(second.begin(most), NoRoom);
  await first.end();
  await second.end();
  const alone = rooms(sender(2), films);
  await alone.begin(most);
  await alone.end();
});
