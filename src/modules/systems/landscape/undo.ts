import { isField, type FieldId } from '../model/fields.ts';
import type { Usage } from '../model/usage.ts';
import type { Act } from '../usages/actions.ts';
import type { HistoryLine } from '../usages/history.ts';

type State = Usage & { readonly removed: boolean };

/** What stays as it is, since somebody has changed it after the batch that is undone. */
export type Stays = { readonly usage: string; readonly field: string; readonly now: unknown };

export type UndoPlan = {
  readonly acts: readonly Act[];
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
  if (back.length === 0) return { acts: [], stays };
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
  return { acts: [act], stays };
}

function lineBack(state: State, line: HistoryLine): UndoPlan {
  switch (line.kind) {
    case 'made':
    case 'restored':
      return { acts: state.removed ? [] : [{ kind: 'remove', id: state.id }], stays: [] };
    case 'removed':
      return { acts: state.removed ? [{ kind: 'restore', id: state.id }] : [], stays: [] };
    case 'changed':
      return state.removed ? { acts: [], stays: [] } : changeBack(state, line);
    case 'confirmed':
      return { acts: [], stays: [] };
  }
}

/** What undoes a batch without touching what has been changed since. A confirmation is not taken back. */
export function decideUndo(states: ReadonlyMap<string, State>, lines: readonly HistoryLine[]): UndoPlan {
  // A batch has one line a usage, but for those that were made and changed in one go.
  const plans = [...Map.groupBy(lines, ({ usage }) => usage)].map(([usage, own]): UndoPlan => {
    const state = states.get(usage);
    if (state === undefined) return { acts: [], stays: [] };
    const made = own.find(({ kind }) => kind === 'made');
    if (made !== undefined) return lineBack(state, made);
    const [line] = own;
    return line === undefined ? { acts: [], stays: [] } : lineBack(state, line);
  });
  return { acts: plans.flatMap(({ acts }) => acts), stays: plans.flatMap(({ stays }) => stays) };
}
