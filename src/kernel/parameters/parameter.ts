import { isElementList, isLocalised, type Definition, type Localised } from '../definition.ts';
import { isList, isObject, type Json } from '../json.ts';

/**
 * What a parameter's value is, and its form in JSON:
 * text, email, phone, url: a string. number: a number. distance: metres. money: kronor, with two decimals
 * at most. duration: whole days. date: `2026-09-01`. choice: the id of an option. yes-no: true or false.
 */
export const PARAMETER_TYPES = [
  'text',
  'number',
  'distance',
  'money',
  'duration',
  'date',
  'email',
  'phone',
  'url',
  'choice',
  'yes-no',
] as const;
export type ParameterType = (typeof PARAMETER_TYPES)[number];

export type ParameterOption = { readonly id: string; readonly label: Localised };

/** A declared place for a local fact. */
export type Parameter = {
  readonly id: string;
  readonly type: ParameterType;
  readonly label: Localised;
  readonly help?: Localised;
  readonly default?: Json;
  /** Whether an adopter must have a value before use; true unless said otherwise. */
  readonly required: boolean;
  readonly min?: number;
  readonly max?: number;
  readonly options: readonly ParameterOption[];
};

function isParameterType(value: unknown): value is ParameterType {
  return PARAMETER_TYPES.some((type) => type === value);
}

/** The parameters that a definition declares, in order. One of an unknown type is read as text. */
export function parametersOf(definition: Definition): readonly Parameter[] {
  const declared = definition['parameters'];
  if (!isElementList(declared)) return [];
  const languages = new Set(definition.languages);
  const texts = (value: Json | undefined): Localised => (isLocalised(value, languages) ? value : {});
  return declared.map((element) => {
    const { id, type, min, max } = element;
    return {
      id,
      type: isParameterType(type) ? type : 'text',
      label: texts(element['label']),
      ...(element['help'] === undefined ? {} : { help: texts(element['help']) }),
      ...(element['default'] === undefined ? {} : { default: element['default'] }),
      required: element['required'] !== false,
      ...(typeof min === 'number' ? { min } : {}),
      ...(typeof max === 'number' ? { max } : {}),
      options: optionsOf(element['options'], texts),
    };
  });
}

function optionsOf(
  value: Json | undefined,
  texts: (value: Json | undefined) => Localised,
): readonly ParameterOption[] {
  if (!isList(value)) return [];
  return value.flatMap((option) => {
    if (!isObject(option) || typeof option['id'] !== 'string') return [];
    return [{ id: option['id'], label: texts(option['label']) }];
  });
}
