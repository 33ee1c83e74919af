import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { z } from 'zod';
import { testDatabase } from '../../../tests/support/database.ts';
import { asOwner } from '../db/index.ts';
import { openFiles } from '../files/index.ts';
import { defineTask, enqueue, sweepFiles } from './index.ts';

const database = await testDatabase();
const folder = await mkdtemp(path.join(tmpdir(), 'kommons-sweep-'));
after(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});
const files = await openFiles(folder);
const { ownerUrl } = database;
const twoDays = 2 * 24 * 60 * 60 * 1000;

const placeOf = (hash: string): string => path.join(folder, hash.slice(0, 2), hash);
const onDisk = async (): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true })).filter((name) => name.length > 2).map((name) => name.slice(3));

/** A file that was saved two days ago. */
async function old(words: string): Promise<string> {
  const hash = await files.save(Buffer.from(words));
  const at = new Date(Date.now() - twoDays);
  await utimes(placeOf(hash), at, at);
  return hash;
}

const asMaintenance = (sql: string, values: readonly unknown[]): Promise<unknown> =>
  asOwner(ownerUrl, async (client) => {
    await client.query(`set kommons.maintenance = 'on'`);
    return client.query(sql, [...values]);
  });

const saveDefinition = (organisation: string, definition: unknown): Promise<unknown> =>
  asMaintenance('insert into commons.definitions (organisation_id, hash, definition) values ($1, $2, $3)', [
    organisation,
    randomUUID(),
    JSON.stringify(definition),
  ]);

test('what any row or job names stays, what none names goes, and what is new stays anyway', async () => {
  const [picture, inText, afterHex, inDraft, inJob] = await Promise.all(
    ['bild', 'i en text', 'efter siffror', 'i ett utkast', 'i ett jobb'].map(old),
  );
  const gone = await old('av ett utkast som är borta');
  const fresh = await files.save(Buffer.from('nyss'));
  await saveDefinition('harnosand', { blocks: [{ media: `sha256-${picture}` }], text: `rad\n${inText}` });
  await saveDefinition('timra', { text: `ab12${afterHex}cd` });
  await asMaintenance(
    `insert into services.drafts (organisation_id, id, work_id, person_id, version_id, settings_number, language,
       revision, content, begun_at, saved_at, kept_until)
     values ('timra', $1, 'anmalan', $1, 'v1', 1, 'sv', 1, $2, now(), now(), now())`,
    [randomUUID(), JSON.stringify({ answers: { bilaga: [{ id: 'a', hash: inDraft }] }, pages: {} })],
  );
  const send = defineTask('test.send', z.object({ file: z.string().optional() }));
  await database.db.transaction({ organisation: null, person: null }, (tx) =>
    enqueue(tx, send, inJob === undefined ? {} : { file: inJob }),
  );

  assert.equal(await sweepFiles({ ownerUrl, files, now: new Date() }), 1);
  const kept = await onDisk();
  assert.ok(!kept.includes(gone));
  assert.deepEqual(new Set(kept), new Set([picture, inText, afterHex, inDraft, inJob, fresh]));

  await asMaintenance('delete from services.drafts', []);
  assert.equal(await sweepFiles({ ownerUrl, files, now: new Date() }), 1);
  assert.equal(await files.find(inDraft ?? ''), null);
});

test('a file that is saved again while the sweep goes on stays', async () => {
  const hash = await old('en gång till');
  const saving = { ...files, list: async (before: Date) => listAndSave(before, 'en gång till') };
  await sweepFiles({ ownerUrl, files: saving, now: new Date() });
  assert.notEqual(await files.find(hash), null);
});

async function listAndSave(before: Date, words: string): Promise<readonly string[]> {
  const listed = await files.list(before);
  await files.save(Buffer.from(words));
  return listed;
}

test('savings that were cut off long ago leave nothing, and those under way are left alone', async () => {
  const hash = 'ab'.repeat(32);
  const [cut, underWay] = [`${hash}.${randomUUID()}`, `${hash}.${randomUUID()}`];
  await mkdir(path.join(folder, 'ab'), { recursive: true });
  for (const name of [cut, underWay]) await writeFile(path.join(folder, 'ab', name), 'halv');
  const at = new Date(Date.now() - twoDays);
  await utimes(path.join(folder, 'ab', cut), at, at);
  await sweepFiles({ ownerUrl, files, now: new Date() });
  const kept = await onDisk();
  assert.ok(!kept.includes(cut));
  assert.ok(kept.includes(underWay));
});

const held = (organisation: string, hash: string, at: Date): Promise<unknown> =>
  asMaintenance('insert into platform.files (organisation_id, hash, saved_at) values ($1, $2, $3)', [
    organisation,
    hash,
    at,
  ]);

test('whoever held a file that is gone may not name it, and what ships with Kommons waits', async () => {
  const [gone, shipped] = [await old('ingen nämner den'), await old('en bild som följer med')];
  const again = await old('läggs in igen');
  const long = new Date(Date.now() - twoDays);
  await held('harnosand', gone, long);
  await held('timra', gone, new Date());
  await held('kommons', shipped, long);
  await held('harnosand', again, long);
  await files.save(Buffer.from('läggs in igen'));

  await sweepFiles({ ownerUrl, files, now: new Date() });
  assert.equal(await files.find(gone), null, 'to hold a file does not keep it');
  assert.notEqual(await files.find(shipped), null);
  const left = await asOwner(ownerUrl, async (client) => {
    await client.query(`set kommons.maintenance = 'on'`);
    return client.query<{ who: string }>('select organisation_id || hash as who from platform.files');
  });
  assert.deepEqual(
    new Set(left.rows.map(({ who }) => who)),
    new Set([`timra${gone}`, `kommons${shipped}`, `harnosand${again}`]),
  );
});
