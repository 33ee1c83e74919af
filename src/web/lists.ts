/** No list or object that is asked for anywhere is as long: a schema goes through all of one before it refuses it. */
export const longestList = 10_000;

/** Whether a value as JSON or a form gives it holds a list, or an object of so many properties, that is longer. */
export function hasLongList(value: unknown): boolean {
  const left: unknown[] = [value];
  while (left.length > 0) {
    const one = left.pop();
    if (typeof one !== 'object' || one === null) continue;
    const inside: readonly unknown[] = Array.isArray(one) ? one : Object.values(one);
    if (inside.length > longestList) return true;
    for (const part of inside) if (typeof part === 'object' && part !== null) left.push(part);
  }
  return false;
}
