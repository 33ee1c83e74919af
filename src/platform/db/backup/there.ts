import type { ClientBase } from 'pg';
import { z } from 'zod';
import { readLayout } from './layout.ts';

/** What a restore would take away. */
export type There = {
  readonly rows: number;
  readonly tables: number;
  /** When something last happened, by the log. */
  readonly latest: Date | null;
};

const Counted = z.tuple([z.object({ count: z.coerce.number() })]);
const Latest = z.tuple([z.object({ latest: z.date().nullable() })]);

/** Counts the rows of one organisation, or of all (null). Needs the owner's rights; changes nothing. */
export async function countThere(client: ClientBase, organisation: string | null): Promise<There> {
  await client.query(`begin read only; set local kommons.maintenance = 'on'`);
  try {
    const { tables } = await readLayout(client);
    const whose = `where organisation_id = coalesce($1, organisation_id)`;
    const counts: number[] = [];
    for (const { name } of tables.filter(({ tenant }) => tenant)) {
      const { rows } = await client.query(`select count(*) as count from ${name} ${whose}`, [organisation]);
      counts.push(Counted.parse(rows)[0].count);
    }
    const { rows } = await client.query(`select max(at) as latest from platform.log ${whose}`, [
      organisation,
    ]);
    return {
      rows: counts.reduce((sum, count) => sum + count, 0),
      tables: counts.filter((count) => count > 0).length,
      latest: Latest.parse(rows)[0].latest,
    };
  } finally {
    await client.query('rollback');
  }
}
