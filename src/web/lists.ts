/** No list that is asked for anywhere in JSON is as long: a schema goes through all of one before it refuses it. */
export const longestList = 10_000;

/** Whether a value as JSON gives it holds a list that is longer. */
export function hasLongList(value: unknown): boolean {
  const left: unknown[] = [value];
  while (left.length > 0) {
    const one = left.pop();
    if (typeof one !== 'object' || one === null) continue;
    const inside: readonly unknown[] = Array.isArray(one) ? one : Object.values(one);
    if (inside.length > longestList && Array.isArray(one)) return true;
    for (const part of inside) if (typeof part === 'object' && part !== null) left.push(part);
  }
  return false;
}
