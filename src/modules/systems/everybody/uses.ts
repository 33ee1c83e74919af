import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import { termOf } from '../model/contract.ts';
import type { Facts } from '../model/fields.ts';
import { componentsIn } from '../taxonomy/reading.ts';
import { listUsages } from '../usages/store.ts';
import { seenBy } from './door.ts';
import type { Products } from './products.ts';
import type { LandscapeReader } from './reader.ts';
import { flagsOf, textOf } from './sketch/codes.ts';
import { eachRow, everything } from './sketch/count.ts';
import { readSketches } from './sketch/sketch.ts';

type Terms = Pick<Facts, 'contractEnds' | 'extensions' | 'extensionMonths'>;

/** A system in use as comparisons and timelines need it. */
export type Use = {
  readonly usage: string;
  /** Who has registered it. */
  readonly organisation: string;
  readonly user: string;
  /** The record that stands for the product. */
  readonly product: string;
  /** In the components of the reader's taxonomy. */
  readonly components: readonly string[];
  readonly status: string | null;
  readonly ends: string | null;
  readonly noticeBy: string | null;
  /** What its term is reckoned from (`termOf`). */
  readonly terms: Terms;
  /** Kronor a year. */
  readonly price: number | null;
  readonly example: boolean;
};

export type BriefUse = Pick<
  Use,
  'usage' | 'user' | 'product' | 'components' | 'status' | 'ends' | 'price' | 'example'
>;

export type UsesAsked = {
  /** Null for everybody. */
  readonly users: readonly string[] | null;
  /** As they stand; null for all. */
  readonly products?: readonly string[] | null;
  /** Only those whose contract ends on or after the day. */
  readonly endsFrom?: string;
};

/** What is used and may be seen. Of what is one's own nothing is hidden from oneself. */
export async function listUses(
  tx: Tx,
  reader: LandscapeReader,
  asked: UsesAsked & { readonly catalogue: Products },
): Promise<readonly Use[]> {
  const { catalogue } = asked;
  const ownUses = (await listOwn(tx, reader, catalogue)).filter((use) => isAsked(use, asked));
  const others = await listOthers(tx, reader, asked);
  return [...ownUses, ...others];
}

/** The same, as far as comparisons need it: of others what is kept in memory. */
export async function listBriefUses(
  tx: Tx,
  reader: LandscapeReader,
  { users, catalogue }: { readonly users: readonly string[]; readonly catalogue: Products },
): Promise<readonly BriefUse[]> {
  const ownUses = (await listOwn(tx, reader, catalogue)).filter(({ user }) => users.includes(user));
  const sketches = (await readSketches(tx, reader)).filter(
    ({ organisation }) => organisation !== reader.organisation,
  );
  const others: BriefUse[] = [];
  eachRow(sketches, { ...everything, users: flagsOf(users) }, (sketch, at) => {
    const product = catalogue.standing(textOf(sketch.products[at] ?? 0));
    const price = sketch.prices[at] ?? -1;
    others.push({
      usage: sketch.usages[at] ?? '',
      user: textOf(sketch.users[at] ?? 0),
      product,
      components: componentsOf(catalogue, product, sketch.components.get(at)),
      status: said(sketch.statuses[at]),
      ends: said(sketch.ends[at]),
      price: price === -1 ? null : price,
      example: sketch.examples[at] === 1,
    });
  });
  return [...ownUses, ...others];
}

const said = (code: number | undefined): string | null =>
  code === undefined || code === -1 ? null : textOf(code);

type Row = Omit<Use, 'components' | 'terms'> & {
  readonly components: readonly string[] | null;
  readonly extensions: number | null;
  readonly extensionMonths: number | null;
};

async function listOthers(
  tx: Tx,
  reader: LandscapeReader,
  { catalogue, users, products = null, endsFrom }: UsesAsked & { readonly catalogue: Products },
): Promise<readonly Use[]> {
  const registered = products?.flatMap((id) => catalogue.registered(id)) ?? null;
  const { rows } = await sql<Row>`
    select s.usage_id as usage, s.organisation_id as organisation, s.user_id as user, s.registered_id as product,
      s.components, s.status, s.contract_ends as ends, s.notice_by as "noticeBy", s.price, s.example,
      (s.facts ->> 'extensions')::int as extensions, (s.facts ->> 'extensionMonths')::int as "extensionMonths"
    from ${seenBy(reader)} s
    where s.organisation_id <> ${reader.organisation}
      and ${users === null ? sql`true` : sql`s.user_id = any(${users}::text[])`}
      and ${registered === null ? sql`true` : sql`s.registered_id = any(${registered}::text[])`}
      and ${endsFrom === undefined ? sql`true` : sql`s.contract_ends >= ${endsFrom}::date`}`.execute(tx);
  return rows.map(({ extensions, extensionMonths, ...row }) => {
    const product = catalogue.standing(row.product);
    const terms = {
      ...(row.ends === null ? {} : { contractEnds: row.ends }),
      ...(extensions === null || extensionMonths === null ? {} : { extensions, extensionMonths }),
    };
    return {
      ...row,
      product,
      components: componentsOf(catalogue, product, row.components),
      terms,
    };
  });
}

const componentsOf = (
  catalogue: Products,
  product: string,
  own: readonly string[] | null | undefined,
): readonly string[] => (own == null ? catalogue.components(product) : componentsIn(catalogue.taxonomy, own));

async function listOwn(
  tx: Tx,
  { organisation }: LandscapeReader,
  catalogue: Products,
): Promise<readonly Use[]> {
  const usages = await listUsages(tx, organisation);
  return usages.flatMap(({ id, product: registered, facts, members, example }) => {
    const product = catalogue.standing(registered);
    const users = members.length === 0 ? [organisation] : members;
    const about = { ...useOf(facts), components: componentsOf(catalogue, product, facts.components) };
    return users.map((user) => ({ usage: id, organisation, user, product, example, ...about }));
  });
}

function useOf(facts: Facts): Pick<Use, 'status' | 'ends' | 'noticeBy' | 'terms' | 'price'> {
  const term = termOf(facts);
  return {
    status: facts.status ?? null,
    ends: term?.ends ?? null,
    noticeBy: term?.noticeBy ?? null,
    terms: facts,
    price: facts.price ?? null,
  };
}

const isAsked = ({ user, product, ends }: Use, { users, products = null, endsFrom }: UsesAsked): boolean =>
  (users === null || users.includes(user)) &&
  (products === null || products.includes(product)) &&
  (endsFrom === undefined || (ends !== null && ends >= endsFrom));
