/** Names of inputs, made and read in one place so that the page and the reader of its form cannot disagree. */

/** The name of an input: the question, inside a group the group, the row and the question, and a part of it. */
export function inputName(...parts: readonly string[]): string {
  return parts.join('.');
}

/** The hidden input that says which inputs a page has shown, once for each question. */
export const shownName = '_shown';

/** The hidden input that says which rows of a group a page has shown, once for each row. */
export function rowsName(group: string): string {
  return `${group}._rows`;
}

/** What a form has sent, by input name. */
export type SubmittedForm = Readonly<Record<string, string | readonly string[] | undefined>>;

export function oneOf(form: SubmittedForm, name: string): string {
  const value = Object.hasOwn(form, name) ? form[name] : undefined;
  return typeof value === 'string' ? value : (value?.[0] ?? '');
}

export function allOf(form: SubmittedForm, name: string): readonly string[] {
  const value = Object.hasOwn(form, name) ? form[name] : undefined;
  return typeof value === 'string' ? [value] : (value ?? []);
}
