import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../../../platform/db/index.ts';
import { operationKinds, StoredOperation } from '../../catalogue/operation.ts';

/** What was done to the catalogue, without who did it. Values are read where the record is. */
export const CatalogueChange = z.object({
  number: z.number().int(),
  at: z.iso.datetime(),
  kind: z.enum(operationKinds),
  of: z.enum(['supplier', 'product']),
  id: z.string(),
  /** "product/lifecare" for every record that was written. */
  records: z.array(z.string()),
  fields: z.array(z.string()),
});
export type CatalogueChange = z.infer<typeof CatalogueChange>;

const unique = (all: readonly string[]): string[] => [...new Set(all)];

/**
 * Lines of the log after a number, oldest first. Whoever writes holds the catalogue's lock until the transaction ends, so
 * numbers are seen in their order and none comes late.
 */
export async function listCatalogueChanges(
  tx: Tx,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<{ readonly rows: readonly CatalogueChange[]; readonly more: boolean }> {
  const { rows } = await sql<{ n: number; at: Date; operation: unknown }>`
    select l.n::int as n, l.at, l.operation from systems.catalogue_log l
    where l.n > ${after} order by l.n limit ${limit + 1}`.execute(tx);
  return { rows: rows.slice(0, limit).map(changeOf), more: rows.length > limit };
}

/** The latest, newest first. */
export async function listLatestChanges(tx: Tx, limit: number): Promise<readonly CatalogueChange[]> {
  const { rows } = await sql<{ n: number; at: Date; operation: unknown }>`
    select l.n::int as n, l.at, l.operation from systems.catalogue_log l
    order by l.n desc limit ${limit}`.execute(tx);
  return rows.map(changeOf);
}

function changeOf({ n, at, operation }: { n: number; at: Date; operation: unknown }): CatalogueChange {
  const { kind, of, id, writes } = StoredOperation.parse(operation);
  return {
    number: n,
    at: at.toISOString(),
    kind,
    of,
    id,
    records: unique(writes.map((write) => `${write.of}/${write.id}`)),
    fields: unique(writes.map(({ field }) => field)),
  };
}
