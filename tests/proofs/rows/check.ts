import { DatabaseError, type Client } from 'pg';
import { z } from 'zod';
import { readViews, type Table } from './catalogue.ts';
import { insertRow, tenants, type Canaries } from './seed.ts';

/** One attempt as the application's role: how many rows it met, or the code it was refused with. */
type Met = { readonly rows: number } | { readonly refused: string };

export type Tally = { attempts: number; readonly findings: string[] };

type Scope = { readonly organisation: string | null; readonly person: string | null };

/** Row security or a missing right said no (SQLSTATE 42501, insufficient_privilege). */
const denied = '42501';

/** Runs one statement as the application in a scope, and takes it back. Needs an open transaction. */
async function attempt(
  client: Client,
  scope: Scope,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Met> {
  await client.query('savepoint attempt');
  try {
    await client.query('set local role kommons_app');
    // The application can set anything: what maintenance opens must stay shut although it asks for it.
    await client.query(
      `select set_config('kommons.organisation', $1, true), set_config('kommons.person', $2, true),
         set_config('kommons.maintenance', 'on', true)`,
      [scope.organisation ?? '', scope.person ?? ''],
    );
    const result = await client.query(sql, [...values]);
    const counted = z.array(z.object({ met: z.coerce.number() })).safeParse(result.rows);
    return { rows: counted.success && counted.data[0] ? counted.data[0].met : (result.rowCount ?? 0) };
  } catch (error) {
    if (error instanceof DatabaseError) return { refused: error.code ?? 'unknown' };
    throw error;
  } finally {
    await client.query('rollback to savepoint attempt');
  }
}

const nothing = (met: Met): boolean => ('rows' in met ? met.rows === 0 : met.refused === denied);
const said = (met: Met): string => ('rows' in met ? `${met.rows} rows` : `stopped only by ${met.refused}`);

type Check = { readonly client: Client; readonly canaries: Canaries; readonly tally: Tally };

async function expectNothing(
  { client, tally }: Check,
  what: string,
  scope: Scope,
  ...statement: readonly [string, ...unknown[]]
): Promise<void> {
  const [sql, ...values] = statement;
  tally.attempts += 1;
  const met = await attempt(client, scope, sql, values);
  if (!nothing(met)) tally.findings.push(`${what}: ${said(met)}`);
}

/** Every verb upon the rows of one tenant, from the other or from nobody. */
async function reachFor(check: Check, table: Table, scope: Scope, owner: string): Promise<void> {
  const from = scope.organisation ?? 'no organisation';
  const what = (verb: string): string => `${table.name}: ${verb} rows of ${owner} from ${from}`;
  const { name } = table;
  const row = check.canaries.get(name)?.[owner];
  if (table.kind === 'tenant') {
    const sql = `select count(*) as met from ${name} where organisation_id = $1`;
    const shown = table.between ? ` and to_organisation_id is distinct from $2` : '';
    const values = table.between ? [owner, scope.organisation] : [owner];
    await expectNothing(check, what('select'), scope, `${sql}${shown}`, ...values);
  }
  await expectNothing(check, what('insert'), scope, insertRow(table), JSON.stringify(row));
  const column = table.updates[0] ?? table.owner;
  const mine = table.between ? `and to_organisation_id is distinct from '${scope.organisation ?? ''}'` : '';
  const foreign = `where ${table.owner} = $1 ${mine}`;
  await expectNothing(
    check,
    what('update'),
    scope,
    `update ${name} set ${column} = ${column} ${foreign}`,
    owner,
  );
  const take = `update ${name} set ${table.owner} = '${scope.organisation ?? ''}' ${foreign}`;
  await expectNothing(check, what('take'), scope, take, owner);
  await expectNothing(check, what('delete'), scope, `delete from ${name} ${foreign}`, owner);
}

/** The tenant's own row is seen (a wall without a door proves nothing), and cannot be given away. */
async function ownRows(check: Check, table: Table, own: string, other: string): Promise<void> {
  const scope = { organisation: own, person: null };
  check.tally.attempts += 2;
  const sql = `select count(*) as met from ${table.name} where ${table.owner} = $1`;
  const seen = await attempt(check.client, scope, sql, [own]);
  if (!('rows' in seen) || seen.rows === 0)
    check.tally.findings.push(`${table.name}: ${own} does not see its own rows`);
  const move = `update ${table.name} set ${table.owner} = $2 where ${table.owner} = $1`;
  const moved = await attempt(check.client, scope, move, [own, other]);
  if (!('refused' in moved) || moved.refused !== denied)
    check.tally.findings.push(`${table.name}: ${own} gives rows to ${other}: ${said(moved)}`);
}

/** A row of one's own that says it comes from somebody else. */
async function foreignWords(check: Check, table: Table, own: string, other: string): Promise<void> {
  const row = { ...check.canaries.get(table.name)?.[own], from_organisation_id: other };
  const what = `${table.name}: ${own} writes in the name of ${other}`;
  const scope = { organisation: own, person: null };
  await expectNothing(check, what, scope, insertRow(table), JSON.stringify(row));
}

/** What is a person's own is shown to that person and to no other. */
async function personRows(check: Check, table: Table): Promise<void> {
  const stranger = { organisation: table.restricted ? tenants[0] : null, person: crypto.randomUUID() };
  const what = `${table.name}: select another person's rows`;
  const sql = `select count(*) as met from ${table.name} where organisation_id = any ($1)`;
  await expectNothing(check, what, stranger, sql, [tenants]);
}

/** Rows of persons: read, changed and made by nobody but the person. */
async function checkPersonal(check: Check, table: Table): Promise<void> {
  const { name } = table;
  const row = check.canaries.get(name)?.[tenants[0]];
  for (const person of [null, crypto.randomUUID()]) {
    const scope = { organisation: tenants[0], person };
    const what = (verb: string): string => `${name}: ${verb} another person's row`;
    await expectNothing(check, what('select'), scope, `select count(*) as met from ${name}`);
    await expectNothing(check, what('insert'), scope, insertRow(table), JSON.stringify(row));
    const column = table.updates[0] ?? 'id';
    await expectNothing(check, what('update'), scope, `update ${name} set ${column} = ${column}`);
    await expectNothing(check, what('delete'), scope, `delete from ${name}`);
  }
}

async function checkTable(check: Check, table: Table): Promise<void> {
  if (table.kind === 'personal') return checkPersonal(check, table);
  for (const own of tenants) {
    const other = tenants.find((one) => one !== own) ?? own;
    await reachFor(check, table, { organisation: own, person: null }, other);
    await ownRows(check, table, own, other);
    if (table.signed) await foreignWords(check, table, own, other);
    await reachFor(check, table, { organisation: null, person: null }, own);
  }
  if (table.person !== null || table.restricted) await personRows(check, table);
}

async function checkViews(check: Check): Promise<void> {
  for (const view of await readViews(check.client)) {
    const scope = { organisation: tenants[0], person: null };
    const sql = `select count(*) as met from ${view} where organisation_id = $1`;
    await expectNothing(check, `${view}: a view shows rows of ${tenants[1]}`, scope, sql, tenants[1]);
  }
}

/** The role itself: it owns nothing, bypasses nothing, and cannot become somebody who does. */
async function checkRole({ client, tally }: Check): Promise<void> {
  tally.attempts += 1;
  const { rows } = await client.query(
    `select r.rolname as met from pg_roles r where pg_has_role('kommons_app', r.oid, 'member')
       and (r.rolsuper or r.rolbypassrls or r.oid in (select relowner from pg_class where relname = 'log'))`,
  );
  if (rows.length > 0) tally.findings.push('the role kommons_app can bypass row security');
}

/** Tables × verbs × both tenants, and nobody, as the application's role. Opens no transaction of its own. */
export async function checkRows(
  client: Client,
  tables: readonly Table[],
  canaries: Canaries,
): Promise<Tally> {
  const tally: Tally = { attempts: 0, findings: [] };
  const check = { client, canaries, tally };
  await checkRole(check);
  await checkViews(check);
  for (const table of tables.filter(({ kind }) => kind !== 'open')) await checkTable(check, table);
  return tally;
}
