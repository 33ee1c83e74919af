/** What a command says, and its exit status: 0 well, 1 conflicts, 2 unusable input. */
export type Outcome = { readonly out: string; readonly err: string; readonly status: 0 | 1 | 2 };

export function said(out: string): Outcome {
  return { out, err: '', status: 0 };
}

/** JSON as the formats have it: two spaces. */
export function asJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
