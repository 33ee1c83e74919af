import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { listMandates } from '../modules/identity/index.ts';
import { findByHost, seedFacts } from '../modules/organisations/index.ts';
import { seedCatalogue } from '../modules/systems/index.ts';
import { parseConfig, type Config } from '../platform/config/index.ts';
import { asOwner, openDatabase, type OpenDatabase } from '../platform/db/index.ts';
import { createIds, secureBytes } from '../platform/ids.ts';
import { findLog } from '../platform/log/index.ts';
import { putBack, saveBackup, upgrade } from './backup.ts';
import { giveHost } from './host.ts';
import { Unusable } from './kernel/failure.ts';
import { makeSupplier } from './supplier.ts';
import { verify } from './verify.ts';

const command = fileURLToPath(new URL('../../bin/kommons.mjs', import.meta.url));
const nobody = { organisation: null, person: null };
const folders: string[] = [];
const said: string[] = [];
const say = (line: string): void => void said.push(line);
let config: Config;
let running: OpenDatabase;

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kommons-cli-'));
  await chmod(folder, 0o711);
  folders.push(folder);
  return folder;
}

function configOf(environment: Readonly<Record<string, string>>): Config {
  const parsed = parseConfig(environment, '/');
  assert.ok(parsed.ok);
  return parsed.config;
}

const open = ({ database: place }: Config): Promise<OpenDatabase> =>
  openDatabase({ place, random: Math.random, connections: 2 });

const refused = (pattern: RegExp) => (error: unknown) =>
  error instanceof Unusable && pattern.test(error.message);

before(async () => {
  config = configOf({ KOMMONS_DATA: await makeFolder(), KOMMONS_ORIGIN: 'http://localhost:4300' });
  running = await open(config);
  await running.db.transaction(nobody, seedFacts);
});
after(async () => {
  await running.close();
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
});

const holder = async (host: string): Promise<string | null> =>
  (await running.db.transaction(nobody, (tx) => findByHost(tx, host)))?.id ?? null;

const people = (organisation: string) =>
  running.db.transaction({ organisation, person: null }, (tx) => listMandates(tx, organisation, new Date()));

describe('kommons supplier, beside a running Kommons', () => {
  const newId = createIds(() => new Date(), secureBytes);
  before(() =>
    running.db.transaction(nobody, (tx) => seedCatalogue(tx, { at: new Date(), newId, demo: true })),
  );
  test('lets one look after its records by name or id, with somebody who works there; again it changes nothing', async () => {
    assert.equal(await makeSupplier(['Exempelverket', '--person', '19770117-2392'], config, say), 0);
    assert.equal(await makeSupplier(['exempelverket'], config, say), 0);
    assert.match(
      said.join('\n'),
      /Exempelverket \(exempelverket\) looks after exempelverket in the catalogue/,
    );
    assert.deepEqual(
      (await people('exempelverket')).map(({ role, label }) => [role, label]),
      [['supplier', 'Leverantör, Exempelverket']],
    );
    const bought = ['modellby-teknik', '--organisation', 'exempelverket'];
    assert.equal(await makeSupplier(bought, config, say), 0);
    const where = { organisation: null, subject: 'organisations.organisation:exempelverket' };
    const log = await running.db.transaction(nobody, (tx) => findLog(tx, where));
    assert.deepEqual(
      log.map(({ kind, data }) => [kind, data]),
      [
        ['supplier-looks-after', { record: 'exempelverket' }],
        ['supplier-looks-after', { record: 'modellby-teknik' }],
      ],
    );
  });

  for (const [args, reason] of [
    [['Finns Inte Alls'], /the catalogue has no supplier Finns Inte Alls/],
    [['granlunda-exempeldata', '--organisation', 'harnosand'], /is to be a supplier/],
    [['granlunda-exempeldata', '--person', '19770117-2393'], /is no personal number/],
    [[], /write kommons supplier/],
  ] as const)
    test(`refuses ${args.join(' ')}`, async () => {
      await assert.rejects(makeSupplier(args, config, say), refused(reason));
    });

  test('what one looks after is not given to another', async () => {
    await makeSupplier(['granlunda-exempeldata'], config, say);
    const taken = makeSupplier(['granlunda-exempeldata', '--organisation', 'exempelverket'], config, say);
    await assert.rejects(taken, refused(/granlunda-exempeldata looks after/));
  });
});

describe('kommons host, beside a running Kommons', () => {
  test('gives a name, again, and takes it away, all of it in the log', async () => {
    assert.equal(await giveHost(['harnosand', 'E.Harnosand.example'], config, say), 0);
    assert.equal(await giveHost(['harnosand', 'e.harnosand.example'], config, say), 0);
    assert.equal(await holder('e.harnosand.example'), 'harnosand');
    await assert.rejects(
      giveHost(['timra', 'e.harnosand.example'], config, say),
      refused(/belongs to harnosand/),
    );
    assert.equal(await giveHost(['harnosand', '--remove'], config, say), 0);
    assert.equal(await holder('e.harnosand.example'), null);
    const where = { organisation: 'harnosand', subject: 'organisations.organisation:harnosand' };
    const log = await running.db.transaction({ ...nobody, organisation: 'harnosand' }, (tx) =>
      findLog(tx, where),
    );
    assert.deepEqual(
      log.map(({ kind }) => kind),
      ['host-given', 'host-given', 'host-removed'],
    );
  });

  for (const [args, reason] of [
    [['harnosand', 'LOCALHOST'], /Kommons's own \(KOMMONS_ORIGIN\)/],
    [['harnosand'], /write kommons host/],
    [['atlantis', 'e.atlantis.example'], /no organisation atlantis/],
    [['harnosand', 'https://e.harnosand.example/'], /no host name/],
    [['harnosand', 'e.harnosand.example', '--remove'], /write kommons host/],
  ] as const) {
    test(`refuses ${args.join(' ')}`, () => assert.rejects(giveHost(args, config, say), refused(reason)));
  }
});

/** Changes the second entry of the log, past every guard. */
const forge = (kind: string) =>
  asOwner(running.addresses.owner, (client) =>
    client.query(
      `begin; set local kommons.maintenance = 'on'; alter table platform.log disable trigger user;
       update platform.log set kind = '${kind}' where organisation_id = 'harnosand' and n = 2;
       alter table platform.log enable trigger user; commit`,
    ),
  );

test('kommons verify finds an entry that was changed', async () => {
  said.length = 0;
  assert.equal(await verify([], config, say), 0);
  assert.match(said.join('\n'), /^harnosand: 3 entries, digest [0-9a-f]{64}$/m);
  await forge('changed');
  assert.equal(await verify([], config, say), 1);
  assert.match(
    said.join('\n'),
    /harnosand: the log of organisations\.organisation:harnosand is broken at entry 2/,
  );
  await forge('host-given');
  assert.equal(await verify([], config, say), 0);
});

const amounts = (text: string): readonly string[] => text.match(/\d+ rows? in \d+ tables?/g) ?? [];

describe('kommons restore of one organisation', () => {
  const asked: string[] = [];
  const answering = (answer: string) => ({
    say,
    ask: async (question: string) => {
      asked.push(question);
      return answer;
    },
  });
  const nobodyThere = { say, ask: null };
  let file = '';
  let only: readonly string[] = [];

  before(async () => {
    file = path.join(await makeFolder(), 'harnosand.tar');
    only = [file, '--organisation', 'harnosand'];
    await saveBackup(only, config, say);
  });

  test('says what would be replaced, and replaces nothing that nobody has said yes to', async () => {
    const told =
      /harnosand has \d+ rows in \d+ tables?, the latest of 20\d\d-.*; they would be replaced by the \d+ rows in \d+ tables? of 20/;
    await assert.rejects(putBack(only, config, nobodyThere), refused(told));
    await assert.rejects(putBack(only, config, nobodyThere), refused(/Nothing was changed; give --replace/));
    for (const answer of ['', 'no', 'y']) {
      await assert.rejects(putBack(only, config, answering(answer)), refused(/nothing was changed/));
    }
    assert.match(asked[0] ?? '', told);
    assert.match(asked[0] ?? '', /Type yes to replace them: $/);
  });

  test('backup, question and restore count in one way', async () => {
    const whole = path.join(await makeFolder(), 'whole.tar');
    await saveBackup([whole], config, say);
    said.length = 0;
    await saveBackup(only, config, say);
    const [amount] = amounts(said.join());
    assert.ok(amount !== undefined);
    for (const args of [only, [whole, '--organisation', 'harnosand']]) {
      const told = await putBack(args, config, nobodyThere).then(String, String);
      assert.deepEqual(amounts(told), [amount, amount]);
      said.length = 0;
      await putBack([...args, '--replace'], config, nobodyThere);
      assert.deepEqual(amounts(said.join()), [amount]);
    }
  });

  test('does it after a yes, or with --replace without asking', async () => {
    assert.equal(await putBack(only, config, answering('yes')), 0);
    const before = asked.length;
    assert.equal(await putBack([...only, '--replace'], config, answering('no')), 0);
    assert.equal(asked.length, before);
    assert.match(said.at(-1) ?? '', /^restored harnosand as of /);
  });

  test('a file that is not there, or is none, is told in words', async () => {
    const folder = path.dirname(file);
    for (const [given, reason] of [
      [path.join(folder, 'none.tar'), /none\.tar: there is no such file/],
      [folder, /is no file; give the file/],
    ] as const) {
      await assert.rejects(putBack([given], config, nobodyThere), refused(reason));
    }
    for (const [given, reason] of [
      [path.join(folder, 'none', 'a.tar'), /none: there is no such folder/],
      [folder, /is a folder; give a file in it/],
    ] as const) {
      await assert.rejects(saveBackup([given], config, say), refused(reason));
    }
  });
});

describe('kommons upgrade', () => {
  let older: Config;
  let data = '';
  const left = async () => (await readdir(data)).toSorted();

  before(async () => {
    data = await makeFolder();
    older = configOf({ KOMMONS_DATA: data });
    await mkdir(path.join(data, 'pg17'));
    await writeFile(path.join(data, 'pg17', 'PG_VERSION'), '17\n');
  });

  test('creates nothing for a backup that cannot be used', async () => {
    const target = await makeFolder();
    const one = path.join(target, 'one.tar');
    const damaged = path.join(target, 'damaged.tar');
    await saveBackup([one, '--organisation', 'harnosand'], config, say);
    const bytes = await readFile(one);
    await writeFile(damaged, bytes.subarray(0, bytes.length / 2));
    for (const [file, reason] of [
      [one, /holds harnosand only/],
      [damaged, /^kommons: the backup is damaged: (?!.*damaged)/],
      [path.join(target, 'none.tar'), /no such file/],
    ] as const) {
      await assert.rejects(upgrade([file], older, say), refused(reason));
    }
    const url = 'postgresql://owner@db.example.se/kommons';
    await assert.rejects(
      upgrade([one], configOf({ DATABASE_URL: url }), say),
      refused(/for the embedded server/),
    );
    assert.deepEqual(await left(), ['pg17']);
  });

  test('puts everything into the new major version, and the old files stay', async () => {
    await giveHost(['timra', 'e.timra.example'], config, say);
    const whole = path.join(await makeFolder(), 'whole.tar');
    await saveBackup([whole], config, say);
    await assert.rejects(open(older), /kommons upgrade FILE/);
    assert.equal(await upgrade([whole], older, say), 0);
    assert.ok((await left()).includes('pg17'));
    const upgraded = await open(older);
    const found = await upgraded.db.transaction(nobody, (tx) => findByHost(tx, 'e.timra.example'));
    await upgraded.close();
    assert.equal(found?.id, 'timra');
  });
});

const run = (...args: readonly string[]) => runWith({ KOMMONS_DATA: config.data }, ...args);

const runWith = (environment: Readonly<Record<string, string>>, ...args: readonly string[]) => {
  const env = { ...process.env, ...environment };
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    encoding: 'utf8',
    env,
  });
  return { status, out: stdout, lines: stderr.split('\n').length - 1, err: stderr };
};

test('the demo world is not given back as new while Kommons runs, and nothing says that it is', () => {
  const ran = run('demo', 'reset');
  assert.equal(ran.status, 1);
  assert.equal(ran.out, '');
  assert.match(ran.err, /is in use by process/);
});

test('nor while Kommons runs elsewhere with the same DATABASE_URL; whoever it is is named', async () => {
  const { owner } = running.addresses;
  const place = { kind: 'server', url: owner } as const;
  const serving = await openDatabase({ place, random: Math.random, connections: 2, serving: true });
  const environment = { DATABASE_URL: owner, KOMMONS_DATA: await makeFolder() };
  const count = async (): Promise<number | null> =>
    (await asOwner(owner, (client) => client.query('select from organisations.organisations'))).rowCount;
  const before = await count();
  const ran = runWith(environment, 'demo', 'reset');
  assert.equal(ran.status, 1);
  assert.match(ran.err, new RegExp(`Kommons is running with this database \\(kommons ${process.pid} at `));
  assert.match(ran.err, /nothing was removed/);
  assert.equal(await count(), before);
  await serving.close();
});

test('the command says how it is used and refuses what it does not know', () => {
  assert.match(run('upgrade', '--help').out, /^ {2}kommons upgrade FILE$/m);
  const start = run('start', '--help');
  assert.equal(start.status, 0);
  assert.match(
    start.out,
    /^ {2}kommons start$[\s\S]*^ {2}KOMMONS_MODE \(demo\)$[\s\S]*^ {2}DATABASE_URL \*$/m,
  );
  for (const [args, reason] of [
    [['start', 'now'], /write kommons start/],
    [['upgrade'], /write kommons upgrade FILE/],
    [['constructor'], /no command constructor/],
    [['demo', 'forget'], /write kommons demo reset/],
  ] as const) {
    const ran = run(...args);
    assert.deepEqual({ status: ran.status, lines: ran.lines }, { status: 2, lines: 1 });
    assert.match(ran.err, reason);
  }
});
