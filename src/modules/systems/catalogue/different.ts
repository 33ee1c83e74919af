import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import { pairKey, type Different } from './duplicates.ts';
import type { RecordKind } from './record.ts';

/** The pairs that curators have said are not the same. */
export async function listDifferent(tx: Tx): Promise<Different> {
  const { rows } = await sql<{ kind: RecordKind; one: string; other: string }>`
    select kind, one, other from systems.different_records`.execute(tx);
  return new Set(rows.map(({ kind, one, other }) => pairKey(kind, one, other)));
}

/** Sets likenesses aside: each two of the records are different. Harmless to repeat. */
export async function saveDifferent(
  tx: Tx,
  said: {
    readonly of: RecordKind;
    readonly ids: readonly string[];
    readonly by: { readonly organisation: string; readonly actor: string; readonly at: Date };
  },
): Promise<void> {
  const { of, by } = said;
  const ids = [...new Set(said.ids)];
  await sql`
    insert into systems.different_records (kind, one, other, at, said_by, actor)
    select ${of}, a.id, b.id, ${by.at}, ${by.organisation}, ${by.actor}
    from unnest(${ids}::text[]) as a(id) join unnest(${ids}::text[]) as b(id) on a.id collate "C" < b.id collate "C"
    on conflict do nothing`.execute(tx);
}
