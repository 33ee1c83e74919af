import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../../../tests/support/database.ts';
import { keys, newSecret } from '../../../tests/support/sign-in-site.ts';
import { seedFacts, seedNetworks } from '../organisations/index.ts';
import {
  actorOf,
  findLabels,
  findPersonalNumber,
  forgetExpired,
  listMandates,
  listReadsAbout,
  listReadsOfCase,
  logRead,
  revokeMandate,
} from './index.ts';
import { findDemoPerson, mintToken, readToken, seedDemoPeople } from './demo/index.ts';
import { endSession, listSessions, saveSession } from './sessions/store.ts';

const database = await testDatabase();
after(() => database.close());
const { db } = database;

const at = new Date('2026-11-22T10:00:00Z');
const later = new Date('2026-11-22T11:00:00Z');
const nobody = { organisation: null, person: null };
const settings = {
  now: later,
  keys,
  newSecret,
  readToken: (token: string, now: Date) => readToken(token, keys, now),
};

function getPerson(key: string) {
  const person = findDemoPerson(key);
  assert.ok(person !== null);
  return person;
}
const worker = getPerson('case-worker@harnosand');
const citizen = getPerson('citizen@harnosand');

before(async () => {
  await db.transaction(nobody, async (tx) => {
    await seedFacts(tx);
    await seedNetworks(tx, at);
  });
  await seedDemoPeople(db, { keys, newSecret, at });
});

test('seeding people again changes nothing', async () => {
  const count = async () =>
    db.transaction(
      nobody,
      async (tx) => (await tx.selectFrom('identity.subjects').select('hash').execute()).length,
    );
  const first = await count();
  await seedDemoPeople(db, { keys, newSecret, at: later });
  assert.equal(await count(), first);
  assert.equal(first, (48 + 5) * 7 + 1 + 2 + 66);
});

test('a person sees the own row and number; nobody else does, and nobody at all without being somebody', async () => {
  const seen = async (person: string | null) =>
    db.transaction({ organisation: 'harnosand', person }, async (tx) => ({
      people: (await tx.selectFrom('identity.people').select('id').execute()).map(({ id }) => id),
      number: await findPersonalNumber(tx, keys, citizen.id),
    }));
  assert.deepEqual(await seen(citizen.id), { people: [citizen.id], number: citizen.personalNumber });
  assert.deepEqual(await seen(worker.id), { people: [worker.id], number: null });
  assert.deepEqual(await seen(null), { people: [], number: null });
});

test('roles are seen by the organisation and the person, and given by the organisation only', async () => {
  const labels = async (organisation: string | null, person: string | null) =>
    db.transaction(
      { organisation, person },
      async (tx) => (await tx.selectFrom('identity.mandates').select('label').execute()).length,
    );
  assert.equal(await labels('harnosand', null), 7);
  assert.equal(await labels('sundsvall', worker.id), 8);
  assert.equal(await labels(null, worker.id), 1);
  assert.equal(await labels(null, null), 0);
  const taken = db.transaction({ organisation: 'sundsvall', person: worker.id }, async (tx) =>
    tx
      .insertInto('identity.mandates')
      .values({
        organisation_id: 'harnosand',
        person_id: worker.id,
        role: 'admin',
        label: 'x',
        valid_from: at,
      })
      .execute(),
  );
  await assert.rejects(taken, /row-level security/);
});

test('a role that is taken away is gone from the next request, and stays in history', async () => {
  const person = getPerson('training-lead@timra');
  const held = { organisation: 'timra', person: person.id, role: person.role, unit: null };
  const timra = { organisation: 'timra', person: null };
  await db.transaction(timra, async (tx) => {
    assert.equal((await listMandates(tx, 'timra', later)).length, 7);
    assert.equal(await revokeMandate(tx, held, later), true);
    assert.equal(await revokeMandate(tx, held, later), false);
    assert.equal((await listMandates(tx, 'timra', later)).length, 6);
    assert.deepEqual(
      await findLabels(tx, 'timra', [person.id]),
      new Map([[person.id, 'Utbildningsansvarig, Timrå']]),
    );
  });
});

test('a token is its person with its one role, made known at first use', async () => {
  const stranger = getPerson('citizen:7@umea');
  const [staff, first] = [await mintToken(worker, keys, at), await mintToken(stranger, keys, at)];
  const actors = await Promise.all(
    [staff, first, `${staff}x`].map(async (bearer) =>
      db.transaction(nobody, async (tx) =>
        actorOf(tx, { cookie: undefined, bearer }, { ...settings, now: at }),
      ),
    ),
  );
  assert.deepEqual(actors, [
    {
      kind: 'person',
      person: worker.id,
      name: 'Handläggare, Härnösand',
      mandates: [{ organisation: 'harnosand', unit: null, role: 'case-worker' }],
      workingFor: 'harnosand',
      via: 'token',
    },
    {
      kind: 'person',
      person: stranger.id,
      name: 'Invånare 7, Umeå',
      mandates: [],
      workingFor: null,
      via: 'token',
    },
    { kind: 'anonymous' },
  ]);
  const production = db.transaction(nobody, async (tx) =>
    actorOf(tx, { cookie: undefined, bearer: staff }, { ...settings, now: at, readToken: null }),
  );
  assert.deepEqual(await production, { kind: 'anonymous' });
});

test('an unknown secret is nobody, whatever it looks like', async () => {
  for (const cookie of ['', 'x', newSecret(), "' or true --", '\u0000']) {
    const actor = await db.transaction(nobody, async (tx) =>
      actorOf(tx, { cookie, bearer: undefined }, settings),
    );
    assert.deepEqual(actor, { kind: 'anonymous' });
  }
});

test('a transaction acts for nobody when the session is over or the person is disabled', async () => {
  const secret = newSecret();
  const session = {
    id: randomUUID(),
    secret,
    person: worker.id,
    method: 'oidc',
    acr: null,
    workingFor: null,
  };
  await db.transaction(nobody, (tx) => saveSession(tx, { ...session, at }));
  const acting = (hours: number) =>
    db.transaction(nobody, async (tx) => {
      const now = new Date(at.getTime() + hours * 3_600_000);
      const actor = await actorOf(tx, { cookie: secret, bearer: undefined }, { ...settings, now });
      const { rows } = await sql<{
        person: string | null;
      }>`select platform.current_person() as person`.execute(tx);
      return [actor.kind, rows[0]?.person];
    });
  assert.deepEqual(await acting(0.5), ['person', worker.id]);
  assert.deepEqual(await acting(20), ['anonymous', null]);
  await db.transaction({ organisation: null, person: worker.id }, (tx) =>
    sql`update identity.people set disabled_at = ${at} where id = ${worker.id}`.execute(tx),
  );
  assert.deepEqual(await acting(0.5), ['anonymous', null]);
  await db.transaction({ organisation: null, person: worker.id }, (tx) =>
    sql`update identity.people set disabled_at = null where id = ${worker.id}`.execute(tx),
  );
  await db.transaction(nobody, (tx) => endSession(tx, secret));
});

test('a hundred thousand secrets and not one twice', () => {
  assert.equal(new Set(Array.from({ length: 100_000 }, newSecret)).size, 100_000);
});

test('sessions that are over are forgotten, the others stay', async () => {
  const session = { person: worker.id, method: 'oidc', acr: null, workingFor: null };
  await db.transaction(nobody, async (tx) => {
    await saveSession(tx, {
      ...session,
      id: randomUUID(),
      secret: 'old',
      at: new Date('2026-11-21T10:00:00Z'),
    });
    await saveSession(tx, { ...session, id: randomUUID(), secret: 'new', at });
    assert.equal((await listSessions(tx, worker.id, at)).length, 1);
    await forgetExpired(tx, new Date('2026-11-22T10:30:00Z'));
    assert.equal((await tx.selectFrom('identity.sessions').select('id').execute()).length, 1);
    await forgetExpired(tx, later);
    assert.equal((await tx.selectFrom('identity.sessions').select('id').execute()).length, 0);
  });
});

test('every read is kept, for the organisation and for the person, and cannot be changed', async () => {
  const caseId = randomUUID();
  const read = {
    id: randomUUID(),
    organisation: 'harnosand',
    who: worker.id,
    whose: citizen.id,
    caseId,
    unit: null,
    act: 'read-case',
    why: 'assigned',
    at,
  };
  await db.transaction({ organisation: 'harnosand', person: worker.id }, async (tx) => logRead(tx, read));
  const row = {
    id: read.id,
    organisation: 'harnosand',
    at,
    reader: 'Handläggare, Härnösand',
    act: 'read-case',
  };
  await db.transaction({ organisation: null, person: citizen.id }, async (tx) => {
    assert.deepEqual(await listReadsAbout(tx, citizen.id), [row]);
  });
  await db.transaction({ organisation: 'harnosand', person: null }, async (tx) => {
    assert.deepEqual(await listReadsOfCase(tx, 'harnosand', caseId), [row]);
  });
  await db.transaction({ organisation: 'sundsvall', person: worker.id }, async (tx) => {
    assert.deepEqual(await listReadsOfCase(tx, 'harnosand', caseId), []);
    assert.deepEqual(await listReadsAbout(tx, citizen.id), []);
  });
  const removed = db.transaction({ organisation: 'harnosand', person: null }, async (tx) =>
    tx.deleteFrom('identity.reads').execute(),
  );
  await assert.rejects(removed, /permission denied/);
  const foreign = db.transaction({ organisation: 'sundsvall', person: null }, async (tx) =>
    logRead(tx, { ...read, id: randomUUID() }),
  );
  await assert.rejects(foreign, /row-level security/);
});
