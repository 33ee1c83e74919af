import type { Field, RowField } from '../definition/index.ts';
import type { Asking } from './asking.ts';

/** The questions of one type. */
export type FieldOf<T extends Field['type']> = Extract<Field, { readonly type: T }>;

export type FieldProps<F extends Field = RowField> = {
  readonly field: F;
  /** The name of its input: the field's id, or group, row and field joined. */
  readonly name: string;
  readonly asking: Asking;
};

/** What every question shows, whatever its type. */
export const questionOf = ({ field, name, asking }: FieldProps<Field>) => ({
  name,
  label: asking.say(field.label),
  required: field.required,
  error: asking.problems.get(name),
  ...(field.help === null ? {} : { help: asking.say(field.help) }),
});
