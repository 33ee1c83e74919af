import {
  checkValue,
  parametersOf,
  parameterValues,
  valuesInForce,
  type Definition,
  type Json,
  type Parameter,
  type ParameterValue,
} from '../../../kernel/index.ts';
import type { Checklist, ChecklistItem, Values } from './settings.ts';
import type { Base } from './shapes.ts';

const sources = (
  definition: Definition,
  own: Values,
  base: Base | null,
): Parameters<typeof parameterValues>[0] => ({
  definition,
  own,
  upstreamChain: base === null ? [] : [base.offered],
  locked: base === null ? {} : pick(base.offered, base.locked),
});

const pick = (values: Values, ids: readonly string[]): Values =>
  Object.fromEntries(Object.entries(values).filter(([id]) => ids.includes(id)));

/** The parameters of a definition with their values, where these come from, and which are missing. */
export function makeChecklist(
  definition: Definition,
  own: Values,
  base: Base | null,
): Omit<Checklist, 'number'> {
  const items = parameterValues(sources(definition, own, base)).map((value) => toItem(value, base));
  const missing = items.filter(
    (item) => item.required && (item.value === undefined || item.problem !== null),
  );
  return { items, missing: missing.map((item) => item.id) };
}

function toItem(found: ParameterValue, base: Base | null): ChecklistItem {
  const { parameter } = found;
  const origin = found.state === 'missing' ? 'missing' : found.origin;
  return {
    id: parameter.id,
    type: parameter.type,
    label: parameter.label,
    ...(parameter.help === undefined ? {} : { help: parameter.help }),
    required: parameter.required,
    options: parameter.options,
    value: found.state === 'missing' ? undefined : found.value,
    origin,
    from: origin === 'offered' || origin === 'locked' ? (base?.organisation ?? null) : null,
    problem: found.state === 'unfit' ? found.problem : null,
  };
}

/** The values in force by parameter: what pages and decisions are filled in with. */
export function resolveValues(definition: Definition, own: Values, base: Base | null): Values {
  return valuesInForce(parameterValues(sources(definition, own, base)));
}

export type ValueRefusal = { readonly parameter: string; readonly problem: string };

type Reading = {
  readonly definition: Definition;
  readonly before: Values;
  /** Null takes the own value away. */
  readonly changes: Values;
  readonly base: Base | null;
};

type Read =
  | { readonly ok: true; readonly values: Values; readonly changed: readonly string[] }
  | { readonly ok: false; readonly problems: readonly ValueRefusal[] };

/** Own values after an edit; all that do not fit at once. */
export function readValues({ definition, before, changes, base }: Reading): Read {
  const parameters = new Map(parametersOf(definition).map((parameter) => [parameter.id, parameter]));
  const problems = Object.entries(changes).flatMap(([id, value]) => {
    const problem = problemOf(parameters.get(id), value, base?.locked.includes(id) ?? false);
    return problem === null ? [] : [{ parameter: id, problem }];
  });
  if (problems.length > 0) return { ok: false, problems };
  const values = Object.fromEntries(
    Object.entries({ ...before, ...changes }).filter(([, value]) => value !== null),
  );
  const ids = new Set([...Object.keys(before), ...Object.keys(values)]);
  const changed = [...ids].filter((id) => JSON.stringify(before[id]) !== JSON.stringify(values[id]));
  return { ok: true, values, changed };
}

function problemOf(parameter: Parameter | undefined, value: Json, locked: boolean): string | null {
  if (parameter === undefined) return 'unknown';
  if (locked) return 'locked';
  return value === null ? null : (checkValue(parameter, value) ?? null);
}

type Offering = {
  readonly definition: Definition;
  readonly base: Base | null;
  readonly offered: Values;
  readonly locked: readonly string[];
};

type Offered =
  | { readonly ok: true; readonly values: Values; readonly locked: readonly string[] }
  | { readonly ok: false; readonly problems: readonly ValueRefusal[] };

/** What a publication offers its adopters: its own offers over those of its upstream, whose locks stay. */
export function offeredValues({ definition, base, offered, locked }: Offering): Offered {
  const read = readValues({ definition, before: base?.offered ?? {}, changes: offered, base });
  if (!read.ok) return read;
  const all = [...new Set([...(base?.locked ?? []), ...locked])];
  const problems = all
    .filter((id) => !Object.hasOwn(read.values, id))
    .map((id) => ({ parameter: id, problem: 'no-value' }));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, values: read.values, locked: all };
}
