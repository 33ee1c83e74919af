import { z } from 'zod';
import type { Clock } from '../../../platform/clock.ts';
import type { Db } from '../../../platform/db/index.ts';
import { defineTask, handle, type Task } from '../../../platform/jobs/index.ts';
import { countMonth } from '../store/month.ts';
import { monthBefore, monthOf } from './months.ts';

/** Counts whom the guides have helped this month and the last. Done every night. */
export const countHelp = defineTask('guides.count-help', z.unknown());

export type HelpOptions = {
  readonly db: Db;
  readonly clock: Clock;
  readonly organisations: () => Iterable<string>;
};

export function helpCounted({ db, clock, organisations }: HelpOptions): Task {
  return handle(countHelp, async () => {
    const now = monthOf(clock());
    for (const organisation of organisations()) {
      await db.transaction({ organisation, person: null }, async (tx) => {
        for (const month of [monthBefore(now), now]) await countMonth(tx, { organisation, month });
      });
    }
  });
}
