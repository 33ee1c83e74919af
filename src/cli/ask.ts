import { createInterface } from 'node:readline/promises';

/** Asks the person at the terminal for one line. */
export type Ask = (question: string) => Promise<string>;

/** Null where input or output is no terminal: then nobody can answer. */
export function terminal({ stdin, stdout }: Pick<NodeJS.Process, 'stdin' | 'stdout'>): Ask | null {
  if (!stdin.isTTY || !stdout.isTTY) return null;
  return async (question) => {
    const lines = createInterface({ input: stdin, output: stdout });
    try {
      return await lines.question(question);
    } finally {
      lines.close();
    }
  };
}
