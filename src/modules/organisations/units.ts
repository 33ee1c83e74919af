import { asciiSlug } from './facts/names.ts';
import type { Unit } from './profile.ts';

export type UnitProblem = 'no-name' | 'taken';

export type UnitDecision =
  | { readonly ok: true; readonly unit: Unit }
  | { readonly ok: false; readonly failure: UnitProblem };

/** A new unit by its name; its id is the name's slug, so that two cannot be called the same. */
export function decideUnit(typed: string, units: readonly Unit[]): UnitDecision {
  const name = typed.trim();
  const id = asciiSlug(name);
  if (id === '') return { ok: false, failure: 'no-name' };
  if (units.some((unit) => unit.id === id)) return { ok: false, failure: 'taken' };
  return { ok: true, unit: { id, name } };
}
