import path from 'node:path';
import type { Config } from '../platform/config/index.ts';
import { backup, restore, visitDatabase, type RestoreFailure } from '../platform/db/index.ts';
import { readArguments } from './kernel/arguments.ts';
import { Unusable } from './kernel/failure.ts';

type Say = (line: string) => void;

const filesOf = (config: Config): string => path.join(config.data, 'files');

function readTarget(args: readonly string[], verb: string) {
  const line = `kommons ${verb} FILE [--organisation SLUG]`;
  const read = readArguments(args, { line, files: 1, values: ['organisation'] });
  const organisation = read.value('organisation');
  return {
    file: path.resolve(read.files[0] ?? ''),
    only: organisation === undefined ? {} : { organisation },
  };
}

const place = (config: Config, say: Say) => ({ place: config.database, random: Math.random, say });

/** `kommons backup FILE`: everything, or one organisation, while people go on working. */
export async function saveBackup(args: readonly string[], config: Config, say: Say): Promise<number> {
  const { file, only } = readTarget(args, 'backup');
  const report = await visitDatabase(place(config, say), ({ owner }) =>
    backup({ ownerUrl: owner, files: filesOf(config), target: file, now: new Date(), ...only }),
  );
  say(`${file}: ${report.rows} rows of ${report.tables} tables, ${report.files} files`);
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
      return `the backup comes from a newer release (${failure.migrations.join(', ')}). Upgrade Kommons first`;
    case 'in-use':
      return `Kommons is running (${failure.connections} connections). Stop it, then restore everything`;
  }
}

/** `kommons restore FILE`: verified in full before anything is touched. */
export async function putBack(args: readonly string[], config: Config, say: Say): Promise<number> {
  const { file, only } = readTarget(args, 'restore');
  const report = await visitDatabase(place(config, say), ({ owner }) =>
    restore({ ownerUrl: owner, files: filesOf(config), source: file, ...only }),
  );
  if (!report.ok) throw new Unusable(`kommons: ${explain(report.failure)}`);
  say(
    `restored ${report.organisation ?? 'everything'} as of ${report.at}: ${report.rows} rows, ${report.files} files`,
  );
  return 0;
}
