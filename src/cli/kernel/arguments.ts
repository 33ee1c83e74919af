import { parseArgs } from 'node:util';
import { oneLine, Unusable } from './failure.ts';

export type Arguments = {
  readonly files: readonly string[];
  /** Whether a switch is given. */
  readonly has: (name: string) => boolean;
  /** The value of an option, or undefined. */
  readonly value: (name: string) => string | undefined;
};

export type Usage = {
  /** How the command is written, for the line that says what to do. */
  readonly line: string;
  readonly files: number;
  /** Files that may follow. */
  readonly moreFiles?: number;
  readonly switches?: readonly string[];
  readonly values?: readonly string[];
};

/** Reads the arguments after the command's name. Throws `Unusable` when they are not as the usage says. */
export function readArguments(args: readonly string[], usage: Usage): Arguments {
  const { switches = [], values = [] } = usage;
  const options = Object.fromEntries([
    ...switches.map((name) => [name, { type: 'boolean' as const }] as const),
    ...values.map((name) => [name, { type: 'string' as const }] as const),
  ]);
  const parsed = parse(args, options, usage.line);
  const given = parsed.positionals.length;
  if (given < usage.files || given > usage.files + (usage.moreFiles ?? 0))
    throw new Unusable(`kommons: write ${usage.line}`);
  if (parsed.positionals.filter((file) => file === '-').length > 1) {
    throw new Unusable('kommons: only one file can be - (standard input)');
  }
  const found = (name: string): unknown => parsed.values[name];
  return {
    files: parsed.positionals,
    has: (name) => found(name) === true,
    value: (name) => {
      const value = found(name);
      return typeof value === 'string' ? value : undefined;
    },
  };
}

type Options = Readonly<Record<string, { readonly type: 'boolean' | 'string' }>>;

function parse(args: readonly string[], options: Options, usage: string): ReturnType<typeof parseArgs> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    const [reason = ''] = oneLine(error instanceof Error ? error.message : '').split('. ');
    throw new Unusable(`kommons: ${reason}; write ${usage}`);
  }
}
