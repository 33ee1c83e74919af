import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import { appendLog } from '../../../platform/log/index.ts';
import { addSupplier, findOrganisation } from '../../organisations/index.ts';
import { freeId } from '../catalogue/actions.ts';
import { standsFor } from '../catalogue/catalogue.ts';
import { onlySure, recogniseSupplier } from '../catalogue/recognise.ts';
import { readCatalogue } from '../catalogue/reading.ts';
import { findKeeper, saveLookedAfter } from './records.ts';

/** Accounts a page. */
export const perPage = 25;

export type Account = {
  readonly organisation: string;
  readonly name: string;
  readonly records: readonly string[];
  readonly since: Date;
  /** All that it looks after is invented. */
  readonly example: boolean;
};

/** Suppliers that look after their records themselves, in Swedish order. */
export async function listAccounts(
  tx: Tx,
  { search, page }: { readonly search: string; readonly page: number },
): Promise<{ readonly accounts: readonly Account[]; readonly total: number }> {
  const part = `%${search.toLowerCase().replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`;
  const { rows } = await sql<Account & { total: number }>`
    select o.id as organisation, o.name, array_agg(s.name order by s.name) as records, min(r.since) as since, bool_and(s.example) as example,
      count(*) over ()::int as total
    from systems.supplier_records r join organisations.organisations o on o.id = r.organisation_id
    join systems.suppliers s on s.id = r.supplier_id
    where lower(o.name) like ${part}
    group by o.id, o.name
    order by o.name collate "sv-x-icu", o.id limit ${perPage} offset ${(page - 1) * perPage}`.execute(tx);
  return { accounts: rows, total: rows[0]?.total ?? 0 };
}

export type AccountFailure =
  | { readonly kind: 'no-record' }
  /** Another supplier looks after it, or after one that it is merged with. */
  | { readonly kind: 'kept'; readonly by: string }
  /** No supplier's account has the name, or several have. */
  | { readonly kind: 'no-supplier' };

export type AccountOpened =
  | {
      readonly ok: true;
      readonly organisation: string;
      readonly name: string;
      /** The record of the catalogue that it looks after. */
      readonly record: string;
    }
  | { readonly ok: false; readonly failure: AccountFailure };

/** A supplier of the catalogue by its id, or by a name that can be no other's. */
async function findRecord(tx: Tx, named: string): Promise<string | null> {
  const catalogue = await readCatalogue(tx);
  const known = catalogue.suppliers.get(named);
  if (known !== undefined && !known.withdrawn) return standsFor(catalogue.suppliers, named);
  return onlySure(recogniseSupplier(catalogue, named))?.id ?? null;
}

/** A supplier's account by its id, or by a name that can be no other's. */
async function findAccount(tx: Tx, named: string): Promise<string | null> {
  const { rows } = await sql<{ id: string; exact: boolean }>`
    select id, id = ${named} as exact from organisations.organisations
    where kind = 'supplier' and (id = ${named} or lower(name) = lower(${named}))
    order by exact desc, id limit 2`.execute(tx);
  const [first, second] = rows;
  return first === undefined || (second !== undefined && !first.exact) ? null : first.id;
}

/**
 * Makes a supplier of the catalogue an organisation that looks after its own records, or gives it one more record
 * where `account` names one. Harmless to repeat. Who works there is said after it.
 */
export async function openAccount(
  tx: Tx,
  opening: {
    readonly record: string;
    /** The id or the name of a supplier that has an account already; null where a new one is opened. */
    readonly account: string | null;
    readonly at: Date;
    /** Who decided it: a person's id, or "operator". */
    readonly actor: string;
  },
): Promise<AccountOpened> {
  await sql`select pg_advisory_xact_lock(hashtextextended('systems.supplier_records', 0))`.execute(tx);
  const record = await findRecord(tx, opening.record);
  if (record === null) return { ok: false, failure: { kind: 'no-record' } };
  const keeper = await findKeeper(tx, record);
  const { at, account, actor } = opening;
  const organisation = account === null ? null : await findAccount(tx, account);
  if (account !== null && organisation === null) return { ok: false, failure: { kind: 'no-supplier' } };
  if (keeper !== null && organisation !== null && keeper !== organisation)
    return { ok: false, failure: { kind: 'kept', by: keeper } };
  const id = keeper ?? organisation ?? (await makeOrganisation(tx, record));
  if (keeper === null) {
    await saveLookedAfter(tx, id, { records: [record], at });
    await appendLog(tx, {
      organisation: null,
      subject: `organisations.organisation:${id}`,
      kind: 'supplier-looks-after',
      actor,
      at,
      data: { record },
    });
  }
  const name = (await findOrganisation(tx, id))?.name ?? id;
  return { ok: true, organisation: id, name, record };
}

async function makeOrganisation(tx: Tx, record: string): Promise<string> {
  const { suppliers } = await readCatalogue(tx);
  const name = suppliers.get(record)?.record.name ?? record;
  const { rows } = await sql<{ id: string }>`select id from organisations.organisations`.execute(tx);
  const id = freeId(new Set(rows.map((one) => one.id)), name);
  await addSupplier(tx, { id, name });
  return id;
}
