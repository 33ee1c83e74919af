import type { Definition } from '../../../kernel/index.ts';
import { emit } from '../../../platform/events/index.ts';
import type { Acting } from '../acting.ts';
import { inUse } from '../events.ts';
import { makeChecklist } from '../model/checklist.ts';
import { done, refused, type Failure, type Outcome } from '../model/failure.ts';
import { getKind, type Issue } from '../model/kind.ts';
import type { Values } from '../model/settings.ts';
import type { Running, Variant, Version } from '../model/work.ts';
import { getDefinition } from '../store/definitions.ts';
import { record } from '../store/history.ts';
import { saveReviewed } from '../store/notices.ts';
import { getValues } from '../store/settings.ts';
import { dropPlans, getUseRule } from '../store/use-rules.ts';
import { lockVariant, saveVariant } from '../store/variants.ts';
import { findVersion } from '../store/versions.ts';
import { findForbidden } from './forbidden.ts';
import { showUse } from './upstream.ts';

/** What is wrong or unfinished in a definition, so that nobody else is to meet it. */
export function stoppingIssues(definition: Definition): readonly Issue[] {
  const { validate, unfinished } = getKind(definition.kind);
  const wrong = validate(definition).filter(({ severity }) => severity === 'error');
  return [...wrong, ...(unfinished?.(definition) ?? [])];
}

/** Why a version cannot run with these values: null when it can. */
export function whyNotReady(of: {
  readonly definition: Definition;
  readonly values: Values;
  readonly base: Variant['base'];
}): Failure | null {
  const { missing } = makeChecklist(of.definition, of.values, of.base);
  const issues = stoppingIssues(of.definition);
  return missing.length === 0 && issues.length === 0 ? null : { kind: 'incomplete', missing, issues };
}

export type TakeInUse = {
  readonly work: string;
  /** The version; the head where left out. */
  readonly number?: number;
  readonly reason?: string;
};

type Ready = {
  readonly variant: Variant;
  readonly version: Version;
};

/**
 * Whether a version may run from now on. Fails with `incomplete`, saying what is missing, `not-allowed` where it
 * holds what the present upstream forbids, `own-version` where somebody else than who wrote it must take it in use,
 * or `nothing-changed`. The variant is locked.
 */
export async function checkReady(a: Acting, of: Omit<TakeInUse, 'reason'>): Promise<Outcome<Ready>> {
  const variant = await lockVariant(a.tx, a.organisation, of.work);
  if (variant === null) return refused({ kind: 'not-found' });
  const version = await findVersion(a.tx, a.organisation, {
    work: of.work,
    number: of.number ?? variant.head.number,
  });
  if (version === null) return refused({ kind: 'not-found' });
  if (variant.running?.number === version.number) return refused({ kind: 'nothing-changed' });
  const { fourEyes } = await getUseRule(a.tx, a.organisation, of.work);
  // Whoever wrote the version may have set the program to do it.
  const byItsAuthor = version.author.person === a.author.person || a.byProgram === true;
  if (fourEyes && version.author.person !== null && byItsAuthor) return refused({ kind: 'own-version' });
  const violations = await findForbidden(a, variant, version);
  if (violations.length > 0) return refused({ kind: 'not-allowed', violations });
  const definition = await getDefinition(a.tx, a.organisation, version.definitionHash);
  const values = await getValues(a.tx, a.organisation, { work: of.work, number: variant.settingsNumber });
  const failure = whyNotReady({ definition, values, base: version.base });
  return failure === null ? done({ variant, version }) : refused(failure);
}

/** Lets a version run from now on. Fails as `checkReady`. */
export async function takeInUse(a: Acting, of: TakeInUse): Promise<Outcome<Running>> {
  const ready = await checkReady(a, of);
  return ready.ok ? done(await run(a, { ...ready.value, reason: of.reason ?? null })) : ready;
}

type Start = { readonly variant: Variant; readonly version: Version; readonly reason: string | null };

/** Lets a version run whose readiness has been seen to; the variant is locked. */
export async function run(a: Acting, { variant, version, reason }: Start): Promise<Running> {
  const { settingsNumber, work } = variant;
  const running = { number: version.number, versionId: version.id, settingsNumber, since: a.now };
  const after = { ...variant, running };
  await saveVariant(a.tx, after);
  await dropPlans(a.tx, a.organisation, [work]);
  await saveReviewed(a, work);
  await showUse(a, [after]);
  await record(a, {
    work,
    kind: 'in-use',
    number: version.number,
    reason,
    data: { settings: settingsNumber },
  });
  await announceRunning(a, after);
  return running;
}

/** Stops the work at the organisation. Cases and drafts that have begun keep their version. */
export async function takeOutOfUse(
  a: Acting,
  { work, reason }: { readonly work: string; readonly reason: string },
): Promise<Outcome<null>> {
  const variant = await lockVariant(a.tx, a.organisation, work);
  if (variant === null) return refused({ kind: 'not-found' });
  if (variant.running === null) return refused({ kind: 'not-in-use' });
  const after = { ...variant, running: null };
  await saveVariant(a.tx, after);
  await dropPlans(a.tx, a.organisation, [work]);
  await showUse(a, [after]);
  await record(a, { work, kind: 'out-of-use', reason, number: variant.running.number });
  await announceRunning(a, after);
  return done(null);
}

/** Tells other modules what runs. */
export async function announceRunning(a: Acting, { work, kind, running }: Variant): Promise<void> {
  await emit(
    a.tx,
    inUse,
    {
      organisation: a.organisation,
      work,
      kind,
      versionId: running?.versionId ?? null,
      number: running?.number ?? null,
      settingsNumber: running?.settingsNumber ?? null,
    },
    { id: a.newId(), at: a.now, organisation: a.organisation, subject: `commons.variant:${work}` },
  );
}
