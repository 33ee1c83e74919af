import { sql } from 'kysely';
import type { Tx } from '../../../../platform/db/index.ts';
import { changesSeenBy } from '../../everybody/door.ts';
import type { LandscapeReader } from '../../everybody/reader.ts';
import { findSeen, type SeenKey, type SeenUsage } from '../../everybody/seen.ts';
import type { Usage } from '../../model/usage.ts';
import { usageColumns, usageOf, type UsageRow } from '../../usages/store.ts';
import type { Following } from './cursor.ts';

/** Something as it is now, or that it has gone. */
export type Change<Key, Thing> =
  | { readonly kind: 'changed'; readonly key: Key; readonly thing: Thing }
  | { readonly kind: 'gone'; readonly key: Key };

export type Changes<Key, Thing> = {
  readonly rows: readonly Change<Key, Thing>[];
  readonly next: Following;
  /** There is more to ask for at once. */
  readonly more: boolean;
};

const noId = '00000000-0000-0000-0000-000000000000';

/** Where the next page begins: after the last row, or where this one did. */
function nextOf<Row extends { readonly changedIn: string }>(
  following: Following,
  rows: readonly Row[],
  keyOf: (row: Row) => readonly string[],
): Following {
  const last = rows.at(-1);
  return last === undefined ? following : { ...following, in: last.changedIn, key: keyOf(last) };
}

type OwnRow = UsageRow & { readonly changedIn: string; readonly removed: boolean };

/** What has become of an organisation's own usages since a place, oldest first; each as it is now. */
export async function listOwnChanges(
  tx: Tx,
  organisation: string,
  { following, limit }: { readonly following: Following; readonly limit: number },
): Promise<Changes<string, Usage>> {
  const [after = noId] = following.key;
  const { rows } = await sql<OwnRow>`
    select ${usageColumns}, u.changed_in::text as "changedIn", u.removed_at is not null as removed
    from systems.usages u
    where u.organisation_id = ${organisation}
      and (u.changed_in, u.id) > (${following.in}::xid8, ${after}::uuid)
      and u.changed_in < pg_snapshot_xmin(pg_current_snapshot())
      and (u.removed_at is null or u.changed_in >= ${following.from}::xid8)
    order by u.changed_in, u.id limit ${limit + 1}`.execute(tx);
  const shown = rows.slice(0, limit);
  return {
    rows: shown.map((row) =>
      row.removed ? { kind: 'gone', key: row.id } : { kind: 'changed', key: row.id, thing: usageOf(row) },
    ),
    next: nextOf(following, shown, ({ id }) => [id]),
    more: rows.length > limit,
  };
}

type SeenRow = SeenKey & { readonly gone: boolean; readonly changedIn: string };

/**
 * What has become of what a reader may see since a place, oldest first; each as the reader sees it now. What the reader
 * never could see is not there, and not as gone either.
 */
export async function listSeenChanges(
  tx: Tx,
  reader: LandscapeReader,
  { following, limit }: { readonly following: Following; readonly limit: number },
): Promise<Changes<SeenKey, SeenUsage>> {
  const [usage = noId, user = ''] = following.key;
  const { rows } = await sql<SeenRow>`
    select c.organisation_id as organisation, c.usage_id as usage, c.user_id as user, c.gone,
      c.changed_in::text as "changedIn"
    from ${changesSeenBy(reader)} c
    where (c.changed_in, c.usage_id, c.user_id) > (${following.in}::xid8, ${usage}::uuid, ${user})
      and (not c.gone or c.changed_in >= ${following.from}::xid8)
    order by c.changed_in, c.usage_id, c.user_id limit ${limit + 1}`.execute(tx);
  const shown = rows.slice(0, limit);
  const keys = shown.filter(({ gone }) => !gone);
  const seen = new Map((await findSeen(tx, reader, keys)).map((one) => [`${one.usage} ${one.user}`, one]));
  return {
    rows: shown.flatMap(
      ({ gone, organisation, usage: id, user: by }): readonly Change<SeenKey, SeenUsage>[] => {
        const key = { organisation, usage: id, user: by };
        if (gone) return [{ kind: 'gone', key }];
        // What has gone between the two questions comes as gone after this page.
        const thing = seen.get(`${id} ${by}`);
        return thing === undefined ? [] : [{ kind: 'changed', key, thing }];
      },
    ),
    next: nextOf(following, shown, (row) => [row.usage, row.user]),
    more: rows.length > limit,
  };
}
