import { z } from 'zod';
import { forgetExpired } from './modules/identity/index.ts';
import { deleteExpiredDrafts } from './modules/services/index.ts';
import { deleteOldDeliveries, deleteOldSheets, forgetGone } from './modules/systems/index.ts';
import type { Clock } from './platform/clock.ts';
import type { Db } from './platform/db/index.ts';
import type { FileStore } from './platform/files/index.ts';
import { defineTask, handle, sweep, sweepFiles, type Task } from './platform/jobs/index.ts';

export const housekeeping = defineTask('kommons.housekeeping', z.unknown());

type House = {
  readonly db: Db;
  readonly clock: Clock;
  readonly files: FileStore;
  readonly ownerUrl: string;
  readonly organisations: () => Iterable<string>;
};

/** Every night: what has had its time goes away. Drafts and sheets by organisation, since row security shows one at a time. */
export function keepHouse({ db, clock, files, ownerUrl, organisations }: House): Task {
  return handle(housekeeping, async () => {
    const now = clock();
    await sweep(ownerUrl, now);
    await db.transaction({ organisation: null, person: null }, (tx) => forgetExpired(tx, now));
    for (const organisation of organisations()) {
      await db.transaction({ organisation, person: null }, async (tx) => {
        await deleteExpiredDrafts(tx, organisation, now);
        await deleteOldSheets(tx, organisation, now);
        await deleteOldDeliveries(tx, organisation, now);
        await forgetGone(tx, organisation, now);
      });
    }
    await sweepFiles({ ownerUrl, files, now });
  });
}
