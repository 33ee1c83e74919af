import type { Definition } from '../definition.ts';
import { property, type Json } from '../json.ts';
import type { Values } from '../settings.ts';
import { checkValue, type ValueProblem } from './check.ts';
import { parametersOf, type Parameter } from './parameter.ts';

/** Whose value is in force: a network's lock, one's own, the nearest upstream's, or the definition's. */
export type ValueOrigin = 'locked' | 'own' | 'offered' | 'default';

export type ParameterValue =
  | {
      readonly state: 'set';
      readonly parameter: Parameter;
      readonly value: Json;
      readonly origin: ValueOrigin;
    }
  | { readonly state: 'missing'; readonly parameter: Parameter }
  | {
      /** A value that no longer fits, since the parameter has changed: to be asked again. */
      readonly state: 'unfit';
      readonly parameter: Parameter;
      readonly value: Json;
      readonly origin: ValueOrigin;
      readonly problem: ValueProblem;
    };

export type ValueSources = {
  readonly definition: Definition;
  /** The variant's own values. */
  readonly own: Values;
  /** Values that upstream variants offer, the nearest first. */
  readonly upstreamChain?: readonly Values[];
  /** Values that a network has locked: they win over one's own. */
  readonly locked?: Values;
};

/** The value in force of each parameter, in the definition's order: locked, else own, else offered, else default. */
export function parameterValues(sources: ValueSources): readonly ParameterValue[] {
  return parametersOf(sources.definition).map((parameter) => valueOf(parameter, sources));
}

function valueOf(
  parameter: Parameter,
  { own, upstreamChain = [], locked = {} }: ValueSources,
): ParameterValue {
  const offered = upstreamChain
    .map((values) => property(values, parameter.id))
    .find((value) => value !== undefined);
  const candidates: readonly (readonly [ValueOrigin, Json | undefined])[] = [
    ['locked', property(locked, parameter.id)],
    ['own', property(own, parameter.id)],
    ['offered', offered],
    ['default', parameter.default],
  ];
  for (const [origin, value] of candidates) {
    if (value === undefined || value === null) continue;
    const problem = checkValue(parameter, value);
    if (problem !== undefined) return { state: 'unfit', parameter, value, origin, problem };
    return { state: 'set', parameter, value, origin };
  }
  return { state: 'missing', parameter };
}

/** The values that are set, by parameter id. */
export function valuesInForce(values: readonly ParameterValue[]): Values {
  return Object.fromEntries(
    values.flatMap((each) => (each.state === 'set' ? [[each.parameter.id, each.value] as const] : [])),
  );
}
