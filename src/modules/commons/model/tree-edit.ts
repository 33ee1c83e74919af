import type { Json, JsonObject } from '../../../kernel/index.ts';
import { isElementList, isList, isObject, splitPath } from '../../../kernel/index.ts';

/** Property names and positions from the root. */
export type Steps = readonly (string | number)[];

/**
 * Finds where a path (property names and element ids) leads. The last part may name a property that is not
 * there yet; null when the way to it is missing.
 */
export function locate(root: Json, path: string): Steps | null {
  const parts = splitPath(path);
  const steps: (string | number)[] = [];
  let value: Json | undefined = root;
  for (const [index, part] of parts.entries()) {
    if (isElementList(value)) {
      const at: number = value.findIndex((element) => element.id === part);
      if (at < 0) return null;
      steps.push(at);
      value = value[at];
    } else if (isObject(value)) {
      steps.push(part);
      value = Object.hasOwn(value, part) ? value[part] : undefined;
    } else if (value === undefined && index > 0) {
      // A text that does not exist yet in any language: `help/sv` creates `help`.
      steps.push(part);
    } else return null;
  }
  return steps;
}

export function valueAt(root: Json, steps: Steps): Json | undefined {
  let value: Json | undefined = root;
  for (const step of steps) {
    if (typeof step === 'number') value = isList(value) ? value[step] : undefined;
    else value = isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  }
  return value;
}

/** A copy with the value at the steps put, or taken away when undefined. */
export function withValueAt(root: Json | undefined, steps: Steps, value: Json | undefined): Json | undefined {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  if (typeof step === 'number') return inList(isList(root) ? root : [], step, { rest, value });
  const object: JsonObject = isObject(root) ? root : {};
  const inner = withValueAt(object[step], rest, value);
  const { [step]: _, ...others } = object;
  if (inner === undefined) return others;
  return Object.hasOwn(object, step) ? { ...object, [step]: inner } : { ...others, [step]: inner };
}

type Rest = { readonly rest: Steps; readonly value: Json | undefined };

function inList(list: readonly Json[], at: number, { rest, value }: Rest): Json {
  const inner = withValueAt(list[at], rest, value);
  return inner === undefined ? list.toSpliced(at, 1) : list.toSpliced(at, 1, inner);
}

/** Every id of an element in a value, the value's own included. */
export function idsIn(value: Json | undefined): readonly string[] {
  if (isList(value)) return value.flatMap(idsIn);
  if (!isObject(value)) return [];
  const own = typeof value['id'] === 'string' ? [value['id']] : [];
  return [
    ...own,
    ...Object.values(value).flatMap((inner) => (typeof inner === 'object' ? idsIn(inner) : [])),
  ];
}
