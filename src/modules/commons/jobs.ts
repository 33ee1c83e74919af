import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/index.ts';
import { on, type Subscription } from '../../platform/events/index.ts';
import { defineTask, handle, type Task } from '../../platform/jobs/index.ts';
import { byItself } from './acting.ts';
import { updateAll } from './actions/apply-update.ts';
import { carryOutPlans } from './actions/plan-use.ts';
import { showFigures } from './actions/figures.ts';
import { published } from './events.ts';
import { listUsingOrganisations } from './library/door.ts';
import { listVariants } from './store/variants.ts';

/** Takes updates whose day has come, where the adopter has chosen that. Done every night. */
export const takeDueUpdates = defineTask('commons.take-due-updates', z.unknown());

export type DueOptions = { readonly db: Db; readonly clock: Clock; readonly newId: () => string };

export function dueUpdates(options: DueOptions): Task {
  return handle(takeDueUpdates, async () => {
    const organisations = await options.db.transaction(
      { organisation: null, person: null },
      listUsingOrganisations,
    );
    for (const organisation of organisations) await takeFor(options, organisation);
  });
}

/** Counts the figures that adopters have agreed to show. Done every night. */
export const countFigures = defineTask('commons.count-figures', z.unknown());

export function figuresCounted({ db, clock }: Pick<DueOptions, 'db' | 'clock'>): Task {
  return handle(countFigures, async () => {
    const organisations = await db.transaction({ organisation: null, person: null }, listUsingOrganisations);
    for (const organisation of organisations) {
      await db.transaction({ organisation, person: null }, async (tx) =>
        showFigures({ tx, organisation, now: clock() }, await listVariants(tx, organisation)),
      );
    }
  });
}

/** Due updates as soon as a version is published that is offered at once. */
export function dueSubscription(options: DueOptions): Subscription {
  return on(published, async ({ receivers, work, offeredFrom }) => {
    if (new Date(offeredFrom) > options.clock()) return;
    for (const organisation of receivers) await takeFor(options, organisation, work);
  });
}

/** Takes in use what was planned for the day. Done every night. */
export const takePlannedInUse = defineTask('commons.take-planned-in-use', z.unknown());

export function plansCarriedOut(
  options: DueOptions & { readonly organisations: () => Iterable<string> },
): Task {
  const { db, clock, newId } = options;
  return handle(takePlannedInUse, async () => {
    for (const organisation of options.organisations())
      await carryOutPlans({ db, organisation, now: clock(), newId });
  });
}

async function takeFor({ db, clock, newId }: DueOptions, organisation: string, work?: string): Promise<void> {
  await db.transaction({ organisation, person: null }, async (tx) => {
    const chosen = (await listVariants(tx, organisation))
      .filter((variant) => variant.autoUpdate === 'clean' && (work === undefined || variant.work === work))
      .map((variant) => variant.work);
    if (chosen.length === 0) return;
    const acting = { tx, now: clock(), newId, organisation, author: byItself, language: 'sv' as const };
    await updateAll(acting, { works: chosen });
  });
}
