import type { Keys } from '../../src/modules/identity/index.ts';
import { demoMunicipalities, seedDemoPeople } from '../../src/modules/identity/demo/index.ts';
import {
  exampleSuppliers,
  findProfile,
  saveProfile,
  seedFacts,
  seedNetworks,
} from '../../src/modules/organisations/index.ts';
import { saveLookedAfter } from '../../src/modules/systems/index.ts';
import type { Db } from '../../src/platform/db/index.ts';
import { exampleProfile } from './profiles.ts';

export type WorldParts = { readonly keys: Keys; readonly newSecret: () => string; readonly at: Date };

/**
 * The organisations and people of the demo world: every municipality and region, the networks, the looks
 * of their members, and somebody in each role. Harmless to repeat: what was changed since stays.
 */
export async function loadOrganisationsAndPeople(db: Db, parts: WorldParts): Promise<void> {
  await db.transaction({ organisation: null, person: null }, async (tx) => {
    await seedFacts(tx);
    await seedNetworks(tx, parts.at);
  });
  // Each looks after the record of the same id, once there is a catalogue.
  await db.transaction({ organisation: null, person: null }, async (tx) => {
    for (const { id } of exampleSuppliers) await saveLookedAfter(tx, id, { records: [id], at: parts.at });
  });
  for (const [index, organisation] of demoMunicipalities.entries()) {
    await db.transaction({ organisation, person: null }, async (tx) => {
      const { colour } = await findProfile(tx, organisation);
      if (colour === null)
        await saveProfile(tx, organisation, { ...exampleProfile(organisation, index), at: parts.at });
    });
  }
  await seedDemoPeople(db, parts);
}
