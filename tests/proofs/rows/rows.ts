import { Client } from 'pg';
import { inspectCatalogue } from '../../../src/platform/db/catalogue.ts';
import { readTables, type Table } from './catalogue.ts';
import { checkRows } from './check.ts';
import { defectsOf, defectsOfRole, type Defect } from './defects.ts';
import { seedCanaries, tenants, type Canaries } from './seed.ts';

export type RowsReport = {
  readonly tables: number;
  readonly openTables: readonly string[];
  readonly attempts: number;
  readonly findings: readonly string[];
  readonly planted: number;
  /** Planted defects that nothing noticed. */
  readonly missed: readonly string[];
};

async function within<T>(client: Client, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    return await work();
  } finally {
    await client.query('rollback');
  }
}

/** Whether the proof, or the check of the catalogue that every test run makes, notices the defect. */
async function notices(
  client: Client,
  defect: Defect,
  { tables, canaries }: { readonly tables: readonly Table[]; readonly canaries: Canaries },
): Promise<boolean> {
  return within(client, async () => {
    await client.query(defect.sql);
    const { findings } = await checkRows(client, tables, canaries);
    return findings.length > 0 || (await inspectCatalogue(client)).length > 0;
  });
}

async function assertRole(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ role: string }>('select current_user::text as role');
    if (rows[0]?.role !== 'kommons_app') throw new Error('the application has another role than is proven');
  } finally {
    await client.end();
  }
}

/**
 * Row security of every table, by trying: each verb upon the rows of each of two tenants from the other and
 * from nobody, as the application's role. Then every planted defect must be noticed. The database is scratch.
 */
export async function proveRows(database: {
  readonly url: string;
  readonly ownerUrl: string;
}): Promise<RowsReport> {
  await assertRole(database.url);
  const client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    const tables = await readTables(client);
    const canaries = await seedCanaries(client, tables);
    const guarded = tables.filter(({ kind }) => kind !== 'open');
    const { attempts, findings } = await within(client, () => checkRows(client, guarded, canaries));
    const missed: string[] = [];
    let planted = 0;
    for (const table of guarded) {
      for (const defect of defectsOf(table)) {
        planted += 1;
        if (!(await notices(client, defect, { tables: [table], canaries })))
          missed.push(`${table.name}: ${defect.name}`);
      }
    }
    for (const defect of defectsOfRole) {
      planted += 1;
      if (!(await notices(client, defect, { tables: guarded.slice(0, 1), canaries })))
        missed.push(defect.name);
    }
    const openTables = tables.filter(({ kind }) => kind === 'open').map(({ name }) => name);
    return { tables: guarded.length, openTables, attempts, findings, planted, missed };
  } finally {
    await client.end();
  }
}

export { tenants };
