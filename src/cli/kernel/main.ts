import { writeSync } from 'node:fs';
import { help } from '../help.ts';
import { hashCommand, importCommand, validateCommand } from './check.ts';
import { diffCommand } from './diff.ts';
import { oneLine, Unusable } from './failure.ts';
import { mergeCommand } from './merge.ts';
import { said, type Outcome } from './outcome.ts';

type Command = (args: readonly string[]) => Promise<Outcome>;

const COMMANDS: Readonly<Record<string, Command>> = {
  diff: diffCommand,
  merge: mergeCommand,
  validate: validateCommand,
  hash: hashCommand,
  import: importCommand,
};

/** Runs a command on files and gives its exit status. Faults of the program itself are thrown. */
export async function run(args: readonly string[]): Promise<number> {
  const outcome = await outcomeOf(args);
  write(1, outcome.out);
  write(2, outcome.err);
  return outcome.status;
}

async function outcomeOf([name, ...rest]: readonly string[]): Promise<Outcome> {
  if (name === undefined || rest.includes('--help') || rest.includes('-h')) return said(help);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) return said(help);
  try {
    return await command(rest);
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    return { out: '', err: `${oneLine(error.message)}\n`, status: 2 };
  }
}

/** Whole and in order, also into a pipe that is full for the moment; a reader that has gone away ends it. */
function write(to: 1 | 2, text: string): void {
  let rest = Buffer.from(text, 'utf8');
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(to, rest));
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code === 'EPIPE') return;
      if (code !== 'EAGAIN') throw error;
    }
  }
}
