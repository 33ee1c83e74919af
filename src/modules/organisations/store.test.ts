import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { testDatabase } from '../../../tests/support/database.ts';
import { hostTable } from './hosts.ts';
import { publicKinds } from './model.ts';
import { nameTable } from './name-table.ts';
import { findPlace, findProfile, listUnits, saveProfile, saveUnit } from './profile.ts';
import { seedFacts, seedNetworks } from './seed.ts';
import {
  findByHost,
  findNames,
  findOrganisation,
  listHosts,
  listMatching,
  listOrganisations,
  membersOf,
  networkNamesOf,
  networksOf,
  saveHost,
} from './store.ts';

const database = await testDatabase();
after(() => database.close());

const at = new Date('2026-11-22T10:00:00Z');
const nobody = { organisation: null, person: null };
const inside = (organisation: string) => ({ organisation, person: null });
const names = (rows: readonly { readonly name: string }[]): readonly string[] => rows.map(({ name }) => name);

before(async () => {
  await database.db.transaction(nobody, async (tx) => {
    await seedFacts(tx);
    await seedNetworks(tx, at);
  });
});

test('seeding again changes nothing', async () => {
  await database.db.transaction(nobody, async (tx) => {
    const search = { search: '', kinds: publicKinds, network: null, page: 1 };
    const first = await listOrganisations(tx, search);
    await seedFacts(tx);
    await seedNetworks(tx, at);
    assert.deepEqual(await listOrganisations(tx, search), first);
    assert.equal(first.total, 290 + 21 + 5);
  });
});

test('an organisation is found by its slug, or not at all', async () => {
  await database.db.transaction(nobody, async (tx) => {
    assert.deepEqual(await findOrganisation(tx, 'harnosand'), {
      id: 'harnosand',
      kind: 'municipality',
      code: '2280',
      name: 'Härnösand',
      publicName: 'Härnösands kommun',
      county: '22',
      host: null,
    });
    assert.equal(await findOrganisation(tx, 'atlantis'), null);
    assert.equal(await findPlace(tx, 'atlantis'), null);
    assert.deepEqual(
      [...(await findNames(tx, ['timra', 'v6', 'atlantis']))],
      [
        ['timra', 'Timrå'],
        ['v6', 'V6'],
      ],
    );
  });
});

test('networks and members, in Swedish order', async () => {
  await database.db.transaction(nobody, async (tx) => {
    const members = [
      'Hudiksvall',
      'Härnösand',
      'Kramfors',
      'Nordanstig',
      'Sollefteå',
      'Sundsvall',
      'Timrå',
      'Ånge',
      'Örnsköldsvik',
    ];
    assert.deepEqual(names(await membersOf(tx, 'esamverkan')), members);
    assert.deepEqual(names(await networksOf(tx, 'skara')), ['GVS12', 'V6']);
    assert.deepEqual(await networksOf(tx, 'umea'), []);
    assert.deepEqual(await membersOf(tx, 'harnosand'), []);
  });
});

const searches: readonly (readonly [search: string, found: readonly string[]])[] = [
  ['härnö', ['Härnösand']],
  ['HARNOSAND', ['Härnösand']],
  ['228', ['Härnösand', 'Kramfors', 'Sollefteå', 'Sundsvall', 'Örnsköldsvik']],
  ['upplands v', ['Upplands Väsby']],
  ['falu', ['Falun']],
  ['Västra Götalandsregionen', ['Västra Götalandsregionen']],
  ['%', []],
  ['_', []],
  [String.raw`\ `, []],
];

test('the list is searched by name, slug and code, and a wildcard is only a character', async () => {
  await database.db.transaction(nobody, async (tx) => {
    for (const [search, found] of searches) {
      const { rows, total } = await listOrganisations(tx, {
        search,
        kinds: publicKinds,
        network: null,
        page: 1,
      });
      assert.deepEqual([...names(rows)].toSorted(), [...found].toSorted(), search);
      assert.equal(total, found.length);
    }
  });
});

test('the list has 25 a page, in Swedish order, and ends', async () => {
  await database.db.transaction(nobody, async (tx) => {
    const all: string[] = [];
    for (let page = 1; page <= 12; page += 1) {
      const { rows, total } = await listOrganisations(tx, {
        search: '',
        kinds: ['municipality'],
        network: null,
        page,
      });
      assert.equal(total, 290);
      assert.equal(rows.length, page === 12 ? 15 : 25);
      all.push(...names(rows));
    }
    assert.deepEqual(all, all.toSorted(new Intl.Collator('sv-SE').compare));
    assert.deepEqual([all[0], all.at(-1)], ['Ale', 'Övertorneå']);
  });
});

test('the list is narrowed to a network, with the networks of each', async () => {
  await database.db.transaction(nobody, async (tx) => {
    const query = { search: 'l', kinds: ['municipality'], network: 'v6' } as const;
    const { rows } = await listOrganisations(tx, { ...query, page: 1 });
    assert.deepEqual(names(rows), ['Lidköping']);
    assert.deepEqual(await listMatching(tx, query), ['lidkoping']);
    const found = await networkNamesOf(tx, ['lidkoping', 'timra', 'umea']);
    assert.deepEqual(
      found,
      new Map([
        ['lidkoping', ['GVS12', 'V6']],
        ['timra', ['eSamverkan']],
      ]),
    );
  });
});

test('the table of host names knows what was there when it was read', async () => {
  const table = hostTable(database.db, 'kommons.example.se');
  await database.db.transaction(nobody, (tx) => saveHost(tx, 'timra', 'e.timra.example'));
  assert.equal(table.find('e.timra.example'), null);
  await table.refresh();
  assert.equal(table.find('e.timra.example'), 'timra');
  const own = hostTable(database.db, 'e.timra.example');
  await own.refresh();
  assert.equal(own.find('e.timra.example'), null, 'Kommons’s own host is nobody’s');
  await database.db.transaction(nobody, (tx) => saveHost(tx, 'timra', null));
  await table.refresh();
  assert.equal(table.find('e.timra.example'), null);
});

test('the table of names learns of those that no release knows, and asks for them once', async () => {
  const table = nameTable(new Map([['timra', 'Timrå']]));
  assert.equal(table.find('harnosand'), 'harnosand');
  await database.db.transaction(nobody, (tx) => table.learn(tx, ['timra', 'harnosand', 'atlantis']));
  assert.deepEqual(['timra', 'harnosand', 'atlantis'].map(table.find), ['Timrå', 'Härnösand', 'atlantis']);
});

test('a host name leads to one organisation', async () => {
  await database.db.transaction(nobody, async (tx) => {
    await saveHost(tx, 'harnosand', 'E-Tjanster.harnosand.example');
    assert.equal((await findByHost(tx, 'e-tjanster.HARNOSAND.example'))?.id, 'harnosand');
    assert.deepEqual(await listHosts(tx), [
      { host: 'e-tjanster.harnosand.example', organisation: 'harnosand' },
    ]);
    await saveHost(tx, 'harnosand', null);
    assert.equal(await findByHost(tx, 'e-tjanster.harnosand.example'), null);
  });
});

test('looks and units are seen and changed in the own organisation only', async () => {
  const profile = { colour: '#0d5c63', phone: '0611-00 00 00', email: null, example: true };
  await database.db.transaction(inside('harnosand'), async (tx) => {
    await saveProfile(tx, 'harnosand', { ...profile, at });
    await saveUnit(tx, 'harnosand', { id: 'skolforvaltningen', name: 'Skolförvaltningen' });
    assert.deepEqual(await findProfile(tx, 'harnosand'), profile);
    assert.deepEqual(await listUnits(tx, 'harnosand'), [
      { id: 'skolforvaltningen', name: 'Skolförvaltningen' },
    ]);
  });
  await database.db.transaction(inside('sundsvall'), async (tx) => {
    assert.equal((await findPlace(tx, 'harnosand'))?.profile.colour, null);
    assert.deepEqual(await listUnits(tx, 'harnosand'), []);
  });
  const trespass = database.db.transaction(inside('sundsvall'), async (tx) =>
    saveProfile(tx, 'harnosand', { ...profile, at }),
  );
  await assert.rejects(trespass, /row-level security/);
});
