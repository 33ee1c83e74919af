/** A work's, a system's, a step's or a field's id, as addresses and keys write it. */
const id = '[a-z0-9]+(?:-[a-z0-9]+)*';

const forms: Readonly<Record<string, RegExp>> = {
  page: /^\/(?:[a-z0-9:.-]+(?:\/[a-z0-9:.-]+)*)?$/iu,
  form: new RegExp(`^${id}(?:/${id})?$`, 'u'),
  case: new RegExp(`^${id}(?:/${id})?$`, 'u'),
  system: new RegExp(`^${id}/${id}$`, 'u'),
  process: new RegExp(`^${id}/${id}$`, 'u'),
};

/** What a task key may begin with. */
export const taskSorts: readonly string[] = Object.keys(forms);

/**
 * Whether a text is the key of a task: `page:` and a route pattern, `form:` or `case:` and a work with a page, field
 * or state where it is about one, `system:` and a system with its task, `process:` and a work with its step.
 */
export function isTaskKey(text: string): boolean {
  const colon = text.indexOf(':');
  const sort = text.slice(0, Math.max(colon, 0));
  return (
    Object.hasOwn(forms, sort) && text.length <= 300 && (forms[sort]?.test(text.slice(colon + 1)) ?? false)
  );
}
