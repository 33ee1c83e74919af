/** One line of a table: column to text. */
export type Row = Readonly<Record<string, string>>;

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** A Markdown table; the columns are those of the first row. */
export function markdown(rows: readonly Row[]): string {
  const columns = Object.keys(rows[0] ?? {});
  return [
    line(columns),
    line(columns.map(() => '---')),
    ...rows.map((row) => line(columns.map((name) => row[name] ?? ''))),
  ].join('\n');
}

export function timed<T>(work: () => T): { readonly milliseconds: number; readonly value: T } {
  const started = performance.now();
  const value = work();
  return { milliseconds: performance.now() - started, value };
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
