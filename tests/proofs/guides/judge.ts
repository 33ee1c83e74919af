import {
  isElementList,
  isObject,
  type Conflict,
  type Definition,
  type Json,
  type JsonObject,
} from '../../../src/kernel/index.ts';
import { around, type Parts } from './education.ts';
import type { Edit, Edited } from './edits.ts';

/** What a merge gave, as far as it is judged. */
export type Merged = { readonly merged: Definition; readonly conflicts: readonly Conflict[] };

type Placed = { readonly element: JsonObject; readonly owner: string; readonly order: readonly string[] };
type Found = ReadonlyMap<string, Placed>;

/** Every element of a definition by id, read without the kernel. */
export function elementsOf(definition: Definition): Found {
  const found = new Map<string, Placed>();
  const visit = (object: JsonObject, id: string): void => {
    for (const value of Object.values(object)) {
      if (!isElementList(value)) continue;
      const order = value.map((one) => one.id);
      for (const element of value) {
        found.set(element.id, { element, owner: id, order });
        visit(element, element.id);
      }
    }
  };
  visit(definition, '');
  return found;
}

type View = {
  readonly found: Found;
  /** Open conflicts by the element that they are about. */
  readonly asked: ReadonlyMap<string, readonly Conflict[]>;
  readonly base: Parts;
};

export function viewOf({ merged, conflicts }: Merged, base: Parts): View {
  const asked = new Map<string, readonly Conflict[]>();
  for (const conflict of conflicts) {
    asked.set(conflict.element, [...(asked.get(conflict.element) ?? []), conflict]);
  }
  return { found: elementsOf(merged), asked, base };
}

/** Whether an edit is in the result, or before the eyes of whoever answers a question. */
export function isKept(edit: Edit, side: 'ours' | 'theirs', view: View): boolean {
  return (
    isDone(edit, view) || conflictsAt(edit, view).some((conflict) => shows(conflict[side], edit, conflict))
  );
}

/** Whether somebody is asked about an edit. */
export const isAsked = (edit: Edit, view: View): boolean => conflictsAt(edit, view).length > 0;

function conflictsAt({ element, property, done }: Edit, { asked, base }: View): readonly Conflict[] {
  const here = (asked.get(element) ?? []).filter((one) => isAbout(one, property));
  const fresh = done.kind === 'added' ? (asked.get(done.id) ?? []) : [];
  const owner = base.get(element)?.owner ?? '';
  const order = done.kind === 'moved' ? (asked.get(owner) ?? []).filter(({ kind }) => kind === 'order') : [];
  const outside = around(base, element)
    .slice(1)
    .flatMap((id) => (asked.get(id) ?? []).filter((one) => one.property === '' && one.kind !== 'order'));
  return [...here, ...fresh, ...order, ...outside];
}

const isAbout = (conflict: Conflict, property: string): boolean =>
  conflict.property === '' || property === '' || `${property}/`.startsWith(`${conflict.property}/`);

/** Whether the side of a conflict holds the edit, so that whoever answers sees it. */
function shows(value: Json | undefined, { done }: Edit, conflict: Conflict): boolean {
  switch (done.kind) {
    case 'written':
      return JSON.stringify(value ?? null).includes(done.mark);
    case 'added':
      return JSON.stringify(value ?? null).includes(`"${done.id}"`);
    case 'removed':
      return value === undefined;
    case 'moved':
      return (
        conflict.kind === 'order' || conflict.kind === 'moved-both' || value === undefined || isObject(value)
      );
    case 'set':
      return (
        value === done.value ||
        (isObject(value) && JSON.stringify(value).includes(JSON.stringify(done.value)))
      );
    case 'tagged':
      return JSON.stringify(value ?? null).includes(done.tag);
  }
}

/** Elements of the base that the result lacks although upstream, who alone may, has not removed them. */
export function missing({ found, base }: View, upstream: Parts): readonly string[] {
  return [...base.keys()].filter((id) => id !== '' && !found.has(id) && isThere(upstream, id));
}

const isThere = (parts: Parts, id: string): boolean =>
  parts.has(id) && around(parts, id).every((one) => parts.has(one));

function isDone(edit: Edit, { found }: View): boolean {
  const { element, property, done } = edit;
  const here = found.get(element);
  switch (done.kind) {
    case 'written': {
      const [name = '', language = ''] = property.split('/');
      const text = here?.element[name];
      const written = isObject(text) ? text[language] : undefined;
      return typeof written === 'string' && written.includes(`${done.mark}.`);
    }
    case 'added':
      return found.get(done.id)?.owner === element;
    case 'removed':
      return here === undefined;
    case 'moved': {
      // What the other side removed has no place.
      if (here === undefined || !here.order.includes(done.before)) return true;
      return here.order.indexOf(element) > here.order.indexOf(done.before);
    }
    case 'set':
      return here?.element[property] === done.value;
    case 'tagged': {
      const tags = here?.element[property];
      return Array.isArray(tags) && tags.includes(done.tag);
    }
  }
}

/** Tells which of one side's edits touch nothing that the other side touched. */
export function apartFrom(other: Edited, base: Parts): (edit: Edit) => boolean {
  const spots = new Set(other.edits.flatMap((edit) => edit.spots));
  const covered = new Set(other.edits.filter((edit) => edit.covers).map((edit) => edit.element));
  const touched = new Set(other.edits.flatMap((edit) => around(base, edit.element)));
  return (edit) =>
    !edit.spots.some((spot) => spots.has(spot)) &&
    !around(base, edit.element).some((id) => covered.has(id)) &&
    !(edit.covers && touched.has(edit.element));
}
