import { writeSync } from 'node:fs';
import {
  HASH_USAGE,
  hashCommand,
  IMPORT_USAGE,
  importCommand,
  VALIDATE_USAGE,
  validateCommand,
} from './check.ts';
import { DIFF_USAGE, diffCommand } from './diff.ts';
import { oneLine, Unusable } from './failure.ts';
import { mergeCommand } from './merge.ts';
import { said, type Outcome } from './outcome.ts';

const HELP = `Usage: kommons COMMAND

On files, without a database (a file may be - for standard input):
  ${DIFF_USAGE}
      what turns one definition into another
  kommons merge BASE OURS THEIRS
      three-way merge; exit status 0 is clean, 1 has conflicts
  kommons merge --driver %O %A %B
      the same as a merge driver of git, written to %A
  ${VALIDATE_USAGE}
      everything that is wrong with a definition
  ${HASH_USAGE}
      the name of a definition's content
  ${IMPORT_USAGE}
      a form of the XGov form builder as a definition

On the platform:
  kommons start | token | backup | restore | demo
      see kommons COMMAND --help

Exit status 2 is unusable input: one line on standard error says where, what is wrong and what to do.
`;

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
  if (name === undefined || rest.includes('--help') || rest.includes('-h')) return said(HELP);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined) return said(HELP);
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
