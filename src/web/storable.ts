/** No definition or form is nested deeper; reading one that is would take the stack. */
const deepest = 100;

/** PostgreSQL keeps no NUL in a text, and no half of a surrogate pair in JSON. */
const isText = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

/**
 * Whether every text and name in a request can be kept, and nothing is nested without end. What cannot
 * would reach the database as a broken statement: a NUL in an organisation's name ends the connection.
 */
export function isStorable(value: unknown): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return false;
    const below: unknown[] = [];
    for (const part of level) {
      if (typeof part === 'string' && !isText(part)) return false;
      if (typeof part !== 'object' || part === null) continue;
      for (const [name, inner] of Object.entries(part)) {
        if (!isText(name)) return false;
        below.push(inner);
      }
    }
    level = below;
  }
  return true;
}
