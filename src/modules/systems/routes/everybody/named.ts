import { sql } from 'kysely';
import type { Tx } from '../../../../platform/db/index.ts';

export type Named = { readonly asked: string; readonly id: string; readonly name: string };

/** Organisations of the public sector by id, name or public name as somebody has typed it, in the order that they were asked for. */
export async function findOrganisations(tx: Tx, asked: readonly string[]): Promise<readonly Named[]> {
  if (asked.length === 0) return [];
  const { rows } = await sql<Named>`
    select a.asked, o.id, o.name from unnest(${asked}::text[]) with ordinality as a(asked, n)
    join lateral (
      select id, name from organisations.organisations
      where kind <> 'supplier'
        and (id = lower(a.asked) or lower(name) = lower(a.asked) or lower(public_name) = lower(a.asked))
      order by id = lower(a.asked) desc, id limit 1) o on true
    order by a.n`.execute(tx);
  return rows;
}
