import { writeFileSync } from 'node:fs';
import { merge, type Conflict, type Definition, type MergeResult } from '../../kernel/index.ts';
import { readArguments } from './arguments.ts';
import { oneLine, Unusable } from './failure.ts';
import { readDefinition, readText } from './files.ts';
import { kindOf } from './kinds.ts';
import { asJson, type Outcome } from './outcome.ts';

const MERGE_USAGE = 'kommons merge BASE OURS THEIRS, or kommons merge --driver %O %A %B';

/** Three-way merge: the result as JSON, or, as a git merge driver, written over ours. */
export async function mergeCommand(args: readonly string[]): Promise<Outcome> {
  const read = readArguments(args, { line: MERGE_USAGE, files: 3, switches: ['driver'] });
  const [baseFile = '', oursFile = '', theirsFile = ''] = read.files;
  const ours = readDefinition(oursFile);
  const theirs = readDefinition(theirsFile);
  const base = read.has('driver') ? readBase(baseFile, ours) : readDefinition(baseFile);
  for (const [file, definition] of [
    [baseFile, base],
    [theirsFile, theirs],
  ] as const) {
    if (definition.kind !== ours.kind) {
      throw new Unusable(
        `${file}: kind: is ${JSON.stringify(definition.kind)}, not ${JSON.stringify(ours.kind)} as in ${oursFile}; merge versions of one work`,
      );
    }
  }
  const { rules } = await kindOf(ours);
  const result = merge({ base, ours, theirs, rules });
  return read.has('driver')
    ? drive(result, oursFile)
    : { out: asJson(shown(result)), err: '', status: statusOf(result) };
}

/** git gives an empty file for a base when both sides have added the file: then all is added on both sides. */
function readBase(file: string, ours: Definition): Definition {
  if (readText(file).trim() !== '') return readDefinition(file);
  const { kommons, kind, id, languages, title } = ours;
  return { kommons, kind, id, languages, title };
}

function statusOf({ clean }: MergeResult): 0 | 1 {
  return clean ? 0 : 1;
}

/** The result in ours's place, and each conflict in one line on standard error. */
function drive(result: MergeResult, file: string): Outcome {
  try {
    writeFileSync(file, asJson(result.merged));
  } catch {
    throw new Unusable(`${file}: cannot be written; check its permissions`);
  }
  const lines = result.conflicts.map(
    ({ kind, path }) => `${file}: ${oneLine(path)}: ${kind}; ours is kept\n`,
  );
  return { out: '', err: lines.join(''), status: statusOf(result) };
}

/** The result as the format merge/1 has it. */
function shown({ clean, merged, changes, conflicts }: MergeResult): Readonly<Record<string, unknown>> {
  return {
    kommons: 'merge/1',
    clean,
    merged,
    changes: changes.map((change) => ({
      side: change.side,
      change: change.change,
      path: change.path,
      ...(change.change === 'moved' ? { from: change.from, to: change.to } : {}),
    })),
    conflicts: conflicts.map(shownConflict),
  };
}

function shownConflict(conflict: Conflict): Readonly<Record<string, unknown>> {
  const { kind, path, base, ours, theirs, suggestion } = conflict;
  const target =
    conflict.kind === 'dangling' ? { target: conflict.target, removedBy: conflict.removedBy } : {};
  return { kind, path, ...target, base, ours, theirs, suggestion };
}
