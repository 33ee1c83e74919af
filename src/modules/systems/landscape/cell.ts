import { fieldOf, type FieldId } from '../model/fields.ts';
import { readDay } from '../sheets/days.ts';
import type { TypedValue } from './typed.ts';

/** Between several things in one cell. */
export const between = '; ';

/** Several in one cell, with semicolons between. */
export const inCell = (typed: TypedValue): string =>
  typeof typed === 'string' ? typed.replaceAll('\n', between) : typed.join(between);

const isList = (id: FieldId): boolean => ['names', 'texts'].includes(fieldOf(id).type);

/** What was typed in a cell as the form of the field has it. */
export const fromCell = (id: FieldId, text: string): TypedValue =>
  isList(id)
    ? text
        .split(';')
        .map((one) => one.trim())
        .filter(Boolean)
    : fieldOf(id).type === 'day'
      ? (readDay(text) ?? text.trim())
      : text.trim();
