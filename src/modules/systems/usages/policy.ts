import { sql } from 'kysely';
import { z } from 'zod';
import type { Clock } from '../../../platform/clock.ts';
import type { Db, Tx } from '../../../platform/db/index.ts';
import { defineTask, enqueue, handle, type Task } from '../../../platform/jobs/index.ts';
import { lockShown, showUsages } from '../everybody/show.ts';
import type { Policy } from '../model/shown.ts';
import { findPolicy, listUsages, listUsagesAfter } from './store.ts';

/** So many are shown anew within the request; the rest is a job. */
const atOnce = 500;
const perBatch = 200;

/** Shows others what they may see of an organisation's usages, those after `after` in the order of ids. */
export const showAnew = defineTask(
  'systems.show-anew',
  z.object({ organisation: z.string(), after: z.string() }),
);

/**
 * Decides who sees what. What others saw before is gone when this returns; what they see now is there at once, or where
 * there are many it follows batch by batch.
 */
export async function changePolicy(
  tx: Tx,
  organisation: string,
  { policy, at }: { readonly policy: Policy; readonly at: Date },
): Promise<void> {
  await lockShown(tx, organisation);
  await sql`
    insert into systems.policies (organisation_id, audiences, changed_at)
    values (${organisation}, ${JSON.stringify(policy)}::jsonb, ${at})
    on conflict (organisation_id) do update set audiences = excluded.audiences, changed_at = excluded.changed_at`.execute(
    tx,
  );
  const usages = await listUsages(tx, organisation);
  const changed = usages.map(({ id }) => id);
  const fits = usages.length <= atOnce;
  await showUsages(tx, organisation, { changed, usages: fits ? usages : [], policy, at });
  if (fits) return;
  await enqueue(
    tx,
    showAnew,
    { organisation, after: '' },
    { key: `systems.show-anew ${organisation}`, queue: `systems ${organisation}` },
  );
}

/** One batch, and the next is put in the queue in the same transaction. */
export function shownAnew({ db, clock }: { readonly db: Db; readonly clock: Clock }): Task {
  return handle(showAnew, ({ organisation, after }) =>
    db.transaction({ organisation, person: null }, async (tx) => {
      await lockShown(tx, organisation);
      const usages = await listUsagesAfter(tx, organisation, { after, limit: perBatch });
      const last = usages.at(-1);
      if (last === undefined) return;
      const policy = await findPolicy(tx, organisation);
      await showUsages(tx, organisation, {
        changed: usages.map(({ id }) => id),
        usages,
        policy,
        at: clock(),
      });
      await enqueue(tx, showAnew, { organisation, after: last.id }, { queue: `systems ${organisation}` });
    }),
  );
}
