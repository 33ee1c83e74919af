import { applyToTree } from './apply.ts';
import type { Change } from './change.ts';
import { positions } from './order.ts';
import type { KindRules } from './rules.ts';
import { getNode, idsAt, idsWithin, pathOf, samePlace, subtree, type Tree } from './tree.ts';

type Sides = { readonly before: Tree; readonly after: Tree };

/**
 * The later tree as it would be had some of the changes from the earlier one not been made. A change that
 * others lean on (a new page that something moved into, whose old home is gone) stays.
 */
export function leaveOut({ before, after }: Sides, changes: readonly Change[], rules: KindRules): Tree {
  const together = applyToTree(after, invert(changes, { before, after }), rules);
  if (together.ok) return together.tree;
  let tree = after;
  for (const change of changes) {
    const undone = applyToTree(tree, invert([change], { before, after: tree }), rules);
    if (undone.ok) tree = undone.tree;
  }
  return tree;
}

type Changed = Extract<Change, { change: 'changed' }>;

/** The changes that undo some. What comes back does so in its old order, so that each finds its neighbour. */
function invert(changes: readonly Change[], sides: Sides): readonly Change[] {
  const { before, after } = sides;
  const idsOf = (kind: Change['change']): readonly string[] =>
    changes.filter(({ change }) => change === kind).map(({ element }) => element);
  const added = idsOf('added').filter((id) => after.has(id));
  const restored = idsOf('removed').filter((id) => !after.has(id));
  const home = new Set([
    ...restored,
    ...idsOf('moved').filter((id) => after.has(id)),
    ...added.flatMap((id) => guests(id, sides)),
  ]);
  const order = positions([...before.keys()]);
  const coming = [...home].toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  const inside = restored.flatMap((id) => idsWithin(before, id, (inner) => !after.has(inner)));
  const back = new Set([...home, ...inside]);
  return [
    ...added.map((id): Change => ({ change: 'removed', element: id, path: pathOf(after, id), before: {} })),
    ...coming.map((id) => comeHome(id, sides, back)),
    ...changes.filter((change): change is Changed => change.change === 'changed').map(changeBack),
  ];
}

/** Old elements that moved into a new one, without those inside them. */
function guests(id: string, { before, after }: Sides): readonly string[] {
  const found = idsWithin(after, id).filter((inner) => before.has(inner));
  const all = new Set(found);
  return found.filter((inner) => !all.has(getNode(after, inner).place.owner));
}

/** Back to where an element stood: after the nearest of those before it that stands there, or will. */
function comeHome(id: string, { before, after }: Sides, back: ReadonlySet<string>): Change {
  const { place } = getNode(before, id);
  const siblings = idsAt(before, place);
  const isThere = (sibling: string): boolean => {
    const node = after.get(sibling);
    return back.has(sibling) || (node !== undefined && samePlace(node.place, place));
  };
  const follows = siblings.slice(0, siblings.indexOf(id)).findLast(isThere) ?? null;
  const path = pathOf(before, id);
  if (after.has(id)) {
    return { change: 'moved', element: id, path, place, follows, from: pathOf(after, id), to: path };
  }
  const value = subtree(before, id, (inner) => !after.has(inner));
  return { change: 'added', element: id, path, place, follows, after: value };
}

function changeBack({ before, after, ...rest }: Changed): Change {
  return {
    ...rest,
    ...(after === undefined ? {} : { before: after }),
    ...(before === undefined ? {} : { after: before }),
  };
}
