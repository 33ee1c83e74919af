import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { theme } from '../../src/ui/index.ts';
import { demoMunicipalities } from '../../src/modules/identity/demo/index.ts';
import { findPlace, saveProfile } from '../../src/modules/organisations/index.ts';
import { testDatabase } from '../support/database.ts';
import { keys, newSecret } from '../support/sign-in-site.ts';
import { loadOrganisationsAndPeople } from './organisations.ts';
import { exampleProfile } from './profiles.ts';

const database = await testDatabase();
after(() => database.close());

test('every colour of the demo world can be read', () => {
  for (const [index, municipality] of demoMunicipalities.entries()) {
    const { colour } = exampleProfile(municipality, index);
    assert.ok(colour !== null && theme(colour).ok, `${municipality} ${String(colour)}`);
  }
});

test('the world is loaded once, and what an organisation changes stays', async () => {
  const parts = { keys, newSecret, at: new Date('2026-11-22T10:00:00Z') };
  const placeOf = async (organisation: string) =>
    database.db.transaction({ organisation, person: null }, async (tx) => findPlace(tx, organisation));
  await loadOrganisationsAndPeople(database.db, parts);
  assert.deepEqual((await placeOf('harnosand'))?.profile, {
    colour: '#0d5c63',
    phone: '08-465 004 01',
    email: 'kontakt@harnosand.example',
    example: true,
  });
  const own = { colour: '#123456', phone: null, email: null, example: false };
  await database.db.transaction({ organisation: 'harnosand', person: null }, async (tx) =>
    saveProfile(tx, 'harnosand', { ...own, at: parts.at }),
  );
  await loadOrganisationsAndPeople(database.db, parts);
  assert.deepEqual((await placeOf('harnosand'))?.profile, own);
});
