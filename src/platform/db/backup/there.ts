import type { ClientBase } from 'pg';
import { z } from 'zod';
import { amountOf, type Amount } from './held.ts';
import type { Table } from './layout.ts';

/** What a restore would take away. */
export type There = Amount & {
  /** When something last happened, by the log. */
  readonly latest: Date | null;
};

const Counted = z.tuple([z.object({ count: z.coerce.number() })]);
const Latest = z.tuple([z.object({ latest: z.date().nullable() })]);

/**
 * Counts what a backup of one organisation, or of everything (null), would hold now. Null where no organisation has
 * any row: a place that is only set up. Needs the owner's rights; changes nothing.
 */
export async function countThere(
  client: ClientBase,
  tables: readonly Table[],
  organisation: string | null,
): Promise<There | null> {
  await client.query(`begin read only; set local kommons.maintenance = 'on'`);
  try {
    const whose = `where organisation_id = coalesce($1, organisation_id)`;
    const own = await count(
      tables.filter(({ tenant }) => tenant),
      async ({ name }) => client.query(`select count(*) as count from ${name} ${whose}`, [organisation]),
    );
    if (amountOf(own).rows === 0) return null;
    const open = await count(
      tables.filter(({ tenant }) => organisation === null && !tenant),
      async ({ name }) => client.query(`select count(*) as count from ${name}`),
    );
    const { rows } = await client.query(`select max(at) as latest from platform.log ${whose}`, [
      organisation,
    ]);
    return { ...amountOf([...own, ...open]), latest: Latest.parse(rows)[0].latest };
  } finally {
    await client.query('rollback');
  }
}

type Ask = (table: Table) => Promise<{ readonly rows: readonly unknown[] }>;

async function count(tables: readonly Table[], ask: Ask): Promise<readonly number[]> {
  const counts: number[] = [];
  for (const table of tables) counts.push(Counted.parse((await ask(table)).rows)[0].count);
  return counts;
}
