import { writeFileSync } from 'node:fs';
import { merge, type Conflict, type Definition, type MergeResult } from '../../kernel/index.ts';
import { readArguments } from './arguments.ts';
import { oneLine, Unusable } from './failure.ts';
import { readDefinition, readText } from './files.ts';
import { kindOf } from './kinds.ts';
import { asJson, type Outcome } from './outcome.ts';

const MERGE_USAGE = 'kommons merge BASE OURS THEIRS, or kommons merge --driver %O %A %B %P';

/** Three-way merge: the result as JSON, or, as a git merge driver, written over ours. */
export async function mergeCommand(args: readonly string[]): Promise<Outcome> {
  const read = readArguments(args, { line: MERGE_USAGE, files: 3, moreFiles: 1, switches: ['driver'] });
  const driver = read.has('driver');
  if (read.files.length === 4 && !driver) throw new Unusable(`kommons: write ${MERGE_USAGE}`);
  const [baseFile = '', oursFile = '', theirsFile = '', path] = read.files;
  const named = (file: string, side: string): string => (path === undefined ? file : `${path} (${side})`);
  const names = {
    base: named(baseFile, 'base'),
    ours: named(oursFile, 'ours'),
    theirs: named(theirsFile, 'theirs'),
  };
  const ours = readDefinition(oursFile, names.ours);
  const theirs = readDefinition(theirsFile, names.theirs);
  const base = driver ? readBase(baseFile, names.base, ours) : readDefinition(baseFile);
  requireKind(base, names.base, { ours, name: names.ours });
  requireKind(theirs, names.theirs, { ours, name: names.ours });
  const { rules } = await kindOf(ours);
  const result = merge({ base, ours, theirs, rules });
  return driver
    ? drive(result, oursFile, path ?? oursFile)
    : { out: asJson(shown(result)), err: '', status: statusOf(result) };
}

function requireKind(
  { kind }: Definition,
  name: string,
  as: { readonly ours: Definition; readonly name: string },
): void {
  if (kind === as.ours.kind) return;
  throw new Unusable(
    `${name}: kind: is ${JSON.stringify(kind)}, not ${JSON.stringify(as.ours.kind)} as in ${as.name}; merge versions of one work`,
  );
}

/** git gives an empty file for a base when both sides have added the file: then all is added on both sides. */
function readBase(file: string, name: string, ours: Definition): Definition {
  if (readText(file, name).trim() !== '') return readDefinition(file, name);
  const { kommons, kind, id, languages, title } = ours;
  return { kommons, kind, id, languages, title };
}

function statusOf({ clean }: MergeResult): 0 | 1 {
  return clean ? 0 : 1;
}

/** The result in ours's place, and each conflict in one line on standard error, by the name that people know. */
function drive(result: MergeResult, file: string, name: string): Outcome {
  try {
    writeFileSync(file, asJson(result.merged));
  } catch {
    throw new Unusable(`${name}: cannot be written; check its permissions`);
  }
  const lines = result.conflicts.map(
    ({ kind, path }) => `${name}: ${oneLine(path)}: ${kind}; ours is kept\n`,
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
