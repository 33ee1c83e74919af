import type { ConflictKind } from '../conflict.ts';
import { getDefinition, type Definition } from '../definition.ts';
import type { Json, JsonObject } from '../json.ts';

/** One row of the specification: three definitions, what their merge is, and what it asks. */
export type Golden = {
  readonly name: string;
  readonly base: Definition;
  readonly ours: Definition;
  readonly theirs: Definition;
  readonly merged: Definition;
  /** `kind path`, in order; absent when the merge is clean. */
  readonly asks?: readonly `${ConflictKind} ${string}`[];
  /** The definition after the first suggestion is taken, where that differs from `merged`. */
  readonly suggested?: Definition;
};

/** A form with these questions, or with these properties of its own. */
export function form(...fields: readonly JsonObject[]): Definition {
  return work({ fields });
}

export function work(own: JsonObject): Definition {
  return getDefinition({
    kommons: 'definition/1',
    kind: 'form',
    id: 'skolskjuts',
    languages: ['sv', 'en'],
    title: { sv: 'Skolskjuts' },
    ...own,
  });
}

/** A question: its id, its words in Swedish, and what else it has. */
export function ask(id: string, words = id, own: JsonObject = {}): JsonObject {
  return { id, label: { sv: words }, ...own };
}

/** A page of questions. */
export function page(id: string, fields: readonly JsonObject[], own: JsonObject = {}): JsonObject {
  return { id, ...own, fields };
}

/** A question of which only one property matters. */
export function having(property: string, value: Json | undefined): Definition {
  return form({ id: 'q', type: 'number', ...(value === undefined ? {} : { [property]: value }) });
}
