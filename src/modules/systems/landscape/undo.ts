import { isField, type FieldId } from '../model/fields.ts';
import type { Usage } from '../model/usage.ts';
import type { Act } from '../usages/actions.ts';
import type { FlowAct } from '../usages/flow-actions.ts';
import { StoredFlow } from '../usages/flows.ts';
import type { HistoryLine } from '../usages/history.ts';

type State = Usage & { readonly removed: boolean };

/** What stays as it is, since somebody has changed it after the batch that is undone. */
export type Stays = { readonly usage: string; readonly field: string; readonly now: unknown };

export type UndoPlan = {
  readonly acts: readonly Act[];
  readonly flows: readonly FlowAct[];
  readonly stays: readonly Stays[];
};

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

const valueOf = (state: State, key: string): unknown => {
  if (isField(key)) return state.facts[key] ?? null;
  if (key === 'product') return state.product;
  if (key === 'secret') return state.secret;
  return key === 'members' ? state.members : null;
};

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

function changeBack(state: State, line: HistoryLine): UndoPlan {
  const keys = Object.keys(line.became);
  const back = keys.filter((key) => same(valueOf(state, key), line.became[key]));
  const stays = keys
    .filter((key) => !back.includes(key) && !same(valueOf(state, key), line.was[key]))
    .map((field) => ({ usage: state.id, field, now: valueOf(state, field) }));
  if (back.length === 0) return { acts: [], flows: [], stays };
  const changes: [FieldId, unknown][] = back.filter(isField).map((id) => [id, line.was[id] ?? null]);
  const { product, secret, members } = line.was;
  const act: Act = {
    kind: 'change',
    id: state.id,
    revision: state.revision,
    changes: Object.fromEntries(changes),
    ...(back.includes('product') && typeof product === 'string' ? { product } : {}),
    ...(back.includes('secret') ? { secret: secret === true } : {}),
    ...(back.includes('members') ? { members: texts(members) } : {}),
  };
  return { acts: [act], flows: [], stays };
}

const nothing: UndoPlan = { acts: [], flows: [], stays: [] };
const only = (act: Act): UndoPlan => ({ ...nothing, acts: [act] });

function lineBack(state: State, line: HistoryLine): UndoPlan {
  switch (line.kind) {
    case 'made':
    case 'restored':
      return state.removed ? nothing : only({ kind: 'remove', id: state.id });
    case 'removed':
      return state.removed ? only({ kind: 'restore', id: state.id }) : nothing;
    case 'changed':
      return state.removed ? nothing : changeBack(state, line);
    case 'confirmed':
      return nothing;
  }
}

const isOfFlow = ({ became }: HistoryLine): boolean => Object.hasOwn(became, 'flow');

/** A flow that was described is taken away and the other way, as long as both its ends are there. */
function flowsBack(
  states: ReadonlyMap<string, State>,
  lines: readonly HistoryLine[],
  standing: ReadonlySet<string>,
): readonly FlowAct[] {
  const done = new Map<string, FlowAct>();
  for (const { was, became } of lines) {
    const read = StoredFlow.safeParse(became['flow'] ?? was['flow']);
    if (!read.success) continue;
    const { data: flow } = read;
    const made = became['flow'] !== null;
    const ends = [flow.from, flow.to].map((id) => states.get(id));
    const there = ends.every((state) => state !== undefined && !state.removed);
    if (there && made === standing.has(flow.id)) done.set(flow.id, { kind: made ? 'dropped' : 'made', flow });
  }
  return [...done.values()];
}

/**
 * What undoes a batch without touching what has been changed since. A confirmation is not taken back. `standing` are the
 * flows that are described now.
 */
export function decideUndo(
  states: ReadonlyMap<string, State>,
  lines: readonly HistoryLine[],
  standing: ReadonlySet<string>,
): UndoPlan {
  const ofUsages = lines.filter((line) => !isOfFlow(line));
  // A batch has one line a usage, but for those that were made and changed in one go.
  const plans = [...Map.groupBy(ofUsages, ({ usage }) => usage)].map(([usage, own]): UndoPlan => {
    const state = states.get(usage);
    const line = own.find(({ kind }) => kind === 'made') ?? own[0];
    return state === undefined || line === undefined ? nothing : lineBack(state, line);
  });
  return {
    acts: plans.flatMap(({ acts }) => acts),
    flows: flowsBack(states, lines.filter(isOfFlow), standing),
    stays: plans.flatMap(({ stays }) => stays),
  };
}
