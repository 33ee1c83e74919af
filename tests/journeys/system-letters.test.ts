import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { saveProfile } from '../../src/modules/organisations/index.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { putInUse } from '../support/in-use.ts';
import type { Visitor } from '../support/visitor.ts';
import { waitFor } from '../support/wait.ts';

/* Letters between organisations about their systems. */

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
