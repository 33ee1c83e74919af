import type { Db } from '../../../platform/db/index.ts';
import { isoDay } from '../../../platform/text/index.ts';
import type { Acting } from '../acting.ts';
import { done, refused, type Outcome } from '../model/failure.ts';
import type { Variant } from '../model/work.ts';
import { record } from '../store/history.ts';
import {
  dropPlans,
  getUseRule,
  listDueUses,
  savePlanFailure,
  saveUseRule,
  type PlannedUse,
  type UseRule,
} from '../store/use-rules.ts';
import { lockVariant } from '../store/variants.ts';
import { findVersion } from '../store/versions.ts';
import { checkReady, takeInUse } from './in-use.ts';

export type { PlannedUse, UseRule };

/** How versions of an organisation's own variant go into use. */
export const showUseRule = (a: Pick<Acting, 'tx' | 'organisation'>, work: string): Promise<UseRule> =>
  getUseRule(a.tx, a.organisation, work);

/** Says whether somebody else than who wrote a version must take it in use. */
export async function changeFourEyes(
  a: Acting,
  { work, fourEyes }: { readonly work: string; readonly fourEyes: boolean },
): Promise<Outcome<null>> {
  const variant = await lockVariant(a.tx, a.organisation, work);
  if (variant === null) return refused({ kind: 'not-found' });
  const rule = await getUseRule(a.tx, a.organisation, work);
  if (rule.fourEyes && !fourEyes && (await waitsByOneself(a, variant)))
    return refused({ kind: 'own-version' });
  await saveUseRule(a.tx, { organisation: a.organisation, work }, { ...rule, fourEyes });
  await record(a, { work, kind: 'four-eyes', data: { choice: fourEyes } });
  return done(null);
}

/** Whether a version that one has written waits for another's eyes: then the rule is not one's own to lift. */
async function waitsByOneself(a: Acting, { work, head, running }: Variant): Promise<boolean> {
  if (running?.number === head.number) return false;
  const version = await findVersion(a.tx, a.organisation, { work, number: head.number });
  return version?.author.person === a.author.person;
}

export type Plan = {
  readonly work: string;
  readonly number: number;
  /** ISO day, later than today. */
  readonly from: string;
};

/** Lets a version run from a day on. It must be ready today, and whoever plans it must be allowed to take it in use. */
export async function planUse(a: Acting, { work, number, from }: Plan): Promise<Outcome<PlannedUse>> {
  const ready = await checkReady(a, { work, number });
  if (!ready.ok) return ready;
  if (from <= isoDay(a.now)) return refused({ kind: 'day-passed' });
  const rule = await getUseRule(a.tx, a.organisation, work);
  const planned = { number, from, by: a.author, failed: null };
  await saveUseRule(a.tx, { organisation: a.organisation, work }, { ...rule, planned });
  await record(a, { work, kind: 'use-planned', number, data: { from } });
  return done(planned);
}

/** Takes a plan back; harmless where there is none. */
export async function cancelPlan(a: Acting, work: string): Promise<Outcome<null>> {
  const variant = await lockVariant(a.tx, a.organisation, work);
  if (variant === null) return refused({ kind: 'not-found' });
  const rule = await getUseRule(a.tx, a.organisation, work);
  if (rule.planned !== null) {
    await saveUseRule(a.tx, { organisation: a.organisation, work }, { ...rule, planned: null });
    await record(a, { work, kind: 'use-plan-dropped', number: rule.planned.number });
  }
  return done(null);
}

type Due = {
  readonly db: Db;
  readonly organisation: string;
  readonly now: Date;
  readonly newId: () => string;
};

/** Takes in use what was planned for today or before, in the name of whoever planned it; each plan by itself. */
export async function carryOutPlans({ db, organisation, now, newId }: Due): Promise<void> {
  const scope = { organisation, person: null };
  const today = isoDay(now);
  const works = await db.transaction(scope, (tx) => listDueUses(tx, organisation, today));
  for (const work of works) {
    await db.transaction(scope, (tx) => carryOut({ tx, now, newId, organisation, work }));
  }
}

type DuePlan = Pick<Acting, 'tx' | 'now' | 'newId' | 'organisation'> & { readonly work: string };

async function carryOut({ work, ...on }: DuePlan): Promise<void> {
  const { tx, organisation, now } = on;
  // Read again once the variant is held: what was planned may have been taken back meanwhile.
  if ((await lockVariant(tx, organisation, work)) === null) return;
  const { planned } = await getUseRule(tx, organisation, work);
  if (planned === null || planned.failed !== null || planned.from > isoDay(now)) return;
  const a: Acting = { ...on, author: planned.by, language: 'sv' };
  const taken = await takeInUse(a, { work, number: planned.number });
  if (taken.ok) return;
  if (taken.failure.kind === 'nothing-changed') await dropPlans(tx, organisation, [work]);
  else await savePlanFailure(tx, { organisation, work }, taken.failure.kind);
}
