import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';

/** A work of which the others see something else than what the organisation's own variant says. */
export type Difference = { readonly work: string; readonly table: string };

/**
 * Compares what an organisation lets others see of its variants with the variants themselves: who uses which
 * version (`library_uses`), and the changes that it shares with the upstream (`shared_variants`). Empty when all is
 * right. The transaction is the organisation's.
 */
export async function findDifferences(tx: Tx, organisation: string): Promise<readonly Difference[]> {
  const { rows } = await sql<Difference>`
    select work_id as work, 'library_uses' as table
    from (select * from commons.library_uses where organisation_id = ${organisation}) u
    full join (select * from commons.uses_by_variants where organisation_id = ${organisation}) n
      using (organisation_id, work_id)
    where (u.upstream_organisation_id, u.base_number, u.in_use, u.sharing, u.debt)
      is distinct from (n.upstream_organisation_id, n.base_number, n.in_use, n.sharing, n.debt)
    union all
    select work_id, 'shared_variants'
    from (select * from commons.shared_variants where organisation_id = ${organisation}) s
    full join (
      select * from commons.variants
      where organisation_id = ${organisation} and base is not null and (sharing ->> 'changes')::boolean
    ) v using (organisation_id, work_id)
    where (s.to_organisation_id, s.number, s.version_id, s.base_number)
      is distinct from (v.base ->> 'organisation', v.head_number, v.head_version_id, (v.base ->> 'number')::integer)
    order by 2, 1`.execute(tx);
  return rows;
}
