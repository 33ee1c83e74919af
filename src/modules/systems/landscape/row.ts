import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import { findNames } from '../../organisations/index.ts';
import { standsFor, type Catalogue } from '../catalogue/catalogue.ts';
import { readCatalogue } from '../catalogue/reading.ts';
import { seenBy } from '../everybody/door.ts';
import { readerFor } from '../everybody/reader.ts';
import type { Facts } from '../model/fields.ts';
import { readFacts } from '../model/read-value.ts';
import type { Usage } from '../model/usage.ts';
import type { OwnTaxonomy } from '../taxonomy/own.ts';
import { areasIn, componentsIn } from '../taxonomy/reading.ts';
import { readTaxonomy } from '../taxonomy/store.ts';
import { listUsages } from '../usages/store.ts';

type Named = { readonly id: string; readonly name: string };

/** A system in use with what the catalogue says of it. */
export type Row = {
  readonly id: string;
  /** The organisation's own name for it, else the product's. */
  readonly name: string;
  readonly product: Named;
  /** With whom the contract is: the product's own supplier unless something else is said. */
  readonly supplier: Named | null;
  /** What it does here, in the components of the organisation's taxonomy, and the areas that these stand under. */
  readonly components: readonly string[];
  readonly areas: readonly string[];
  readonly facts: Facts;
  readonly secret: boolean;
  readonly members: readonly string[];
  readonly example: boolean;
  readonly confirmedAt: Date;
  /** The joint body that registers it for its members; null where it is one's own. */
  readonly registeredBy: Named | null;
};

/** Everything that an organisation uses, with the taxonomy that it is read by. */
export type Landscape = {
  readonly rows: readonly Row[];
  readonly taxonomy: OwnTaxonomy;
  readonly catalogue: Catalogue;
};

type Ground = { readonly catalogue: Catalogue; readonly taxonomy: OwnTaxonomy };
type Registered = Pick<Usage, 'id' | 'product' | 'facts' | 'secret' | 'members' | 'example' | 'confirmedAt'>;

function supplierOf({ catalogue }: Ground, { product, facts }: Registered): Named | null {
  const stands = standsFor(catalogue.products, product);
  const id = facts.contractSupplier ?? catalogue.products.get(stands)?.record.supplier;
  if (id === undefined) return null;
  const found = catalogue.suppliers.get(standsFor(catalogue.suppliers, id))?.record;
  return found === undefined ? null : { id: found.id, name: found.name };
}

/** A usage with the words of the catalogue. */
export function rowOf(ground: Ground, usage: Registered, registeredBy: Named | null = null): Row {
  const { catalogue, taxonomy } = ground;
  const { id, facts, secret, members, example, confirmedAt } = usage;
  const product = catalogue.products.get(standsFor(catalogue.products, usage.product))?.record;
  const components = componentsIn(taxonomy, facts.components ?? product?.components ?? []);
  const name = product?.name ?? usage.product;
  return {
    id,
    name: facts.localName ?? name,
    product: { id: product?.id ?? usage.product, name },
    supplier: supplierOf(ground, usage),
    components,
    areas: areasIn(taxonomy, components),
    facts,
    secret,
    members,
    example,
    confirmedAt,
    registeredBy,
  };
}

type Joint = {
  readonly id: string;
  readonly organisation: string;
  readonly product: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly example: boolean;
  readonly confirmedAt: Date;
};

/** What joint bodies have registered for the organisation, as it may be seen by a member. */
async function listJoint(tx: Tx, organisation: string, ground: Ground): Promise<readonly Row[]> {
  const reader = await readerFor(tx, organisation);
  const { rows } = await sql<Joint>`
    select s.usage_id as id, s.organisation_id as organisation, s.product_id as product, s.facts, s.example,
      s.confirmed_at as "confirmedAt"
    from ${seenBy(reader)} s
    where s.user_id = ${organisation} and s.organisation_id <> ${organisation} order by s.usage_id`.execute(
    tx,
  );
  const names = await findNames(tx, [...new Set(rows.map((row) => row.organisation))]);
  return rows.map((row) => {
    const by = { id: row.organisation, name: names.get(row.organisation) ?? row.organisation };
    const { facts } = readFacts(row.facts);
    return rowOf(ground, { ...row, facts, secret: false, members: [organisation] }, by);
  });
}

/** Swedish order, numbers by their size. */
export const inOrder = new Intl.Collator('sv', { numeric: true });

export const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  inOrder.compare(a.name, b.name);

/** What the organisation uses, and what others have registered for it, by name. */
export async function readLandscape(tx: Tx, organisation: string): Promise<Landscape> {
  const ground = { catalogue: await readCatalogue(tx), taxonomy: await readTaxonomy(tx, organisation) };
  const usages = await listUsages(tx, organisation);
  const joint = await listJoint(tx, organisation, ground);
  const rows = [...usages.map((usage) => rowOf(ground, usage)), ...joint].toSorted(byName);
  return { ...ground, rows };
}

/** The organisation's own. */
export const ownRows = ({ rows }: Landscape): readonly Row[] =>
  rows.filter(({ registeredBy }) => registeredBy === null);
