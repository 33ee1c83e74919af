import {
  apply,
  isElementList,
  splitPath,
  type Change,
  type Definition,
  type KindRules,
} from '../../../kernel/index.ts';
import { changeKey } from './described.ts';
import { locate, valueAt } from './tree-edit.ts';

export type Picked =
  | { readonly ok: true; readonly definition: Definition }
  | { readonly ok: false; readonly path: string };

type Picking = {
  readonly base: Definition;
  /** The definition that the changes lead to. */
  readonly to: Definition;
  readonly changes: readonly Change[];
  /** Keys of the changes to take. */
  readonly chosen: ReadonlySet<string>;
  readonly rules: KindRules;
};

/**
 * The base with some of the changes made and no others. A change that leans on one left out (a question on a
 * page of one's own) cannot stand alone, and its path is returned.
 */
export function cherryPick({ base, to, changes, chosen, rules }: Picking): Picked {
  const taken = changes.filter((change) => chosen.has(changeKey(change)));
  const skipped = new Set(
    changes
      .filter((change) => !chosen.has(changeKey(change)) && change.change === 'added')
      .map((change) => change.element),
  );
  const moved = new Set(
    changes
      .filter((change) => !chosen.has(changeKey(change)) && change.change === 'moved')
      .map((change) => change.element),
  );
  const placed = taken.map((change) => placeBeside(change, to, (id) => skipped.has(id) || moved.has(id)));
  const applied = apply(base, placed, rules);
  return applied.ok ? applied : { ok: false, path: applied.failure.path };
}

/** An element that came after one left out comes after the nearest before it that is there. */
function placeBeside(change: Change, to: Definition, isMissing: (id: string) => boolean): Change {
  if (change.change !== 'added' && change.change !== 'moved') return change;
  let { follows } = change;
  const ids = siblings(to, change.path);
  while (follows !== null && isMissing(follows)) follows = ids[ids.indexOf(follows) - 1] ?? null;
  return { ...change, follows };
}

function siblings(definition: Definition, path: string): readonly string[] {
  const list = splitPath(path).slice(0, -1);
  const steps = locate(definition, path);
  const value = steps === null ? undefined : valueAt(definition, steps.slice(0, -1));
  return list.length > 0 && isElementList(value) ? value.map((element) => element.id) : [];
}
