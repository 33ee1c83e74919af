/** A number for every text, so that tens of thousands of rows are counted as numbers. Numbers are never given back. */
const numbers = new Map<string, number>();
const texts: string[] = [];

export function codeOf(text: string): number {
  const known = numbers.get(text);
  if (known !== undefined) return known;
  const code = texts.push(text) - 1;
  numbers.set(text, code);
  return code;
}

/** The text that has the number. */
export function textOf(code: number): string {
  const text = texts[code];
  if (text === undefined) throw new Error(`no text has the number ${code}`);
  return text;
}

/** How many numbers there are: the size of a table with one place for each. */
export const codeCount = (): number => texts.length;

/** One byte for every number: 1 for the texts given. */
export function flagsOf(wanted: Iterable<string>): Uint8Array {
  const given = [...wanted].map(codeOf);
  const flags = new Uint8Array(codeCount());
  for (const code of given) flags[code] = 1;
  return flags;
}
