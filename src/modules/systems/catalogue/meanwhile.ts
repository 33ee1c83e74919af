import type { z } from 'zod';

/** A form of a record, as it was typed: every value a text or several. */
export type Typed = Readonly<Record<string, unknown>>;

/** What a form calls a field of the record, where it does not call it the same. */
function keysOf(field: string, forms: readonly Typed[]): readonly string[] {
  switch (field) {
    case 'what':
      return ['whatSv', 'whatEn'];
    case 'standards':
      return [
        'standards',
        ...new Set(forms.flatMap((form) => Object.keys(form).filter((key) => key.startsWith('evidence-')))),
      ];
    default:
      return [field];
  }
}

/** Boxes in any order, and lines with any ends, say the same. */
function plain(value: unknown): string {
  if (Array.isArray(value)) return JSON.stringify(value.map(String).toSorted());
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim() : JSON.stringify(value ?? '');
}

const saysSame = (keys: readonly string[], a: Typed, b: Typed): boolean =>
  keys.every((key) => plain(a[key]) === plain(b[key]));

const some = (keys: readonly string[], from: Typed): Typed =>
  Object.fromEntries(keys.map((key) => [key, from[key]]));

/** The form with some of the fields as they stand in another. */
export function taking(typed: Typed, theirs: Typed, fields: readonly string[]): Typed {
  const keys = fields.flatMap((field) => keysOf(field, [typed, theirs]));
  return { ...typed, ...some(keys, theirs) };
}

export type Meanwhile = {
  /** Fields that somebody else has changed and that are not typed so, in the record's order. */
  readonly fields: readonly {
    readonly field: string;
    /** Changed in the form too: what was typed stands. Otherwise what they wrote does. */
    readonly touched: boolean;
  }[];
  readonly typed: Typed;
};

/**
 * A form that somebody filled in while somebody else changed the record. Nothing that was typed is lost: what the form
 * has not touched since it was opened (`opened`) becomes as it stands now, all else stays.
 */
export function decideMeanwhile({
  typed,
  opened,
  now,
  changed,
}: {
  readonly typed: Typed;
  readonly opened: Typed;
  readonly now: Typed;
  /** Fields of the record that are written since. */
  readonly changed: readonly string[];
}): Meanwhile {
  const fields = changed.flatMap((field) => {
    const keys = keysOf(field, [typed, opened, now]);
    if (saysSame(keys, typed, now) || saysSame(keys, opened, now)) return [];
    return [{ field, touched: !saysSame(keys, typed, opened) }];
  });
  const untouched = fields.filter(({ touched }) => !touched).map(({ field }) => field);
  return { fields, typed: taking(typed, now, untouched) };
}

/** The record as it was before some fields were written; null where it was no record then. */
export function recordBefore<R extends object>(
  schema: z.ZodType<R>,
  record: R,
  was: ReadonlyMap<string, unknown>,
): R | null {
  const values = new Map<string, unknown>(Object.entries(record));
  for (const [field, value] of was) {
    if (value === null || value === undefined) values.delete(field);
    else values.set(field, value);
  }
  const read = schema.safeParse(Object.fromEntries(values));
  return read.success ? read.data : null;
}
