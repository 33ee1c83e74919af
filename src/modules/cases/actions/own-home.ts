import type { Tx } from '../../../platform/db/index.ts';

/**
 * The organisation where a person's latest case is; null for who has none. The person must be that of the
 * transaction.
 */
export async function findHome(tx: Tx, person: string): Promise<string | null> {
  const latest = await tx
    .selectFrom('cases.cases')
    .select('organisation_id')
    .where('person_id', '=', person)
    .orderBy('opened_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return latest?.organisation_id ?? null;
}
