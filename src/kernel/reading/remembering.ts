import * as say from './messages.ts';
import { isProperties, type Issue, type Properties } from './reading.ts';

/** A definition as its kind's types, with warnings; or everything that is wrong, each with its path. */
export type Read<T> =
  | { readonly ok: true; readonly value: T; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** A kind's reader that reads the same object once: definitions never change. What is no object is told of. */
export function remembering<T>(read: (definition: Properties) => Read<T>): (definition: unknown) => Read<T> {
  const known = new WeakMap<object, Read<T>>();
  return (definition) => {
    if (!isProperties(definition)) {
      return { ok: false, issues: [{ path: '', severity: 'error', message: say.notObject }] };
    }
    const before = known.get(definition);
    if (before !== undefined) return before;
    const result = read(definition);
    known.set(definition, result);
    return result;
  };
}
