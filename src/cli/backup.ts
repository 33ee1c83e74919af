import { access, constants, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Config } from '../platform/config/index.ts';
import {
  backup,
  inspectBackup,
  openDatabase,
  restore,
  visitDatabase,
  type Amount,
  type RestoreFailure,
  type RestoreReport,
} from '../platform/db/index.ts';
import type { Ask } from './ask.ts';
import { usage } from './help.ts';
import { readArguments } from './kernel/arguments.ts';
import { Unusable } from './kernel/failure.ts';
import { placeOf, type Say } from './place.ts';

const filesOf = (config: Config): string => path.join(config.data, 'files');

function readTarget(args: readonly string[], line: string, switches: readonly string[] = []) {
  const read = readArguments(args, { line, files: 1, values: ['organisation'], switches });
  const organisation = read.value('organisation');
  return {
    file: path.resolve(read.files[0] ?? ''),
    only: organisation === undefined ? {} : { organisation },
    has: read.has,
  };
}

const plural = (n: number, one: string): string => (n === 1 ? `1 ${one}` : `${n} ${one}s`);
const count = ({ rows, tables }: Amount): string => `${plural(rows, 'row')} in ${plural(tables, 'table')}`;

/** `kommons backup FILE`: everything, or one organisation, while people go on working. */
export async function saveBackup(args: readonly string[], config: Config, say: Say): Promise<number> {
  const { file, only } = readTarget(args, usage.backup);
  await requireRoom(file);
  const report = await visitDatabase(placeOf(config, say), ({ owner }) =>
    backup({ ownerUrl: owner, files: filesOf(config), target: file, now: new Date(), ...only }),
  );
  if (only.organisation !== undefined && report.rows === 0) {
    await rm(file, { force: true });
    throw new Unusable(`kommons: there is nothing of ${only.organisation} to back up; check the slug`);
  }
  say(`${file}: ${count(report)}, ${report.files} files`);
  say(`sha256 ${report.digest}`);
  return 0;
}

function explain(failure: RestoreFailure): string {
  switch (failure.kind) {
    case 'damaged':
      return `the backup is damaged: ${failure.reason}. Nothing was changed; use another backup`;
    case 'not-in-it':
      return `the backup does not hold ${failure.organisation}. Nothing was changed`;
    case 'other-schema':
      return (
        `the backup and this Kommons differ in their migrations (${failure.migrations.join(', ')}). Nothing was ` +
        'changed. Is the backup from a newer release, upgrade Kommons first. Is it older and you want one ' +
        'organisation from it, restore everything on another machine, back the organisation up there and use that'
      );
    case 'in-use':
      return `Kommons is running (${failure.connections} connections). Stop it, then restore everything`;
    case 'would-replace':
      return `${describeReplaced(failure)}. Nothing was changed; give --replace if that is what you want`;
  }
}

function describeReplaced({ organisation, there, held, at }: WouldReplace): string {
  const whose = organisation ?? 'this Kommons';
  const latest = there.latest === null ? '' : `, the latest of ${there.latest.toISOString()}`;
  return `${whose} has ${count(there)}${latest}; they would be replaced by the ${count(held)} of ${at}`;
}
type WouldReplace = Extract<RestoreFailure, { readonly kind: 'would-replace' }>;

const unusable = (failure: RestoreFailure): Unusable => new Unusable(`kommons: ${explain(failure)}`);

function tell(report: RestoreReport, say: Say): number {
  if (!report.ok) throw unusable(report.failure);
  const what = report.organisation ?? 'everything';
  say(`restored ${what} as of ${report.at}: ${count(report.restored)}, ${report.files} files`);
  if (report.stayed > 0) {
    say(
      `${report.stayed} rows that other organisations have answered, or have before them, stay as they were`,
    );
  }
  return 0;
}

async function requireFile(file: string): Promise<void> {
  const found = await stat(file).catch(() => null);
  if (found === null) throw new Unusable(`${file}: there is no such file; check the name`);
  if (!found.isFile()) throw new Unusable(`${file}: is no file; give the file that kommons backup wrote`);
  const readable = await access(file, constants.R_OK).then(
    () => true,
    () => false,
  );
  if (!readable) throw new Unusable(`${file}: may not be read; check who owns it and its permissions`);
}

/** The backup can be written where it is wanted. */
async function requireRoom(file: string): Promise<void> {
  const folder = path.dirname(file);
  const [there, target] = await Promise.all([folder, file].map((one) => stat(one).catch(() => null)));
  if (there?.isDirectory() !== true) throw new Unusable(`${folder}: there is no such folder; make it first`);
  if (target?.isDirectory() === true) throw new Unusable(`${file}: is a folder; give a file in it`);
  await access(folder, constants.W_OK).catch(() => {
    throw new Unusable(`${folder}: may not be written; check who owns it and its permissions`);
  });
}

/**
 * `kommons restore FILE`: verified in full before anything is touched. What is there is replaced with `--replace`, or
 * when the person at the terminal says yes; `ask` is null where nobody sits there.
 */
export async function putBack(
  args: readonly string[],
  config: Config,
  { say, ask }: { readonly say: Say; readonly ask: Ask | null },
): Promise<number> {
  const { file, only, has } = readTarget(args, usage.restore, ['replace']);
  await requireFile(file);
  return visitDatabase(placeOf(config, say), async ({ owner }) => {
    const put = (replace: boolean): Promise<RestoreReport> =>
      restore({ ownerUrl: owner, files: filesOf(config), source: file, replace, ...only });
    const report = await put(has('replace'));
    if (report.ok || report.failure.kind !== 'would-replace' || ask === null) return tell(report, say);
    const answer = await ask(`${describeReplaced(report.failure)}.\nType yes to replace them: `);
    if (answer.trim() !== 'yes') throw new Unusable('kommons: nothing was changed');
    return tell(await put(true), say);
  });
}

/**
 * `kommons upgrade FILE`: a backup of everything, taken with the release before, into a server of this
 * release's major version. The old server's files stay. Nothing is created for a backup that cannot be used.
 */
export async function upgrade(args: readonly string[], config: Config, say: Say): Promise<number> {
  const [name = ''] = readArguments(args, { line: usage.upgrade, files: 1 }).files;
  const { database } = config;
  if (database.kind !== 'embedded') {
    throw new Unusable(
      'kommons: upgrade is for the embedded server; DATABASE_URL names a server of yours, so use its own tools',
    );
  }
  const file = path.resolve(name);
  await requireFile(file);
  const found = await inspectBackup(file);
  if (!found.ok) throw unusable(found.failure);
  if (found.organisation !== null) {
    throw new Unusable(`${file}: holds ${found.organisation} only; upgrade needs a backup of everything`);
  }
  const opened = await openDatabase({ ...placeOf(config, say), place: { ...database, besideOlder: true } });
  // An open pool would look like a running Kommons.
  await opened.db.close();
  try {
    return tell(
      await restore({ ownerUrl: opened.addresses.owner, files: filesOf(config), source: file }),
      say,
    );
  } finally {
    await opened.close();
  }
}
