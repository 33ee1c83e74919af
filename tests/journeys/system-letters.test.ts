import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { saveProfile } from '../../src/modules/organisations/index.ts';
import { saveWebhook } from '../../src/modules/systems/connections/webhooks/store.ts';
import { systemsReminded } from '../../src/modules/systems/index.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { putInUse } from '../support/in-use.ts';
import type { Visitor } from '../support/visitor.ts';
import { waitFor } from '../support/wait.ts';

/* Letters about systems: between organisations, and to those who answer for them. */

const product = 'hypergene-plattform';

let kommons: TestApp;
const as = (who: string): Visitor => kommons.visitor(who);
const at = (organisation: string, path: string): string => `/arbete/${organisation}/${path}`;

before(async () => {
  kommons = await testApp({ work: true });
  await putInUse(kommons, 'stromstad', [{ product, facts: { contact: 'It-chefen' } }]);
});
after(() => kommons.close());

test('whoever asked in English is written to in English, and whoever is asked in Swedish', async () => {
  const { db } = kommons.database;
  const scope = { organisation: 'hjo', person: null };
  const letters = () =>
    db.transaction(scope, async (tx) => {
      const { rows } = await sql<{ subject: string; text: string }>`
        select subject, text from platform.demo_mailbox where to_address = 'kommun@hjo.example'`.execute(tx);
      return rows;
    });
  const profile = { colour: null, phone: null, email: 'kommun@hjo.example', example: true };
  await db.transaction(scope, (tx) => saveProfile(tx, 'hjo', { ...profile, at: kommons.clock.now }));
  const asker = as('case-worker@hjo');
  const page = await asker.open(`/en${at('hjo', `systemfragor/ny?till=stromstad&produkt=${product}`)}`);
  const sent = await asker.send(page, '/systemfragor/ny', { text: 'How did it go?' });
  const question = /\/systemfragor\/([0-9a-f-]{36})/u.exec(sent.address)?.[1] ?? '';
  await as('case-worker@stromstad').raw('POST', at('stromstad', `systemfragor/${question}/svar`), {
    svar: 'Bra.',
  });
  await waitFor(async () => (await letters()).length === 1);
  const [letter] = await letters();
  assert.equal(letter?.subject, 'Strömstad has answered about Hypergene');
  assert.match(letter?.text ?? '', new RegExp(`/en/arbete/hjo/systemfragor/${question}`, 'u'));
});

test('whoever gets an address later gets the letter then, and what is told without letters is told once', async () => {
  const { ground, database } = kommons;
  const scope = { organisation: 'tibro', person: null };
  let now = new Date('2026-11-23T02:00:00Z');
  const night = systemsReminded({
    db: database.db,
    clock: () => now,
    newId: ground.newId,
    origin: ground.settings.origin,
    organisations: () => ['tibro'],
  });
  const profile = { colour: null, phone: null, example: true };
  const written = (email: string | null) =>
    database.db.transaction(scope, (tx) => saveProfile(tx, 'tibro', { ...profile, email, at: now }));
  await written(null);
  const webhook = { id: ground.newId(), address: 'https://mottagare.example/', kinds: ['notice'] as const };
  await database.db.transaction(scope, (tx) =>
    saveWebhook(tx, 'tibro', { ...webhook, madeAt: now, by: ground.newId(), most: 10 }),
  );
  const count = () =>
    database.db.transaction(scope, async (tx) => {
      const { rows } = await sql<{ letters: number; told: number }>`select
        (select count(*)::int from platform.demo_mailbox where to_address like '%tibro.example') as letters,
        (select count(*)::int from systems.webhook_deliveries where kind = 'notice.coming') as told`.execute(
        tx,
      );
      return rows[0];
    });
  await putInUse(kommons, 'tibro', [{ product, facts: { contractEnds: '2027-02-01', noticeMonths: 0 } }]);
  await night.run({});
  now = new Date('2026-11-24T02:00:00Z');
  await night.run({});
  assert.deepEqual(await count(), { letters: 0, told: 1 });
  await written('kommun@tibro.example');
  await night.run({});
  await night.run({});
  await waitFor(async () => (await count())?.letters === 1);
  now = new Date('2026-11-25T02:00:00Z');
  await night.run({});
  assert.deepEqual(await count(), { letters: 1, told: 1 });
});
