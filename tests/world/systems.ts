import { createHash } from 'node:crypto';
import { findDemoPerson, demoMunicipalities } from '../../src/modules/identity/demo/index.ts';
import {
  decideUnit,
  inhabitantsOf,
  municipalities,
  networks,
  saveUnit,
} from '../../src/modules/organisations/index.ts';
import type { Usage } from '../../src/modules/systems/model/usage.ts';
import { changeUsages, type Act } from '../../src/modules/systems/usages/actions.ts';
import { saveFlow } from '../../src/modules/systems/usages/flows.ts';
import type { Db, Tx } from '../../src/platform/db/index.ts';
import { createIds } from '../../src/platform/ids.ts';
import { isoDay } from '../../src/platform/text/index.ts';
import { sql } from 'kysely';
import { seeded, whole, type Random } from '../proofs/random.ts';
import { wordsOf } from './register/areas.ts';
import { inventFacts } from './register/facts.ts';
import {
  areaOf,
  inventLandscape,
  productOf,
  supplierOf,
  usualFlows,
  type Chosen,
} from './register/landscape.ts';

/*
 * What the municipalities of the demo networks use. All of it is invented and marked so; contracts, prices and
 * opinions are told of invented products alone.
 */

const dayLength = 86_400_000;

/** How long ago each part of a landscape was confirmed, in days: fresh, of this year, ageing, stale. */
const ages = [9, 170, 470, 860];

/** Eleven of the thirteen of Göteborgsregionen plan school transport with the same product, and leave it soon. */
const leaving = { product: 'provkoping-turplan', component: 'skolskjutsplanering' } as const;
const notLeaving = new Set(['goteborg', 'ockero']);

/** What the joint board in Norrbotten runs for its members. */
const jointly = [
  ['mallsta-etjanst', 'e-tjanstplattform'],
  ['pahitt-bevara', 'e-arkiv'],
  ['mallsta-floderi', 'integrationsplattform'],
  ['scrive-esign', 'e-underskrift'],
  ['entryscape-plattform', 'oppna-data'],
  ['esmaker', 'enkater'],
] as const;
export const jointBoard = 'e-namnden-norrbotten';

const membersOf = (network: string): readonly string[] => {
  const codes = networks.find(({ id }) => id === network)?.members ?? [];
  return municipalities.filter(({ code }) => code !== null && codes.includes(code)).map(({ id }) => id);
};

export type Invented = {
  readonly organisation: string;
  readonly usages: readonly (Pick<Usage, 'id' | 'product' | 'facts' | 'secret' | 'members'> & {
    readonly component: string;
    readonly age: number;
  })[];
};

const seedOf = (text: string): number =>
  createHash('sha256').update(`kommons register ${text}`).digest().readUInt32LE();

function idsFrom(random: Random, now: Date): () => string {
  return createIds(
    () => now,
    (target) => target.forEach((_, index) => (target[index] = whole(random, 256))),
  );
}

/** What an organisation of the demo world uses, the same whenever it is asked for on the same day. */
export function inventOrganisation(organisation: string, now: Date): Invented {
  const random = seeded(seedOf(organisation));
  const newId = idsFrom(random, now);
  const isBoard = organisation === jointBoard;
  const inhabitants = isBoard ? 250_000 : (inhabitantsOf(organisation) ?? 15_000);
  const today = isoDay(now);
  const usages = chosenFor(random, organisation, inhabitants).map(({ product, component }, index) => {
    const words = wordsOf(areaOf(component));
    const endsIn =
      isLeaving(organisation) && product.id === leaving.product
        ? 3 + ((index + whole(random, 14)) % 14)
        : null;
    const facts = inventFacts({
      random, organisation, inhabitants, product, supplier: supplierOf(product), words, today,
      ...(endsIn === null ? {} : { endsIn }),
    }); // prettier-ignore
    return {
      id: newId(),
      product: product.id,
      component,
      facts: isBoard ? { ...facts, hosting: 'joint' as const } : facts,
      secret: areaOf(component) === 'sakerhet' && random() < 0.5,
      members: isBoard ? membersOf(jointBoard) : [],
      age: ages[whole(random, ages.length)] ?? 0,
    };
  });
  return { organisation, usages };
}

const isLeaving = (organisation: string): boolean =>
  membersOf('goteborgsregionen').includes(organisation) && !notLeaving.has(organisation);

const chosen = ([id, component]: readonly [string, string]): Chosen => ({
  product: productOf(id),
  component,
});

function chosenFor(random: Random, organisation: string, inhabitants: number): readonly Chosen[] {
  if (organisation === jointBoard) return jointly.map(chosen);
  const count = Math.min(45, 25 + whole(random, 12) + Math.round(inhabitants / 12_000));
  const has = isLeaving(organisation)
    ? [chosen([leaving.product, leaving.component])]
    : notLeaving.has(organisation)
      ? [chosen(['optiplan-skolskjuts', leaving.component])]
      : [];
  const without = membersOf(jointBoard).includes(organisation)
    ? jointly.map(([, component]) => component)
    : [];
  return inventLandscape(random, { count, has, without });
}

/** Everybody in the demo world who has something in the register. */
export const registering: readonly string[] = [...demoMunicipalities, jointBoard];

type Parts = { readonly db: Db; readonly now: Date };

/** Fills the register for whoever has nothing in it, removed systems included. Harmless to repeat. */
export async function fillRegister({ db, now }: Parts): Promise<void> {
  for (const organisation of registering) {
    await db.transaction({ organisation, person: null }, async (tx) => {
      if (!(await hasNone(tx, organisation))) return;
      await register(tx, inventOrganisation(organisation, now), now);
    });
  }
}

async function hasNone(tx: Tx, organisation: string): Promise<boolean> {
  const { rows } = await sql`
    select from systems.usages where organisation_id = ${organisation} limit 1`.execute(tx);
  return rows.length === 0;
}

async function register(tx: Tx, { organisation, usages }: Invented, now: Date): Promise<void> {
  const newId = idsFrom(seeded(seedOf(`${organisation} batches`)), now);
  const units = await makeUnits(
    tx,
    organisation,
    usages.flatMap(({ facts }) => facts.units ?? []),
  );
  const actor = findDemoPerson(`strategist@${organisation}`)?.id;
  if (actor === undefined) throw new Error(`${organisation} has no strategist in the demo world`);
  for (const [age, confirmed] of Map.groupBy(usages, (usage) => usage.age)) {
    const acts = confirmed.map(({ id, product, facts, secret, members }): Act => {
      const named = facts.units?.flatMap((name) => units.get(name) ?? []);
      const said = named === undefined ? facts : { ...facts, units: named };
      return { kind: 'make', id, product, facts: said, secret, members, example: true };
    });
    const batch = { id: newId(), at: new Date(now.getTime() - age * dayLength), actor };
    const made = await changeUsages({ tx, organisation, batch }, acts);
    if (!made.ok) throw new Error(`${organisation}: ${JSON.stringify(made.failures)}`);
  }
  for (const [from, to, what, frequency] of usualFlows) {
    const [a, b] = [from, to].map((component) => usages.find((usage) => usage.component === component));
    if (a === undefined || b === undefined) continue;
    await saveFlow(tx, organisation, { id: newId(), from: a.id, to: b.id, through: null, what, frequency });
  }
}

/** Ids of the units by their names. */
async function makeUnits(
  tx: Tx,
  organisation: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const units = new Map<string, string>();
  for (const name of new Set(names)) {
    const decided = decideUnit(name, []);
    if (!decided.ok) throw new Error(`${name}: ${decided.failure}`);
    await saveUnit(tx, organisation, decided.unit);
    units.set(name, decided.unit.id);
  }
  return units;
}
