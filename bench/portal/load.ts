import type { Client } from 'pg';
import { hash, type Definition } from '../../src/kernel/index.ts';
import { insertWork } from '../../src/modules/commons/library/shelf.ts';
import { registerKind } from '../../src/modules/commons/index.ts';
import type { Base, Variant } from '../../src/modules/commons/model/work.ts';
import { saveDefinitions } from '../../src/modules/commons/store/definitions.ts';
import { insertSettings } from '../../src/modules/commons/store/settings.ts';
import { insertVariant, saveVariants } from '../../src/modules/commons/store/variants.ts';
import { insertVersions } from '../../src/modules/commons/store/versions.ts';
import { guideKind, shelfSubscription } from '../../src/modules/guides/index.ts';
import { municipalities, networks } from '../../src/modules/organisations/index.ts';
import { asOwner, connect, type Db } from '../../src/platform/db/index.ts';
import { deriveAddresses } from '../../src/platform/db/roles.ts';
import { copyTo, type Place } from './copies.ts';
import { makeWorks, type Work } from './works.ts';

/*
 * Five thousand works of one network, in use at its twelve municipalities. Those of the first are written by the
 * modules' own functions and taken in use as an event takes them; SQL copies its rows to the other eleven.
 */

const network = networks.find(({ id }) => id === 'gvs12');
const owner = network?.id ?? '';

/** The municipalities of the network. */
export const places: readonly Place[] = (network?.members ?? []).flatMap((code) =>
  municipalities.filter((one) => one.code === code).map(({ id, name }) => ({ id, name })),
);

/** Works that are written at once. */
const batch = 250;
const sessions = 4;

const by = { person: null, name: 'Mätning' };
const sharing = { changes: false, use: false, results: false };

/** Values of the parameters that most of the shipped guides share; what has none is named by its label. */
const values: Readonly<Record<string, string | number>> = {
  namnd: 'socialnämnden',
  supporttelefon: '08-465 004 30',
  supportepost: 'stod@kommunen.example',
  'support-epost': 'stod@kommunen.example',
  'support-telefon': '08-465 004 31',
  jourtelefon: '08-465 004 32',
  'kontakt-telefon': '08-465 004 33',
  'kontakt-epost': 'kontakt@kommunen.example',
  'journal-tid': 1,
};

function ownValues(definition: Definition): Readonly<Record<string, string | number>> {
  const text = JSON.stringify(definition['parameters']);
  return Object.fromEntries(Object.entries(values).filter(([id]) => text.includes(`"${id}"`)));
}

function variantOf(organisation: string, { work, base, local }: Work, at: Date): Variant {
  const taken: Base = {
    organisation: owner,
    number: 1,
    versionId: `${work}-base`,
    definitionHash: hash(base, guideKind.rules),
    offered: {},
    locked: [],
  };
  const head = { number: 2, versionId: `${work}-local`, definitionHash: hash(local, guideKind.rules) };
  return {
    organisation,
    work,
    kind: 'guide',
    title: base.title,
    base: taken,
    sharing,
    autoUpdate: 'ask',
    head,
    settingsNumber: 1,
    running: { number: 2, versionId: head.versionId, settingsNumber: 1, since: at },
    draft: null,
    published: null,
  };
}

async function saveBatch(db: Db, organisation: string, works: readonly Work[], at: Date): Promise<void> {
  await db.transaction({ organisation: owner, person: null }, async (tx) => {
    for (const { work } of works)
      await insertWork(tx, { work_id: work, kind: 'guide', owner_organisation_id: owner }, at);
  });
  const variants = works.map((work) => variantOf(organisation, work, at));
  await db.transaction({ organisation, person: null }, async (tx) => {
    const definitions = works.flatMap(({ base, local }) =>
      [base, local].map((definition) => ({ hash: hash(definition, guideKind.rules), definition })),
    );
    await saveDefinitions(tx, organisation, definitions);
    for (const variant of variants) await insertVariant(tx, variant, at);
    await saveVariants(tx, variants);
    const line = { author: by, at, origins: [], message: 'Mätning.' };
    await insertVersions(
      tx,
      organisation,
      variants.flatMap(({ work, base, head }) => [
        {
          ...line,
          work,
          base,
          number: 1,
          id: `${work}-taken`,
          definitionHash: base?.definitionHash ?? '',
          parents: [base?.versionId ?? ''],
          step: 'adopted' as const,
        },
        {
          ...line,
          ...head,
          work,
          base,
          id: head.versionId,
          parents: [`${work}-taken`],
          step: 'changed' as const,
        },
      ]),
    );
    for (const { work, local } of works)
      await insertSettings(tx, organisation, {
        work,
        number: 1,
        values: ownValues(local),
        by,
        at,
        reason: null,
      });
  });
}

/** Puts the works of one municipality on its shelf and in its search, as what runs there. */
async function takeInUse(db: Db, organisation: string, works: readonly Work[], at: Date): Promise<void> {
  const subscription = shelfSubscription();
  const waiting = works.values();
  const deliver = async (): Promise<void> => {
    for (const { work } of waiting) {
      const event = {
        organisation,
        work,
        kind: 'guide',
        versionId: `${work}-local`,
        number: 2,
        settingsNumber: 1,
      };
      await subscription.deliver(event, { id: work, at, organisation }, db);
    }
  };
  await Promise.all(Array.from({ length: sessions }, deliver));
}

const index = 'guides.search_rows_words';

/** Built anew when everything is there: a word at a time takes ten times as long. */
async function withoutIndex(client: Client, work: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(
    `select pg_get_indexdef('${index}'::regclass) as statement`,
  );
  await client.query(`drop index ${index}`);
  await work();
  await client.query(`set maintenance_work_mem = '1GB'`);
  await client.query(rows[0]?.statement ?? '');
  await client.query('reset maintenance_work_mem');
}

export type Loaded = { readonly works: readonly Work[]; readonly rows: number; readonly seconds: number };

/** Fills the database of a running demo world, which is thrown away afterwards. */
export async function loadGuides(ownerUrl: string, count: number, at: Date): Promise<Loaded> {
  const began = performance.now();
  registerKind(guideKind);
  const [first, ...others] = places;
  if (first === undefined) throw new Error('the network has no members');
  const works = await makeWorks(count, first.name);
  const db = connect({ url: deriveAddresses(ownerUrl).app, connections: sessions, random: Math.random });
  try {
    return await asOwner(ownerUrl, async (client) => {
      await withoutIndex(client, async () => {
        for (let from = 0; from < works.length; from += batch) {
          const some = works.slice(from, from + batch);
          await saveBatch(db, first.id, some, at);
          await takeInUse(db, first.id, some, at);
        }
        for (const other of others) await copyTo(client, first, other);
      });
      await client.query('vacuum analyze');
      const { rows } = await client.query<{ rows: number }>(
        'select count(*)::int as rows from guides.search_rows',
      );
      return { works, rows: rows[0]?.rows ?? 0, seconds: (performance.now() - began) / 1000 };
    });
  } finally {
    await db.close();
  }
}
