import { applyToTree } from './apply.ts';
import type { Change } from './change.ts';
import type { KindRules } from './rules.ts';
import { getNode, idsWithin, pathOf, samePlace, subtree, type Tree } from './tree.ts';

type Sides = { readonly before: Tree; readonly after: Tree };

/**
 * The later tree as it would be had some of the changes from the earlier one not been made. A change that
 * others lean on (a new page that something moved into, whose old home is gone) stays.
 */
export function leaveOut({ before, after }: Sides, changes: readonly Change[], rules: KindRules): Tree {
  let tree = after;
  for (const change of changes) {
    const undone = applyToTree(tree, invert(change, { before, after: tree }), rules);
    if (undone.ok) tree = undone.tree;
  }
  return tree;
}

/** The changes that undo one. */
function invert(change: Change, sides: Sides): readonly Change[] {
  const { element, path } = change;
  const { before, after } = sides;
  switch (change.change) {
    case 'added': {
      if (!after.has(element)) return [];
      const guests = idsWithin(after, element).filter((id) => before.has(id));
      const outermost = guests.filter((id) => !guests.includes(getNode(after, id).place.owner));
      return [...outermost.map((id) => moveBack(id, sides)), { change: 'removed', element, path, before: {} }];
    }
    case 'removed': {
      if (after.has(element)) return [];
      const value = subtree(before, element, (id) => !after.has(id));
      return [{ change: 'added', element, path, ...home(element, sides), after: value }];
    }
    case 'moved':
      return after.has(element) ? [moveBack(element, sides)] : [];
    case 'changed':
      return [
        {
          change: 'changed',
          element,
          path,
          property: change.property,
          ...(change.after === undefined ? {} : { before: change.after }),
          ...(change.before === undefined ? {} : { after: change.before }),
        },
      ];
  }
}

function moveBack(id: string, sides: Sides): Change {
  const to = pathOf(sides.before, id);
  return { change: 'moved', element: id, path: to, ...home(id, sides), from: pathOf(sides.after, id), to };
}

/** Where an element stood: after the nearest of those before it that still stands there. */
function home(id: string, { before, after }: Sides): Pick<Extract<Change, { change: 'moved' }>, 'place' | 'follows'> {
  const { place } = getNode(before, id);
  const siblings = getNode(before, place.owner).slots.get(place.slot) ?? [];
  const isThere = (sibling: string): boolean => {
    const node = after.get(sibling);
    return node !== undefined && samePlace(node.place, place);
  };
  const follows = siblings.slice(0, siblings.indexOf(id)).findLast(isThere) ?? null;
  return { place, follows };
}
