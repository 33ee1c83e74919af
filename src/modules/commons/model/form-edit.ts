import { equal, isList, joinPath, parseJsonText, splitPath, type Json } from '../../../kernel/index.ts';
import type { Command } from './commands.ts';
import type { EditorField, ToolWords } from './editor.ts';
import { StorableJson } from './input.ts';
import type { OutlineNode } from './outline.ts';
import { locate, valueAt } from './tree-edit.ts';

/** A form as it was sent: a name with several values has a list. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

export const textIn = (typed: Typed, name: string): string => {
  const value = typed[name];
  return typeof value === 'string' ? value : (value?.[0] ?? '');
};

export const allIn = (typed: Typed, name: string): readonly string[] => {
  const value = typed[name];
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
};

/** The name of a field's control. `at` is the path from the element whose form it is. */
export const controlName = (at: string): string => `f:${at}`;
/** The control that a file is sent in, beside the one that says which file it is. */
export const fileName = (at: string): string => `file:${at}`;
export const parameterName = (at: string): string => `p:${at}`;
/** Says that a property was on the form: an unchecked box sends nothing. */
export const shownName = 'shown';

export type FieldRefusal = 'not-a-number' | 'not-json' | 'not-days' | 'not-a-day';
/** What is wrong with a field: one of the usual things, or what its kind says of it. */
export type FormProblem = { readonly at: string; readonly problem: FieldRefusal | ToolWords };

type Read =
  | { readonly ok: true; readonly values: readonly (readonly [path: string, value: Json | undefined])[] }
  | { readonly ok: false; readonly problem: FieldRefusal | ToolWords };

const one = (path: string, value: Json | undefined): Read => ({ ok: true, values: [[path, value]] });
const tidy = (text: string): string => text.replaceAll('\r\n', '\n').trim();
const orNothing = (text: string): string | undefined => (text === '' ? undefined : text);

/** Every line that says something, once, in order of the alphabet. */
export const linesIn = (texts: readonly string[]): readonly string[] =>
  [...new Set(texts.flatMap((text) => text.split('\n')).map((line) => line.trim()))]
    .filter((line) => line !== '')
    .toSorted();

function readNumber(text: string): number | null {
  const plain = text.replaceAll(/[\s\u00A0]/g, '').replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

function readLimit(of: 'number' | 'days' | 'day', at: string, text: string): Read {
  if (of === 'day') {
    const isDay = text === 'today' || /^\d{4}-\d{2}-\d{2}$/.test(text);
    return isDay ? one(at, text) : { ok: false, problem: 'not-a-day' };
  }
  const number = readNumber(text);
  if (of === 'number') return number === null ? { ok: false, problem: 'not-a-number' } : one(at, number);
  const whole = number !== null && Number.isInteger(number) && number > 0;
  return whole ? one(at, { days: number }) : { ok: false, problem: 'not-days' };
}

function readField(
  field: EditorField,
  at: string,
  { typed, languages, was }: { typed: Typed; languages: readonly string[]; was: Json | undefined },
): Read {
  const text = tidy(textIn(typed, controlName(at)));
  const { input } = field;
  switch (input.type) {
    case 'localised':
      return {
        ok: true,
        values: languages.map((language) => {
          const path = `${at}/${language}`;
          return [path, orNothing(tidy(textIn(typed, controlName(path))))];
        }),
      };
    case 'yes-no': {
      const yes = text !== '';
      return one(at, yes === input.absent ? undefined : yes);
    }
    case 'number': {
      const number = text === '' ? undefined : readNumber(text);
      return number === null ? { ok: false, problem: 'not-a-number' } : one(at, number);
    }
    case 'limit': {
      const parameter = textIn(typed, parameterName(at));
      if (parameter !== '') return one(at, { parameter });
      if (text === '') return one(at, undefined);
      return readLimit(input.of, at, text);
    }
    case 'set': {
      const chosen = allIn(typed, controlName(at)).filter((value) => value !== '');
      return one(at, chosen.length === 0 ? undefined : [...chosen].toSorted());
    }
    case 'keys': {
      const keys = linesIn(allIn(typed, controlName(at)));
      // What stands there already is not asked about again: its author may be somebody else.
      const known = new Set(isList(was) ? was : []);
      const fault = keys
        .filter((key) => !known.has(key))
        .map((key) => input.fault(key))
        .find((each) => each !== null);
      if (fault !== undefined) return { ok: false, problem: fault };
      return one(at, keys.length === 0 ? undefined : keys);
    }
    case 'value': {
      if (text === '') return one(at, undefined);
      if (input.yesNo) return one(at, text === 'true');
      if (!input.numeric) return one(at, text);
      const number = readNumber(text);
      return number === null ? { ok: false, problem: 'not-a-number' } : one(at, number);
    }
    case 'json': {
      if (text === '') return one(at, undefined);
      const parsed = parseJsonText(text);
      const json = StorableJson.safeParse(parsed.ok ? parsed.value : undefined);
      return json.success ? one(at, json.data) : { ok: false, problem: 'not-json' };
    }
    case 'kept': {
      const number = input.of === 'text' || text === '' ? orNothing(text) : readNumber(text);
      return number === null ? { ok: false, problem: 'not-a-number' } : one(at, number);
    }
    case 'text':
    case 'file':
    case 'choice':
    case 'condition':
      return one(at, orNothing(text));
  }
}

export type FormFields = {
  readonly node: OutlineNode;
  /** Every field that may stand on the element's form, with its path from the element. */
  readonly fields: readonly { readonly at: string; readonly field: EditorField }[];
  readonly typed: Typed;
};

/** The commands that a sent form stands for: only what differs from what the form was made from. */
export function readForm({ node, fields, typed }: FormFields): {
  readonly commands: readonly Command[];
  readonly problems: readonly FormProblem[];
} {
  const shown = new Set(allIn(typed, shownName));
  const commands: Command[] = [];
  const problems: FormProblem[] = [];
  for (const { at, field } of fields) {
    if (!shown.has(at)) continue;
    const { languages } = node.definition;
    const read = readField(field, at, { typed, languages, was: valueOf(node, at) });
    if (!read.ok) {
      problems.push({ at, problem: read.problem });
      continue;
    }
    for (const [inside, value] of read.values) {
      const path = node.path === '' ? inside : joinPath([...splitPath(node.path), ...splitPath(inside)]);
      if (isSame(node, inside, value)) continue;
      commands.push(value === undefined ? { do: 'unset', path } : { do: 'set', path, value });
    }
  }
  return { commands, problems };
}

function valueOf(node: OutlineNode, inside: string): Json | undefined {
  const steps = locate(node.element, inside);
  return steps === null ? undefined : valueAt(node.element, steps);
}

const isSame = (node: OutlineNode, inside: string, value: Json | undefined): boolean =>
  equal(valueOf(node, inside), value);
