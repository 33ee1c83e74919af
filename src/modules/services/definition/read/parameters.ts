import { checkValue, PARAMETER_TYPES } from '../../../../kernel/index.ts';
import type { Parameter, ParameterType } from '../../../../kernel/index.ts';
import type { EService, ValueOrParameter } from '../model.ts';
import { readOptions } from './fields.ts';
import { largest } from './limits.ts';
import type { PropertyReader } from './properties.ts';
import { below } from './reading.ts';
import type { Reading } from './reading.ts';

/** Reads the parameters, whose values live outside the definition. A value that is offered has to fit its type. */
export function readParameters(root: PropertyReader): readonly Parameter[] {
  return root.elements('parameters', largest.parameters, (reader, id) => {
    const type = reader.oneOf('type', PARAMETER_TYPES);
    if (reader.raw('type') === null) reader.missing('type');
    const [min, max] = [numberOrNone(reader, 'min'), numberOrNone(reader, 'max')];
    const help = reader.text('help', 1000);
    const offered = reader.raw('default');
    const parameter: Parameter = {
      id,
      type: type ?? 'text',
      label: reader.needText('label', 200),
      required: reader.raw('required') === null || reader.flag('required'),
      options: type === 'choice' ? readOptions(reader) : [],
      ...(help === null ? {} : { help }),
      ...(min === undefined ? {} : { min }),
      ...(max === undefined ? {} : { max }),
      ...(isJson(offered) ? { default: offered } : {}),
    };
    if (isJson(offered) && type !== null && checkValue(parameter, offered) !== undefined) {
      reader.reading.error(reader.at('default'), {
        sv: `Det förvalda värdet passar inte en parameter av typen ${type}. Ändra värdet eller typen.`,
        en: `The default value does not fit a parameter of type ${type}. Change the value or the type.`,
      });
    }
    return parameter;
  });
}

function numberOrNone(reader: PropertyReader, key: string): number | undefined {
  const value = reader.raw(key);
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

function isJson(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

const counted: readonly ParameterType[] = ['number', 'distance', 'money', 'duration'];
const days: readonly ParameterType[] = ['duration', 'number'];
const dated: readonly ParameterType[] = ['date'];

type Use = {
  readonly path: string;
  readonly limit: ValueOrParameter<number | string> | null;
  readonly wanted: readonly ParameterType[];
};

/** Every limit that is left to a parameter names one of the right type. */
export function checkParameters(service: EService, reading: Reading): void {
  const types = new Map(service.parameters.map(({ id, type }) => [id, type]));
  for (const { path, limit, wanted } of [...inPages(service), ...inProcess(service)]) {
    if (limit === null || typeof limit !== 'object') continue;
    const type = types.get(limit.parameter);
    if (type === undefined) {
      reading.error(
        path,
        {
          sv: `Parametern ”${limit.parameter}” finns inte. Lägg till den under ”parameters”.`,
          en: `There is no parameter “${limit.parameter}”. Add it under “parameters”.`,
        },
        limit.parameter,
      );
    } else if (!wanted.includes(type)) {
      reading.error(
        path,
        {
          sv: `Parametern ”${limit.parameter}” är av typen ${type}. Här behövs ${wanted.join(' eller ')}.`,
          en: `The parameter “${limit.parameter}” is of type ${type}. Here it has to be ${wanted.join(' or ')}.`,
        },
        limit.parameter,
      );
    }
  }
}

function inPages(service: EService): readonly Use[] {
  return service.pages.flatMap((page) =>
    page.fields.flatMap((field) => {
      const path = below(below(below('pages', page.id), 'fields'), field.id);
      const inner = field.type === 'group' ? field.fields : [];
      return [field, ...inner].flatMap((each): readonly Use[] => {
        const here = each === field ? path : below(below(path, 'fields'), each.id);
        switch (each.type) {
          case 'number':
          case 'choices':
          case 'group':
            return [
              { path: below(here, 'min'), limit: each.min, wanted: counted },
              { path: below(here, 'max'), limit: each.max, wanted: counted },
            ];
          case 'date':
            return [
              { path: below(here, 'earliest'), limit: each.earliest, wanted: dated },
              { path: below(here, 'latest'), limit: each.latest, wanted: dated },
            ];
          case 'short-text':
          case 'long-text':
          case 'yes-no':
          case 'choice':
          case 'email':
          case 'phone':
          case 'personal-number':
          case 'file':
          case 'information':
          case 'address':
          case 'unsupported':
            return [];
        }
      });
    }),
  );
}

function inProcess({ process }: EService): readonly Use[] {
  return [
    { path: 'process/completionDays', limit: process.completionDays, wanted: days },
    ...process.states.map((state) => ({
      path: below(below('process/states', state.id), 'timeLimit'),
      limit: state.timeLimit,
      wanted: days,
    })),
  ];
}
