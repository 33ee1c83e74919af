import type { Client } from 'pg';
import { z } from 'zod';
import type { Table } from './catalogue.ts';

/** The two tenants of the proof, and somebody else that rows between two are addressed to. */
export const tenants = ['harnosand', 'timra'] as const;
const somebodyElse = 'sundsvall';

const Row = z.record(z.string(), z.unknown());
type Row = z.infer<typeof Row>;

/** A row of each tenant by table: what must never be reached from the other. */
export type Canaries = ReadonlyMap<string, Readonly<Record<string, Row>>>;

function valueOf(type: string, organisation: string): unknown {
  if (type.endsWith('[]')) return [];
  switch (type) {
    case 'uuid':
      return crypto.randomUUID();
    case 'integer':
    case 'bigint':
    case 'numeric':
    case 'xid8':
      return 1;
    case 'boolean':
      return false;
    case 'jsonb':
    case 'json':
      return {};
    case 'timestamp with time zone':
      return '2026-11-23T09:00:00Z';
    case 'date':
      return '2026-11-23';
    case 'bytea':
      return '\\x00';
    case 'tsvector':
      return '';
    default:
      return `canary of ${organisation}`;
  }
}

function makeRow(table: Table, organisation: string): Row {
  return Object.fromEntries(table.columns.map(({ name, type }) => [name, valueOf(type, organisation)]));
}

/** Whatever it was made from, the row is the tenant's, shown to nobody else, and no person's in particular. */
function owned(table: Table, row: Row, organisation: string): Row {
  const own = new Map<string, unknown>([
    [table.owner, organisation],
    ['to_organisation_id', somebodyElse],
  ]);
  const changed = table.columns.map(({ name, type }) => {
    if (table.restricted && name === 'person_id') return [name, ''];
    if (name === table.person && type === 'uuid') return [name, crypto.randomUUID()];
    return [name, own.get(name) ?? row[name]];
  });
  return Row.parse(Object.fromEntries(changed));
}

/** The row that a tenant has already and that is nobody else's to see; null where there is none. */
async function findOwn(client: Client, table: Table, organisation: string): Promise<Row | null> {
  if (table.kind === 'personal') return findAny(client, table);
  const more = [
    ...(table.between ? [`and to_organisation_id not in ('${tenants.join("', '")}')`] : []),
    ...(table.restricted ? [`and person_id = ''`] : []),
    ...(table.person === null ? [] : [`and ${table.person} is not null`]),
  ];
  const { rows } = await client.query(
    `select to_jsonb(t) as row from ${table.name} t where ${table.owner} = $1 ${more.join(' ')} limit 1`,
    [organisation],
  );
  return z.array(z.object({ row: Row })).parse(rows)[0]?.row ?? null;
}

async function findAny(client: Client, table: Table): Promise<Row | null> {
  const { rows } = await client.query(`select to_jsonb(t) as row from ${table.name} t limit 1`);
  return z.array(z.object({ row: Row })).parse(rows)[0]?.row ?? null;
}

/** `insert` of a row given as jsonb; identity columns make their own values. */
export function insertRow(table: Table): string {
  const columns = table.columns.filter(({ written }) => written).map(({ name }) => `"${name}"`);
  const list = columns.join(', ');
  return `insert into ${table.name} (${list}) select ${list} from jsonb_populate_record(null::${table.name}, $1::jsonb)`;
}

/** A table without any row takes one that was made up from its columns, whatever its checks say. */
async function dropChecks(client: Client, table: Table): Promise<void> {
  const { rows } = await client.query(
    `select conname as name from pg_constraint where conrelid = $1::regclass and contype = 'c'`,
    [table.name],
  );
  for (const { name } of z.array(z.object({ name: z.string() })).parse(rows)) {
    await client.query(`alter table ${table.name} drop constraint "${name}"`);
  }
}

async function seedOne(client: Client, table: Table, organisation: string): Promise<Row> {
  const own = await findOwn(client, table, organisation);
  if (own !== null) return own;
  // Where a name is taken for all, a copy of another's row would be the other's still.
  const other = table.owner === 'organisation_id' ? await findAny(client, table) : null;
  if (other === null) await dropChecks(client, table);
  const row = owned(table, other ?? makeRow(table, organisation), organisation);
  await client.query(`${insertRow(table)} on conflict do nothing`, [JSON.stringify(row)]);
  const found = await findOwn(client, table, organisation);
  if (found === null) throw new Error(`no row of ${organisation} could be put into ${table.name}`);
  return found;
}

/** Sees to it that each tenant has a row in every table of organisations. Needs a superuser, scratch only. */
export async function seedCanaries(client: Client, tables: readonly Table[]): Promise<Canaries> {
  // Foreign keys and triggers stand aside: what is proven is row security, not the shape of a case.
  await client.query(`set session_replication_role = replica`);
  const canaries = new Map<string, Readonly<Record<string, Row>>>();
  for (const table of tables.filter(({ kind }) => kind !== 'open')) {
    const rows: Record<string, Row> = {};
    for (const organisation of tenants) rows[organisation] = await seedOne(client, table, organisation);
    canaries.set(table.name, rows);
  }
  await client.query(`set session_replication_role = origin`);
  return canaries;
}
