import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { render } from 'preact-render-to-string';
import { testDatabase } from '../../../tests/support/database.ts';
import { contextOf, personWith } from '../../../tests/support/route-context.ts';
import { keys, newSecret } from '../../../tests/support/sign-in-site.ts';
import { getOrganisation, type AnyRoute, type Reply } from '../../platform/http/index.ts';
import { findLog } from '../../platform/log/index.ts';
import { saveUnit, seedFacts, seedNetworks } from '../organisations/index.ts';
import { findDemoPerson, seedDemoPeople } from './demo/index.ts';
import { appoint, listMandates, logRead, routes, staffRoutes } from './index.ts';
import { decideStaff, StaffForm } from './people/staff-form.ts';
import { recognise } from './people/recognise.ts';
import { findPerson } from './people/store.ts';
import { saveSession } from './sessions/store.ts';

const database = await testDatabase();
after(() => database.close());
const { db } = database;
/** When the demo world was made, and the present of the requests. */
const at = new Date('2026-11-22T09:00:00Z');
const now = new Date('2026-11-22T10:00:00Z');
const idOf = (key: string): string => findDemoPerson(key)?.id ?? '';
const admin = idOf('admin@harnosand');
const harnosand = { organisation: 'harnosand', person: admin };

before(async () => {
  await db.transaction({ organisation: null, person: null }, async (tx) => {
    await seedFacts(tx);
    await seedNetworks(tx, at);
  });
  await seedDemoPeople(db, { keys, newSecret, at });
  await db.transaction({ organisation: 'harnosand', person: null }, async (tx) =>
    saveUnit(tx, 'harnosand', { id: 'skolforvaltningen', name: 'Skolförvaltningen' }),
  );
});

function getRoute(all: readonly AnyRoute[], method: string, end: string): AnyRoute {
  const found = all.find((route) => route.method === method && route.path.endsWith(end));
  assert.ok(found !== undefined, `${method} ${end}`);
  return found;
}

const html = (reply: Reply): string => (reply.kind === 'page' ? render(reply.content) : reply.kind);
const manage = staffRoutes({ keys, realm: 'entra' });

async function asAdmin(
  method: 'GET' | 'POST',
  end: string,
  sent: Readonly<Record<string, string>> = {},
): Promise<Reply> {
  const route = getRoute(manage, method, end);
  return db.transaction(harnosand, async (tx) => {
    const context = contextOf(tx, {
      organisation: 'harnosand',
      actor: personWith(admin, 'admin', 'harnosand'),
    });
    const params = { organisation: getOrganisation(context) };
    const query = route.query?.parse(sent) ?? {};
    return route.handle(context, {
      params,
      query,
      body: route.body?.parse(sent) ?? {},
      files: [],
      large: [],
    });
  });
}

test('the account shows roles, open sign-ins and who has read', async () => {
  const citizen = idOf('citizen@harnosand');
  const worker = idOf('case-worker@harnosand');
  await db.transaction({ organisation: 'harnosand', person: citizen }, async (tx) => {
    const base = { method: 'oidc', acr: null, workingFor: null, at: now };
    await saveSession(tx, { ...base, id: randomUUID(), secret: 'one', person: citizen });
    const read = { organisation: 'harnosand', who: worker, whose: citizen, caseId: randomUUID(), unit: null };
    await logRead(tx, { ...read, id: randomUUID(), act: 'read-case', why: 'own-case', at });
    await logRead(tx, { ...read, id: randomUUID(), act: 'something-new', why: 'own-case', at });
  });
  const show = async (language: 'sv' | 'en', organisation: string) =>
    db.transaction({ organisation: null, person: citizen }, async (tx) => {
      const actor = personWith(citizen, 'designer', organisation);
      const reply = await getRoute(routes, 'GET', '/konto').handle(contextOf(tx, { actor, language }), {
        params: {},
        query: {},
        body: {},
        files: [],
        large: [],
      });
      return html(reply);
    });
  const swedish = await show('sv', 'timra');
  for (const text of [
    'Timrå',
    'E-tjänstdesigner',
    'Du är inloggad på ett ställe',
    'Läste ett ärende',
    'Handläggare, Härnösand',
  ]) {
    assert.ok(swedish.includes(text), text);
  }
  assert.ok(swedish.includes('Läste uppgifter i ett ärende'), 'an act without words of its own');
  assert.ok((await show('en', 'timra')).includes('E-service designer'));
});

test('signing out everywhere ends the person’s sessions', async () => {
  const person = idOf('designer@harnosand');
  await db.transaction({ organisation: null, person }, async (tx) => {
    const session = { person, method: 'oidc', acr: null, workingFor: null, at };
    for (const secret of ['a', 'b']) await saveSession(tx, { ...session, id: randomUUID(), secret });
    const actor = personWith(person, 'designer', 'harnosand');
    const input = { params: {}, query: {}, body: {}, files: [], large: [] };
    const route = getRoute(routes, 'POST', '/logga-ut-overallt');
    assert.deepEqual(await route.handle(contextOf(tx, { actor }), input), { kind: 'see', to: '/' });
    const left = await tx
      .selectFrom('identity.sessions')
      .select('id')
      .where('person_id', '=', person)
      .execute();
    assert.equal(left.length, 0);
  });
});

const place = {
  name: 'Härnösand',
  units: [{ id: 'skolforvaltningen', name: 'Skolförvaltningen' }],
  realm: 'entra',
  supplies: false,
};
const forms: readonly (readonly [form: Readonly<Record<string, string>>, expected: unknown])[] = [
  [{ who: '19770117-2392', role: 'case-worker' }, 'personal-number Handläggare, Härnösand'],
  [
    { who: 'anna.e', role: 'designer', unit: 'skolforvaltningen' },
    'provider E-tjänstdesigner, Skolförvaltningen',
  ],
  [{ who: 'x', role: 'designer', unit: 'elsewhere' }, 'provider E-tjänstdesigner, Härnösand'],
  [{ who: 'x', role: 'admin', label: 'Systemförvaltare' }, 'provider Systemförvaltare'],
  [{ who: '19770117-2393', role: 'admin' }, ['wrong-number']],
  [{ who: '770117-2392', role: 'admin' }, ['wrong-number']],
  [{ who: '', role: 'admin' }, ['unreadable']],
  [{ who: 'two words', role: 'citizen' }, ['unreadable', 'no-role']],
  [{}, ['unreadable', 'no-role']],
];

test('who is to have which role is read, or everything wrong is said', () => {
  for (const [form, expected] of forms) {
    const decided = decideStaff(StaffForm.parse(form), place);
    const said = decided.ok
      ? `${decided.subject.kind} ${decided.label}`
      : decided.problems.map(({ kind }) => kind);
    assert.deepEqual(said, expected, JSON.stringify(form));
  }
});

test('a role given to somebody who has never signed in is there at the first sign-in', async () => {
  const reply = await asAdmin('POST', '/roller', {
    who: 'anna.e',
    role: 'case-worker',
    unit: 'skolforvaltningen',
  });
  assert.deepEqual(reply, { kind: 'see', to: '/arbete/harnosand/installningar/roller?nytt=given' });
  await asAdmin('POST', '/roller', { who: 'anna.e', role: 'case-worker', unit: 'skolforvaltningen' });
  const person = await db.transaction({ organisation: null, person: null }, async (tx) => {
    const identity = { realm: 'entra', subject: 'anna.e', personalNumber: null, name: 'Anna', acr: null };
    const id = await recognise(tx, keys, { identity, fresh: { newId: randomUUID, newSecret, at } });
    return findPerson(tx, id, now);
  });
  assert.equal(person?.name, 'Anna');
  assert.deepEqual(person?.mandates, [
    { organisation: 'harnosand', role: 'case-worker', unit: 'skolforvaltningen' },
  ]);
  const log = await db.transaction(harnosand, async (tx) =>
    findLog(tx, { organisation: 'harnosand', subject: `identity.person:${person.id}` }),
  );
  assert.deepEqual(
    log.map(({ kind, actor }) => [kind, actor]),
    [
      ['role-given', admin],
      ['role-given', admin],
    ],
  );
  assert.match(html(await asAdmin('GET', '/roller')), /Handläggare, Skolförvaltningen/);
});

test('what was typed wrong comes back with what is wrong', async () => {
  const reply = await asAdmin('POST', '/roller', { who: '19770117-2393', role: 'admin' });
  assert.equal(reply.kind === 'page' && reply.status, 422);
  assert.match(html(reply), /Kontrollsiffran stämmer inte/);
  assert.match(html(reply), /value="19770117-2393"/);
});

const to = (note: string) => ({ kind: 'see', to: `/arbete/harnosand/installningar/roller?nytt=${note}` });

test('a role is ended once, and the last administrator stays', async () => {
  const supplier = { person: idOf('supplier@harnosand'), role: 'supplier', unit: '' };
  assert.deepEqual(await asAdmin('POST', '/avsluta', supplier), to('ended'));
  assert.deepEqual(await asAdmin('POST', '/avsluta', supplier), to('not-held'));
  assert.deepEqual(
    await asAdmin('POST', '/avsluta', { person: admin, role: 'admin', unit: '' }),
    to('last-admin'),
  );
  assert.match(
    html(await asAdmin('GET', '/roller', { nytt: 'last-admin' })),
    /Det måste finnas en administratör/,
  );
});

test('of two administrators who end each other’s roles at once, one stays', async () => {
  const other = await db.transaction(harnosand, async (tx) =>
    appoint(
      tx,
      {
        organisation: 'harnosand',
        subject: { kind: 'provider', realm: 'entra', subject: 'second' },
        role: 'admin',
        unit: null,
        label: 'Administratör 2, Härnösand',
        by: admin,
      },
      { keys, newId: randomUUID, newSecret, now: at },
    ),
  );
  const ended = await Promise.all(
    [admin, other].map(async (person) => asAdmin('POST', '/avsluta', { person, role: 'admin', unit: '' })),
  );
  const notes = ended
    .map((reply) => (reply.kind === 'see' ? reply.to.split('=')[1] : ''))
    .toSorted((a = '', b = '') => a.localeCompare(b));
  assert.deepEqual(notes, ['ended', 'last-admin']);
  const left = await db.transaction(harnosand, async (tx) => listMandates(tx, 'harnosand', now));
  assert.equal(left.filter(({ role }) => role === 'admin').length, 1);
});
