import type { Localised } from '../definition.ts';
import { checkValue } from '../parameters/check.ts';
import { PARAMETER_TYPES, type Parameter } from '../parameters/parameter.ts';
import * as say from './messages.ts';
import type { PropertyReader } from './properties.ts';

const mostParameters = 200;
const mostOptions = 500;

/** One of several answers, of a question or of a parameter. */
export type Option = {
  readonly id: string;
  readonly label: Localised;
  readonly help: Localised | null;
  readonly hidden: boolean;
};

/** Reads the parameters, whose values live outside the definition. A value that is offered has to fit its type. */
export function readParameters(root: PropertyReader): readonly Parameter[] {
  return root.elements('parameters', mostParameters, (reader, id) => {
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

export function readOptions(reader: PropertyReader): readonly Option[] {
  const options = reader.elements('options', mostOptions, (option, id) => ({
    id,
    label: option.needText('label', 300),
    help: option.text('help', 1000),
    hidden: option.flag('hidden'),
  }));
  if (options.every((option) => option.hidden)) {
    reader.reading.error(reader.at('options'), say.empty({ sv: 'Svarsalternativ', en: 'options' }));
  }
  return options;
}
