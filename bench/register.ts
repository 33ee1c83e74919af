import path from 'node:path';
import { Client } from 'pg';
import { prepareKommons, type Kommons } from '../tests/support/kommons-process.ts';
import { fullLoad, loadRegister, type LoadSize } from '../tests/world/register/load.ts';
import { municipalities } from '../src/modules/organisations/index.ts';
import { readerFor } from '../src/modules/systems/everybody/reader.ts';
import { changeUsages } from '../src/modules/systems/usages/actions.ts';
import { connect, type Db } from '../src/platform/db/index.ts';
import { createIds, secureBytes } from '../src/platform/ids.ts';
import { deriveAddresses } from '../src/platform/db/roles.ts';
import { seeded, whole } from '../tests/proofs/random.ts';
import { measure, within, type Time, type Visit } from './portal/visits.ts';
import { importMany } from './register/import.ts';
import { openPeer, peerName, type Peer } from './register/peer.ts';
import { questions, type Question } from './register/questions.ts';
import { signIn } from './sign-in.ts';
import type { Row } from './table.ts';

/* The register where all of Sweden has filled it: what readers wait for, beside the least that SQL can take. */

const reader = 'harnosand';
const warm = { connections: 1, seconds: 2 };
const load = { connections: 1, seconds: 10 };

const timesOf = (times: readonly Time[]): { readonly p50: number; readonly p95: number } => ({
  p50: within(times, 0.5),
  p95: within(times, 0.95),
});

/** The same question straight to the database, by one connection that does nothing else. */
async function bare(client: Client, { sql }: Question, rounds: number): Promise<readonly Time[]> {
  const random = seeded(5);
  const times: Time[] = [];
  for (let round = 0; round < rounds + 5; round += 1) {
    const began = performance.now();
    for (const { text, values } of sql(random)) await client.query(text, [...values]);
    if (round >= 5) times.push({ kind: '', milliseconds: performance.now() - began });
  }
  return times;
}

/** The answer as the module gives it, in this process and without a page. */
async function answers(db: Db, { answer }: Question, rounds: number): Promise<readonly Time[]> {
  const random = seeded(5);
  const times: Time[] = [];
  for (let round = 0; round < rounds + 5; round += 1) {
    const began = performance.now();
    await db.transaction({ organisation: reader, person: null }, async (tx) =>
      answer(tx, await readerFor(tx, reader), random),
    );
    if (round >= 5) times.push({ kind: '', milliseconds: performance.now() - began });
  }
  return times;
}

async function peersTimes(peer: Peer, question: Question, rounds: number): Promise<readonly Time[]> {
  const random = seeded(5);
  const times: Time[] = [];
  for (let round = 0; round < rounds + 5; round += 1) {
    const milliseconds = await peer.ask(question.peer(random));
    if (round >= 5) times.push({ kind: '', milliseconds });
  }
  return times;
}

type Open = {
  readonly kommons: Kommons;
  readonly client: Client;
  readonly db: Db;
  readonly peer: Peer;
  readonly cookie: string;
};

async function askAll({ kommons, client, db, peer, cookie }: Open): Promise<readonly Row[]> {
  const headers = { cookie, origin: kommons.origin };
  const rows: Row[] = [];
  for (const question of questions(reader)) {
    const visits = question.addresses.map((address): Visit => ({ path: address, headers, kind: '' }));
    await measure(kommons.origin, visits, warm);
    const { times, result } = await measure(kommons.origin, visits, load);
    const failed = result.errors + result.timeouts + result.requests.total - result['2xx'];
    const own = timesOf(times);
    const alone = timesOf(await answers(db, question, 100));
    const least = timesOf(await bare(client, question, 100));
    const theirs = timesOf(await peersTimes(peer, question, 100));
    rows.push({
      question: question.name,
      asked: `${visits.length} ways, ${times.length} times`,
      'the page, median ms': own.p50.toFixed(1),
      'the page, p95 ms': own.p95.toFixed(1),
      'the answer, median ms': alone.p50.toFixed(1),
      'the answer, p95 ms': alone.p95.toFixed(1),
      'target, p95 ms': `under ${question.target}`,
      'bare SQL, median ms': least.p50.toFixed(1),
      'bare SQL, p95 ms': least.p95.toFixed(1),
      [`${peerName}, median ms`]: theirs.p50.toFixed(1),
      [`${peerName}, p95 ms`]: theirs.p95.toFixed(1),
      'times the page, at the median': (theirs.p50 / own.p50).toFixed(1),
      failed: String(failed),
    });
  }
  return rows;
}

const writes = 300;

/** One fact of one system changed, with its history and what others see of it, each in a transaction of its own. */
async function writeOne(db: Db, client: Client): Promise<Row> {
  const newId = createIds(() => new Date(), secureBytes);
  const { rows } = await client.query<{ organisation: string; id: string }>(
    `select organisation_id as organisation, id::text as id from systems.usages order by id limit 20000`,
  );
  const random = seeded(9);
  const times: Time[] = [];
  for (let n = 0; n < writes; n += 1) {
    const one = rows[whole(random, rows.length)];
    if (one === undefined) throw new Error('nothing is in use');
    const { organisation, id } = one;
    const began = performance.now();
    const batch = { id: newId(), at: new Date(), actor: newId() };
    const act = { kind: 'change' as const, id, changes: { owner: `Chef ${n}`, price: 1000 + n } };
    const done = await db.transaction({ organisation, person: null }, (tx) =>
      changeUsages({ tx, organisation, batch }, [act]),
    );
    if (!done.ok) throw new Error(JSON.stringify(done.failures));
    times.push({ kind: '', milliseconds: performance.now() - began });
  }
  const least: Time[] = [];
  for (let n = 0; n < writes; n += 1) {
    const one = rows[whole(random, rows.length)];
    const began = performance.now();
    await client.query('begin');
    await client.query(
      `update systems.usages set facts = facts || jsonb_build_object('owner', $3::text), revision = revision + 1
       where organisation_id = $1 and id = $2`,
      [one?.organisation, one?.id, `Chef ${n}`],
    );
    await client.query('commit');
    least.push({ kind: '', milliseconds: performance.now() - began });
  }
  const [own, bareTimes] = [timesOf(times), timesOf(least)];
  return {
    question: 'a fact changed: history, and four kinds of readers shown anew',
    asked: `${writes} times`,
    'the page, median ms': '',
    'the page, p95 ms': '',
    'the answer, median ms': own.p50.toFixed(1),
    'the answer, p95 ms': own.p95.toFixed(1),
    'target, p95 ms': 'under 20',
    'bare SQL, median ms': bareTimes.p50.toFixed(1),
    'bare SQL, p95 ms': bareTimes.p95.toFixed(1),
    [`${peerName}, median ms`]: '',
    [`${peerName}, p95 ms`]: '',
    'times the page, at the median': '',
    failed: '0',
  };
}

type Measured = { readonly asked: readonly Row[]; readonly loaded: Row };

async function measureAll(kommons: Kommons, size: LoadSize, cookie: string): Promise<Measured> {
  const ownerUrl = await kommons.ownerUrl();
  const db = connect({ url: deriveAddresses(ownerUrl).app, connections: 2, random: Math.random });
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const began = performance.now();
    const made = await loadRegister({ db, now: new Date(), size, say: () => undefined });
    const seconds = (performance.now() - began) / 1000;
    await client.query('vacuum analyze systems.shown_usages, systems.usages, systems.products');
    const peer = await openPeer(client, ownerUrl);
    const rows = await askAll({ kommons, client, db, peer, cookie });
    await peer.close();
    const loaded: Row = {
      what: `${made} systems in use of ${Math.min(size.municipalities, municipalities.length)} municipalities put in`,
      seconds: seconds.toFixed(0),
      'a second': (made / seconds).toFixed(0),
    };
    return { asked: [...rows, await writeOne(db, client)], loaded };
  } finally {
    await client.end();
    await db.close();
  }
}

/** On a Kommons of its own, which is thrown away with all that was put in it. */
export async function benchRegister(size: LoadSize = fullLoad): Promise<readonly (readonly Row[])[]> {
  const kommons = await prepareKommons(path.join(import.meta.dirname, 'process.ts'));
  try {
    await kommons.start();
    const cookie = await signIn(kommons.origin, `strategist@${reader}`);
    const { asked, loaded } = await measureAll(kommons, size, cookie);
    const imported = await importMany(kommons, { organisation: reader, cookie });
    return [asked, imported, [loaded]];
  } finally {
    await kommons.close();
  }
}
