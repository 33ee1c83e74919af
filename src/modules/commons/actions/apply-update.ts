import { conflictKey } from '../../../kernel/index.ts';
import type { Acting } from '../acting.ts';
import { asBase } from '../library/publications.ts';
import type { Advanced } from '../model/advanced.ts';
import { teller } from '../model/described.ts';
import { done, refused, type Failure, type Outcome } from '../model/failure.ts';
import type { Answer } from '../model/update.ts';
import { fingerprint, type UpdatePlan } from '../model/update-plan.ts';
import type { Running, Version } from '../model/work.ts';
import { saveDeclines } from '../store/declines.ts';
import { saveDefinitions } from '../store/definitions.ts';
import { recordAll, type Happening } from '../store/history.ts';
import { saveTaken } from '../store/notices.ts';
import { getManyValues } from '../store/settings.ts';
import { listFourEyes } from '../store/use-rules.ts';
import { deleteUpdates, type StoredDecline } from '../store/updates.ts';
import { lockVariant, lockVariants, listVariants } from '../store/variants.ts';
import { advance, rebaseDraft, saveAdvanced } from './advance.ts';
import { checkFiles, takeFiles } from './files.ts';
import { run, whyNotReady } from './in-use.ts';
import { loadState, loadStates, planOf, type UpdateState } from './update-state.ts';

export type Applied = {
  readonly version: Version;
  /** What runs now, when the update was also taken in use. */
  readonly running: Running | null;
  /** Why it was not taken in use although that was asked. */
  readonly blocked: Failure | null;
};

export type ApplyUpdate = {
  readonly work: string;
  readonly message?: string;
  /** Answers and declines given at once, besides those saved: by conflict and change. */
  readonly answers?: Readonly<Record<string, Answer>>;
  readonly declines?: Readonly<Record<string, string>>;
  /** Whether the new version also runs from now on; by default where one runs already. */
  readonly takeInUse?: boolean;
};

/**
 * Takes the update: a new version, the base advanced, what was declined written down. Fails with `unanswered`
 * while a conflict is open, and with `up-to-date` for whoever comes second.
 */
export async function applyUpdate(a: Acting, of: ApplyUpdate): Promise<Outcome<Applied>> {
  const variant = await lockVariant(a.tx, a.organisation, of.work);
  if (variant === null) return refused({ kind: 'not-found' });
  const loaded = await loadState(a, variant);
  if (!loaded.ok) return loaded;
  const state = await withGiven(a, loaded.value, of);
  const plan = await planOf(state);
  const [first] = plan.result.conflicts;
  if (first !== undefined) {
    return refused({ kind: 'unanswered', left: plan.result.conflicts.length, first: conflictKey(first) });
  }
  await takeFiles(a, [state.sides.theirs]);
  const files = await checkFiles(a, plan.result.merged);
  if (!files.ok) return files;
  const [advanced] = await save(a, [{ state, plan, message: of.message }]);
  if (advanced === undefined) throw new Error(`${of.work}: nothing was saved`);
  const wanted = of.takeInUse ?? variant.running !== null;
  const [started] = wanted ? await runAll(a, [advanced]) : [];
  return done({
    version: advanced.version,
    running: started?.running ?? null,
    blocked: started?.blocked ?? null,
  });
}

/** Adds what came with the request to what was saved before it. */
async function withGiven(a: Acting, state: UpdateState, of: ApplyUpdate): Promise<UpdateState> {
  const stamp = { by: a.author, at: a.now };
  const declines: Record<string, StoredDecline> = { ...state.progress.declines };
  for (const [id, reason] of Object.entries(of.declines ?? {})) declines[id] = { reason, ...stamp };
  let progress = { ...state.progress, declines };
  // An answer may bring a question that another answer was given for.
  for (;;) {
    const plan = await planOf({ ...state, progress });
    const fresh = plan.result.conflicts.flatMap((conflict) => {
      const answer = of.answers?.[conflictKey(conflict)];
      const known = progress.answers[conflictKey(conflict)]?.conflict === fingerprint(conflict);
      return answer === undefined || known
        ? []
        : [[conflictKey(conflict), { answer, conflict: fingerprint(conflict), ...stamp }] as const];
    });
    if (fresh.length === 0) return { ...state, progress };
    progress = { ...progress, answers: { ...progress.answers, ...Object.fromEntries(fresh) } };
  }
}

type Decided = {
  readonly state: UpdateState;
  readonly plan: UpdatePlan;
  readonly message: string | undefined;
};

/** Saves many decided updates at once. */
async function save(a: Acting, all: readonly Decided[]): Promise<readonly Advanced[]> {
  const advanced = all.map(({ state, plan, message }) =>
    advance(a, state.variant, {
      step: 'updated',
      definition: plan.result.merged,
      message: message ?? state.offer.message,
      otherParents: [state.offer.versionId],
      base: asBase(state.offer),
    }),
  );
  await saveDefinitions(
    a.tx,
    a.organisation,
    all.map(({ state }) => ({ hash: state.offer.definitionHash, definition: state.sides.theirs })),
  );
  await saveDeclines(
    a.tx,
    a.organisation,
    all.flatMap((one) => declinesOf(a, one)),
  );
  await saveAdvanced(a, advanced);
  await deleteUpdates(
    a.tx,
    a.organisation,
    all.map(({ state }) => state.variant.work),
  );
  await saveTaken(
    a,
    all.map(({ state }) => ({
      work: state.variant.work,
      from: state.offer.organisation,
      number: state.offer.number,
    })),
  );
  for (const one of advanced) await rebaseDraft(a, one);
  await recordAll(
    a,
    advanced.flatMap((one, at) => stepsOf(a, one, all[at])),
  );
  return advanced;
}

function stepsOf(
  a: Acting,
  { variant, version }: Advanced,
  decided: Decided | undefined,
): readonly Happening[] {
  const { work, base } = variant;
  const data = { from: base?.organisation ?? null, publication: base?.number ?? null };
  const declined = decided === undefined ? [] : declinesOf(a, decided);
  return [
    { work, kind: 'updated', number: version.number, reason: version.message, data },
    ...declined.map(({ path, reason }): Happening => ({ work, kind: 'declined', reason, data: { path } })),
  ];
}

function declinesOf(a: Acting, { state, plan }: Decided): Parameters<typeof saveDeclines>[2] {
  const { variant, offer, sides, progress } = state;
  if (plan.records.length === 0) return [];
  const tell = teller({ before: sides.base, after: sides.theirs, kind: sides.kind, language: 'sv' });
  return plan.records.map(({ key, change, record: made }) => ({
    work: variant.work,
    path: change.path,
    record: made,
    sentence: tell(change),
    reason: progress.declines[key]?.reason ?? '',
    by: progress.declines[key]?.by ?? a.author,
    at: progress.declines[key]?.at ?? a.now,
    number: offer.number,
  }));
}

type Started = { readonly work: string; readonly running: Running | null; readonly blocked: Failure | null };

async function runAll(a: Acting, all: readonly Advanced[]): Promise<readonly Started[]> {
  const values = await getManyValues(
    a.tx,
    a.organisation,
    all.map(({ variant }) => ({ work: variant.work, number: variant.settingsNumber })),
  );
  const works = all.map(({ variant }) => variant.work);
  const watched = await listFourEyes(a.tx, a.organisation, works);
  const started: Started[] = [];
  for (const { variant, version, definition } of all) {
    const { work } = variant;
    // Whoever takes an update makes the version; one that comes by itself has been read by nobody here.
    const blocked: Failure | null = watched.has(work)
      ? { kind: 'own-version' }
      : whyNotReady({ definition, values: values.get(work) ?? {}, base: version.base });
    const running = blocked === null ? await run(a, { variant, version, reason: null }) : null;
    started.push({ work, running, blocked });
  }
  return started;
}

export type BulkRow = {
  readonly work: string;
  readonly outcome: 'updated' | 'up-to-date' | 'needs-answers' | 'not-following';
  /** Upstream's version. */
  readonly number: number | null;
  readonly clean: number;
  readonly conflicts: number;
  /** Whether the new version runs; false also where none ran before. */
  readonly running: boolean;
  readonly blocked: Failure | null;
};

export type UpdateAll = {
  /** Works to update; all of the organisation's where left out. */
  readonly works?: readonly string[];
};

/**
 * Takes every update that leaves nothing to decide, and says of the others what is left. Works that run go on
 * with their new version where it is ready.
 */
export async function updateAll(a: Acting, of: UpdateAll = {}): Promise<readonly BulkRow[]> {
  const works = of.works ?? (await listVariants(a.tx, a.organisation)).map((variant) => variant.work);
  const variants = await lockVariants(a.tx, a.organisation, works);
  const states = await loadStates(a, variants);
  const planned = await Promise.all(
    states.map(async (state) => ({ state, plan: await planOf(state), message: undefined })),
  );
  const clean = planned.filter(({ plan }) => plan.result.clean);
  await takeFiles(
    a,
    clean.map(({ state }) => state.sides.theirs),
  );
  const advanced = clean.length === 0 ? [] : await save(a, clean);
  const started = await runAll(
    a,
    advanced.filter(({ before }) => before.running !== null),
  );
  const ran = new Map(started.map((one) => [one.work, one]));
  const plans = new Map(planned.map((one) => [one.state.variant.work, one]));
  return variants.map(({ work, base }) => {
    const one = plans.get(work);
    const start = ran.get(work);
    const counts = { clean: one?.plan.clean.length ?? 0, conflicts: one?.plan.result.conflicts.length ?? 0 };
    const rest = {
      number: one?.state.offer.number ?? base?.number ?? null,
      ...counts,
      running: (start?.running ?? null) !== null,
      blocked: start?.blocked ?? null,
    };
    if (base === null) return { work, outcome: 'not-following', ...rest };
    if (one === undefined) return { work, outcome: 'up-to-date', ...rest };
    return { work, outcome: one.plan.result.clean ? 'updated' : 'needs-answers', ...rest };
  });
}
