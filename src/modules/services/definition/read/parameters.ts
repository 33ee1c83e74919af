import type { ParameterType } from '../../../../kernel/index.ts';
import { below } from '../../../../kernel/reading/index.ts';
import type { Reading } from '../../../../kernel/reading/index.ts';
import type { EService, ValueOrParameter } from '../model.ts';

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
          sv: `Den lokala uppgiften ”${limit.parameter}” finns inte. Lägg till den bland de lokala uppgifterna.`,
          en: `There is no local fact “${limit.parameter}”. Add it among the local facts.`,
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
