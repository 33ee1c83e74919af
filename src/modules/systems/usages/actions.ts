import type { Tx } from '../../../platform/db/index.ts';
import { tellOfUsages } from '../connections/webhooks/tell.ts';
import { showUsages } from '../everybody/show.ts';
import { inverseOf, withChanges, type FactChanges } from '../model/change.ts';
import type { Facts } from '../model/fields.ts';
import type { Usage } from '../model/usage.ts';
import { findPolicy, lockUsages, saveUsages, type Batch, type UsageChange } from './store.ts';

/** One thing to do with one usage. What is expected of the row (`revision`) keeps two hands from undoing each other. */
export type Act =
  | {
      readonly kind: 'make';
      readonly id: string;
      readonly product: string;
      readonly facts: Facts;
      readonly secret: boolean;
      readonly members: readonly string[];
      readonly example: boolean;
    }
  | {
      readonly kind: 'change';
      readonly id: string;
      readonly changes: FactChanges;
      readonly product?: string;
      readonly secret?: boolean;
      readonly members?: readonly string[];
      /** The revision that the changes were made on; absent where any will do. */
      readonly revision?: number;
    }
  | { readonly kind: 'confirm' | 'remove' | 'restore'; readonly id: string };

export type ActFailure = {
  readonly id: string;
  readonly kind: 'missing' | 'exists' | 'changed-since' | 'removed';
};

export type Doing = {
  readonly tx: Tx;
  readonly organisation: string;
  readonly batch: Batch;
};

type State = Usage & { readonly removed: boolean };
type Decided = { readonly usage: State; readonly change: UsageChange | null };

/**
 * Does everything or nothing: all acts on usages of one organisation, with a line of history each, and shows others
 * what they may see of it. Fails with every act that cannot be done; then nothing is.
 */
export async function changeUsages(
  { tx, organisation, batch }: Doing,
  acts: readonly Act[],
): Promise<{ readonly ok: true } | { readonly ok: false; readonly failures: readonly ActFailure[] }> {
  const states = new Map<string, State>(
    await lockUsages(tx, organisation, [...new Set(acts.map(({ id }) => id))]),
  );
  const changes: UsageChange[] = [];
  const failures: ActFailure[] = [];
  for (const act of acts) {
    const decided = decideAct(states.get(act.id) ?? null, act, batch);
    if ('kind' in decided) {
      failures.push(decided);
      continue;
    }
    states.set(act.id, decided.usage);
    if (decided.change !== null) changes.push(decided.change);
  }
  if (failures.length > 0) return { ok: false, failures };
  const changed = [...new Set(changes.map(({ usage }) => usage))];
  const usages = changed.flatMap((id) => states.get(id) ?? []);
  await saveUsages(tx, organisation, { usages, changes, batch });
  await showUsages(tx, organisation, {
    changed,
    usages: usages.filter(({ removed }) => !removed),
    policy: await findPolicy(tx, organisation),
    at: batch.at,
  });
  await tellOfUsages(tx, organisation, { usages: changed, batch: batch.id, at: batch.at });
  return { ok: true };
}

/** What an act makes of a usage; no change where it says what already stands there. */
export function decideAct(state: State | null, act: Act, { at, actor }: Batch): Decided | ActFailure {
  const { id } = act;
  if (act.kind === 'make') {
    if (state !== null) return { id, kind: 'exists' };
    const { product, facts, secret, members, example } = act;
    const by = { confirmedAt: at, confirmedBy: actor, changedAt: at };
    return {
      usage: { id, product, facts, secret, members, example, ...by, revision: 1, removed: false },
      change: { usage: id, kind: 'made', was: {}, became: { ...facts, product } },
    };
  }
  if (state === null) return { id, kind: 'missing' };
  if (state.removed !== (act.kind === 'restore')) return { id, kind: state.removed ? 'removed' : 'exists' };
  switch (act.kind) {
    case 'remove':
    case 'restore': {
      const removed = act.kind === 'remove';
      const kind = removed ? 'removed' : 'restored';
      return { usage: { ...state, removed }, change: { usage: id, kind, was: {}, became: {} } };
    }
    case 'confirm': {
      const usage = { ...state, confirmedAt: at, confirmedBy: actor };
      return { usage, change: { usage: id, kind: 'confirmed', was: {}, became: {} } };
    }
    case 'change':
      return decideChange(state, act, { at, actor });
  }
}

function decideChange(
  state: State,
  act: Extract<Act, { kind: 'change' }>,
  { at, actor }: Pick<Batch, 'at' | 'actor'>,
): Decided | ActFailure {
  if (act.revision !== undefined && act.revision !== state.revision)
    return { id: act.id, kind: 'changed-since' };
  const facts = withChanges(state.facts, act.changes);
  const before = { product: state.product, secret: state.secret, members: state.members };
  const after = {
    product: act.product ?? state.product,
    secret: act.secret ?? state.secret,
    members: act.members ?? state.members,
  };
  const was = { ...inverseOf(state.facts, act.changes), ...before };
  const became = { ...act.changes, ...after };
  const differing = Object.keys(became).filter((key) => !isSame(was, became, key));
  const usage = { ...state, facts, ...after, confirmedAt: at, confirmedBy: actor, changedAt: at };
  if (differing.length === 0) return { usage: state, change: null };
  const change: UsageChange = {
    usage: act.id,
    kind: 'changed',
    was: only(was, differing),
    became: only(became, differing),
  };
  return { usage, change };
}

type Bag = Readonly<Record<string, unknown>>;

const isSame = (a: Bag, b: Bag, key: string): boolean =>
  JSON.stringify(a[key] ?? null) === JSON.stringify(b[key] ?? null);

const only = (bag: Bag, keys: readonly string[]): Bag =>
  Object.fromEntries(keys.map((key) => [key, bag[key] ?? null]));
