import type { FileAnswer, SubmittedForm } from '../definition/index.ts';
import { inputName, rowsName } from '../definition/index.ts';
import type { FilesByInput, Typed } from './content.ts';

/** The name of the buttons of a step; the value says which was pressed. */
export const goName = '_go';
/** The revision of the page that the form was made from. */
export const revisionName = '_revision';
/** Where the person came from, to be taken back there. */
export const fromName = '_from';

/** What the person asked for when the page was sent. */
export type Go =
  | { readonly kind: 'next' }
  | { readonly kind: 'back' }
  | { readonly kind: 'leave' }
  | { readonly kind: 'upload'; readonly input: string }
  | { readonly kind: 'remove-file'; readonly input: string; readonly file: string }
  | { readonly kind: 'add-row'; readonly group: string }
  | { readonly kind: 'remove-row'; readonly group: string; readonly row: string };

const joined = (...parts: readonly string[]): string => parts.map(encodeURIComponent).join('/');

export function writeGo(go: Go): string {
  switch (go.kind) {
    case 'next':
    case 'back':
    case 'leave':
      return go.kind;
    case 'upload':
      return joined(go.kind, go.input);
    case 'remove-file':
      return joined(go.kind, go.input, go.file);
    case 'add-row':
      return joined(go.kind, go.group);
    case 'remove-row':
      return joined(go.kind, go.group, go.row);
  }
}

function partsOf(value: unknown): readonly string[] {
  if (typeof value !== 'string') return [];
  try {
    return value.split('/').map(decodeURIComponent);
  } catch {
    return [];
  }
}

/** Reads a button's value. What is not known is "next", which judges the page: the safe choice. */
export function readGo(value: unknown): Go {
  const [kind, first, second] = partsOf(value);
  if (kind === 'back' || kind === 'leave') return { kind };
  if (first === undefined || first === '') return { kind: 'next' };
  if (kind === 'upload') return { kind, input: first };
  if (kind === 'add-row') return { kind, group: first };
  if (second === undefined || second === '') return { kind: 'next' };
  if (kind === 'remove-file') return { kind, input: first, file: second };
  if (kind === 'remove-row') return { kind, group: first, row: second };
  return { kind: 'next' };
}

/** Whether the person asked to go on, so that what is missing is told. */
export const judges = (go: Go): boolean => go.kind === 'next';

/** Whether the person is not done with the page: an empty row that was just added must still be there. */
export function staysOnPage(go: Go): boolean {
  switch (go.kind) {
    case 'upload':
    case 'remove-file':
    case 'add-row':
    case 'remove-row':
      return true;
    case 'next':
    case 'back':
    case 'leave':
      return false;
  }
}

/** How much of one form is read: far above what the largest page of a definition can send. */
const limits = { names: 20_000, values: 500 } as const;

const texts = (value: readonly unknown[]): readonly string[] =>
  value.filter((part) => typeof part === 'string').slice(0, limits.values);

/** The form's own values: texts and lists of texts, without the step's buttons and marks. */
export function readForm(fields: Readonly<Record<string, unknown>>): SubmittedForm {
  const own = Object.entries(fields)
    .filter(([name]) => ![goName, revisionName, fromName, '_key', '__proto__'].includes(name))
    .slice(0, limits.names)
    .flatMap(([name, value]): [string, string | readonly string[]][] => {
      if (typeof value === 'string') return [[name, value]];
      return Array.isArray(value) ? [[name, texts(value)]] : [];
    });
  return Object.fromEntries(own);
}

/** The values under one name, however many were sent. */
export function valuesOf(form: SubmittedForm, name: string): readonly string[] {
  const value = form[name];
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}

function withRow(typed: Typed, group: string, row: string): Typed {
  const name = rowsName(group);
  return { ...typed, form: { ...typed.form, [name]: [...valuesOf(typed.form, name), row] } };
}

function withoutRow(typed: Typed, group: string, row: string): Typed {
  const name = rowsName(group);
  const prefix = `${inputName(group, row)}.`;
  const keep = ([input]: [string, unknown]): boolean => !input.startsWith(prefix);
  const form = Object.fromEntries(Object.entries(typed.form).filter(keep));
  const rows = valuesOf(typed.form, name).filter((id) => id !== row);
  return {
    ...typed,
    form: { ...form, [name]: rows },
    files: Object.fromEntries(Object.entries(typed.files).filter(keep)),
  };
}

function withoutFile(files: FilesByInput, input: string, id: string): FilesByInput {
  const left = (files[input] ?? []).filter((file: FileAnswer) => file.id !== id);
  return { ...files, [input]: left };
}

/** Does what a button inside the page asks for: a row or a file more or less. `maxRows` is the group's. */
export function obey(typed: Typed, go: Go, place: { newId: () => string; maxRows: number }): Typed {
  switch (go.kind) {
    case 'next':
    case 'back':
    case 'leave':
    case 'upload':
      return typed;
    case 'remove-file':
      return { ...typed, files: withoutFile(typed.files, go.input, go.file) };
    case 'add-row':
      if (valuesOf(typed.form, rowsName(go.group)).length >= place.maxRows) return typed;
      return withRow(typed, go.group, place.newId());
    case 'remove-row':
      return withoutRow(typed, go.group, go.row);
  }
}
