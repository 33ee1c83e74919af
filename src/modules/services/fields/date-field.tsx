import type { VNode } from 'preact';
import { DateInput } from '../../../ui/index.ts';
import { inputName } from '../definition/index.ts';
import type { WayField } from '../definition/index.ts';
import type { Asking } from './asking.ts';
import { valueOf } from './asking.ts';
import type { FieldOf, FieldProps } from './question.ts';
import { questionOf } from './question.ts';

const parts = ['day', 'month', 'year'] as const;

/** A day; what is wrong with one part of it stands at the question and marks that part. */
export function DateField(props: FieldProps<FieldOf<'date'>>): VNode {
  const { name, asking } = props;
  const question = questionOf(props);
  const wrong = parts.filter((part) => asking.problems.has(inputName(name, part)));
  const [first] = wrong;
  const atPart = first === undefined ? undefined : asking.problems.get(inputName(name, first));
  return (
    <DateInput
      {...question}
      error={question.error ?? atPart}
      {...(question.error === undefined && wrong.length > 0 ? { wrong } : {})}
      value={typedDate(asking, name)}
    />
  );
}

const typedDate = (asking: Asking, name: string) => ({
  day: valueOf(asking, inputName(name, 'day')) ?? '',
  month: valueOf(asking, inputName(name, 'month')) ?? '',
  year: valueOf(asking, inputName(name, 'year')) ?? '',
});

/** The id of the control that an input of a page has: a day's first part bears the question's own. */
export function controlOf(input: string, fields: readonly WayField[]): string {
  const dates = fields
    .flatMap((field) => [field, ...field.rows.flatMap((row) => row.fields)])
    .filter(({ field }) => field.type === 'date');
  for (const date of dates) {
    if (input === inputName(date.input, 'day')) return date.input;
    if (input === inputName(date.input, 'month')) return `${date.input}-month`;
    if (input === inputName(date.input, 'year')) return `${date.input}-year`;
  }
  return input;
}
