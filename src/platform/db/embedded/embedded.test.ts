import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, test } from 'node:test';
import { waitFor } from '../../../../tests/support/wait.ts';
import { openDatabase, type Db, type OpenDatabase } from '../index.ts';
import { asOwner } from '../setup.ts';
import { canRun } from './account.ts';
import { copyBinaries, prepareBinaries } from './binaries.ts';
import { DataFolderTaken, findRunning, OtherMajorVersion, startEmbedded } from './index.ts';
import { isAlive, processesIn } from './processes.ts';

const script = fileURLToPath(new URL('../../../../tests/support/processes/own-database.ts', import.meta.url));
const asRoot = process.getuid?.() === 0;
const scope = { organisation: 'timra', person: null };
const folders: string[] = [];
let data = '';

before(async () => {
  data = await makeFolder();
});
after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

async function makeFolder(mode = 0o711): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kommons-embedded-'));
  await chmod(folder, mode);
  folders.push(folder);
  return folder;
}

const open = (): Promise<OpenDatabase> =>
  openDatabase({ place: { kind: 'embedded', data }, random: Math.random, connections: 4 });

const write = (db: Db, key: string): Promise<unknown> =>
  db.transaction(scope, (tx) =>
    tx
      .insertInto('platform.receipts')
      .values({
        organisation_id: 'timra',
        person_id: '',
        key,
        route: '',
        body_hash: '',
        reply: '{}',
        at: new Date(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
const keys = async (db: Db): Promise<readonly string[]> =>
  (
    await db.transaction(scope, (tx) =>
      tx.selectFrom('platform.receipts').select('key').orderBy('key').execute(),
    )
  ).map((row) => row.key);

type Owner = { readonly child: ChildProcess; readonly server: number };

async function startOwner(folder: string, user: { uid?: number; gid?: number } = {}): Promise<Owner> {
  const child = spawn(process.execPath, [script, folder], {
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: '/',
    ...user,
  });
  const said: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => said.push(text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => said.push(text));
  await waitFor(() => said.join('').includes('ready') || child.exitCode !== null, 30_000);
  const server = /^ready (\d+)$/m.exec(said.join(''))?.[1];
  assert.ok(server !== undefined, said.join(''));
  return { child, server: Number(server) };
}

async function stopOwner({ child, server }: Owner): Promise<void> {
  child.kill('SIGTERM');
  await once(child, 'exit');
  assert.equal(child.exitCode, 0);
  assert.equal(isAlive(server), false);
}

test('what was written is there after a stop, and an initialised database starts in under two seconds', async () => {
  const first = await open();
  await write(first.db, 'first');
  await first.close();
  const asked = performance.now();
  const again = await open();
  const took = performance.now() - asked;
  assert.deepEqual(await keys(again.db), ['first']);
  assert.deepEqual(again.migrated, []);
  await again.close();
  assert.ok(took < 2000, `took ${took} ms`);
  assert.equal(await findRunning(data), null);
});

test('only the process reaches it: no network, and a socket that nobody else may open', async () => {
  const database = await open();
  const [facts] = await asOwner(
    database.addresses.owner,
    async (client) =>
      (
        await client.query<{ network: string; folder: string; checksums: string; role: string }>(
          `select current_setting('listen_addresses') as network, current_setting('unix_socket_directories') as folder,
        current_setting('data_checksums') as checksums, current_user as role`,
        )
      ).rows,
  );
  assert.equal(facts?.network, '');
  assert.equal(facts?.checksums, 'on');
  assert.equal((await stat(facts?.folder ?? '')).mode & 0o777, 0o700);
  await database.close();
});

test('a server that is killed comes back, requests wait for it, and nothing acknowledged is lost', async () => {
  const database = await open();
  const acknowledged: string[] = [];
  const before = database.serverPid() ?? 0;
  process.kill(before, 'SIGKILL');
  for (let n = 0; n < 20; n += 1) {
    // A request that was under way may fail; the same key again is harmless.
    const tried = () => write(database.db, `k${n}`);
    await tried().catch(tried);
    acknowledged.push(`k${n}`);
  }
  assert.notEqual(database.serverPid(), before);
  const kept = new Set(await keys(database.db));
  assert.deepEqual(
    acknowledged.filter((key) => !kept.has(key)),
    [],
  );
  await database.close();
});

test('a folder in use is refused with the name of who uses it, and may be looked into as a guest', async () => {
  const owner = await startOwner(data);
  await assert.rejects(open(), (error) => error instanceof DataFolderTaken && error.pid === owner.child.pid);
  const guest = await findRunning(data);
  assert.ok(guest !== null);
  assert.equal((await asOwner(guest('kommons'), (client) => client.query('select 1'))).rowCount, 1);
  await stopOwner(owner);
});

test('when the application is killed, the next one takes over and nothing acknowledged is lost', async () => {
  const owner = await startOwner(data);
  const guest = await findRunning(data);
  assert.ok(guest !== null);
  await asOwner(guest('kommons'), (client) =>
    client.query(
      `insert into platform.receipts values ('timra', '', 'before the kill', '', '', '{}', now())`,
    ),
  );
  owner.child.kill('SIGKILL');
  await once(owner.child, 'exit');
  assert.equal(isAlive(owner.server), true, 'the server outlives the application');
  const database = await open();
  assert.equal(isAlive(owner.server), false);
  assert.ok((await keys(database.db)).includes('before the kill'));
  await database.close();
  assert.deepEqual(processesIn(join(data, 'pg18')), []);
});

test('a lock whose process is gone, or is another by now, is taken over', async () => {
  const stale = { pid: process.pid, mark: 'an earlier boot', since: '', command: '', token: 'x' };
  await writeFile(join(data, 'owner.lock'), JSON.stringify(stale));
  await (await open()).close();
});

test('of many that open at once, one owns the folder and the others are refused', async () => {
  const opened = await Promise.allSettled(Array.from({ length: 5 }, () => startEmbedded({ data })));
  const owners = opened.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const others = opened.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  assert.equal(owners.length, 1);
  assert.ok(others.every((error) => error instanceof DataFolderTaken));
  await Promise.all(owners.map((owner) => owner.stop()));
});

test('files of another major version are refused, and left alone', async () => {
  const old = await makeFolder();
  await mkdir(join(old, 'pg17'));
  await writeFile(join(old, 'pg17', 'PG_VERSION'), '17\n');
  await assert.rejects(startEmbedded({ data: old }), OtherMajorVersion);
  assert.equal(await readFile(join(old, 'pg17', 'PG_VERSION'), 'utf8'), '17\n');
});

test('a creation that was cut off is begun again', async () => {
  const cut = await makeFolder();
  await mkdir(join(cut, 'pg18.unfinished'));
  await writeFile(join(cut, 'pg18.unfinished', 'PG_VERSION'), '18\n');
  const server = await startEmbedded({ data: cut, durability: 'scratch' });
  assert.equal((await asOwner(server.url('postgres'), (client) => client.query('select 1'))).rowCount, 1);
  await server.stop();
});

test('binaries that others cannot read are copied to where they can', { skip: !asRoot }, async () => {
  const folder = await makeFolder();
  const copied = await copyBinaries(await prepareBinaries(), folder);
  assert.ok(canRun({ kind: 'other-user', uid: 65_534, gid: 65_534 }, copied.folder, folder));
  assert.deepEqual(await copyBinaries(copied, folder), copied);
});

test('root hands the server to another user', { skip: !asRoot }, async () => {
  const server = await startEmbedded({ data });
  const status = await readFile(`/proc/${server.pid()}/status`, 'utf8');
  assert.doesNotMatch(status, /^Uid:\s+0\s/m);
  await server.stop();
});

const namespaces = spawnSync('unshare', ['--user', '--map-user=1', 'true']).status === 0;

test(
  'root keeps the server in a namespace where no other user can reach the folder',
  { skip: !asRoot || !namespaces },
  async () => {
    const hidden = await makeFolder(0o700);
    const server = await startEmbedded({ data: hidden, durability: 'scratch' });
    const [row] = (
      await asOwner(server.url('postgres'), (client) => client.query('select current_user as role'))
    ).rows;
    assert.deepEqual(row, { role: 'kommons_owner' });
    await server.stop();
  },
);

/** Root can become another user here, and that user can read the checkout. */
const othersCanRead =
  asRoot && spawnSync('/bin/sh', ['-c', 'test -r "$0"', script], { uid: 65_534, gid: 65_534 }).status === 0;

for (const [name, uid, possible] of [
  ['an ordinary user', 65_534, othersCanRead],
  ['a user without an entry in the password file', 54_321, othersCanRead && namespaces],
] as const) {
  test(`it runs as ${name}`, { skip: !possible }, async () => {
    const folder = await makeFolder();
    await chown(folder, uid, uid);
    const killed = await startOwner(folder, { uid, gid: uid });
    killed.child.kill('SIGKILL');
    await once(killed.child, 'exit');
    const owner = await startOwner(folder, { uid, gid: uid });
    assert.equal(isAlive(killed.server), false);
    await stopOwner(owner);
  });
}
