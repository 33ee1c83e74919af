import { describer, diff, type Change, type Language } from '../../kernel/index.ts';
import { readArguments } from './arguments.ts';
import { Unusable } from './failure.ts';
import { readDefinition } from './files.ts';
import { kindOf } from './kinds.ts';
import { asJson, said, type Outcome } from './outcome.ts';

export const DIFF_USAGE = 'kommons diff A B [--text] [--lang sv|en]';

/** What turns one definition into another, as JSON or as sentences. */
export async function diffCommand(args: readonly string[]): Promise<Outcome> {
  const read = readArguments(args, { line: DIFF_USAGE, files: 2, switches: ['text'], values: ['lang'] });
  const language = languageOf(read.value('lang') ?? 'sv');
  const [before, after] = [readDefinition(read.files[0] ?? ''), readDefinition(read.files[1] ?? '')];
  const { validate: _validate, ...kind } = await kindOf(after);
  const changes = diff(before, after, kind.rules);
  if (!read.has('text')) return said(asJson({ kommons: 'diff/1', changes: changes.map(shown) }));
  const tell = describer({ before, after, language, ...kind });
  return said(changes.map((change) => `${tell(change)}\n`).join(''));
}

function languageOf(value: string): Language {
  if (value === 'sv' || value === 'en') return value;
  throw new Unusable(`kommons: --lang ${JSON.stringify(value)} is not known; write sv or en`);
}

/** A change as the format diff/1 has it. */
function shown(change: Change): Readonly<Record<string, unknown>> {
  const { path } = change;
  switch (change.change) {
    case 'added':
      return { change: 'added', path, after: change.after };
    case 'removed':
      return { change: 'removed', path, before: change.before };
    case 'moved':
      return { change: 'moved', path, from: change.from, to: change.to };
    case 'changed':
      return { change: 'changed', path, before: change.before, after: change.after };
  }
}
