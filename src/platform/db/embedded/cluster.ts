import { execFile } from 'node:child_process';
import { chmod, chown, lstat, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { commandAs, fileOwner, type Account } from './account.ts';
import type { Binaries } from './binaries.ts';

export const ownerRole = 'kommons_owner';

/** The files were written by another major version of PostgreSQL than the one installed. */
export class OtherMajorVersion extends Error {
  constructor(folder: string, found: readonly number[], wanted: number) {
    super(
      `The data in ${folder} was written by PostgreSQL ${found.join(' and ')}; this release of Kommons ` +
        `brings PostgreSQL ${wanted}. Take a backup with the release you came from (kommons backup FILE), ` +
        'then run kommons upgrade FILE with this one. The old files stay where they are.',
    );
    this.name = 'OtherMajorVersion';
  }
}

export type Cluster = {
  readonly folder: string;
  readonly socketFolder: string;
  readonly account: Account;
  readonly binaries: Binaries;
};

/** Majors that have a cluster in the data folder, lowest first. */
export async function majorsIn(data: string): Promise<readonly number[]> {
  const names = await readdir(data);
  return names
    .flatMap((name) => /^pg(\d+)$/.exec(name)?.[1] ?? [])
    .map(Number)
    .toSorted((a, b) => a - b);
}

/** Creates the cluster unless it is there. Unfinished ones, left by a kill, are made again. */
export async function prepareCluster(
  where: { readonly data: string; readonly account: Account; readonly binaries: Binaries },
  sync: boolean,
): Promise<Cluster> {
  const { data, account, binaries } = where;
  const folder = join(data, `pg${binaries.major}`);
  if (!existsSync(folder)) await initialise(where, folder, sync);
  const written = (await readFile(join(folder, 'PG_VERSION'), 'utf8')).trim();
  if (written !== String(binaries.major)) {
    throw new OtherMajorVersion(folder, [Number(written)], binaries.major);
  }
  await giveFiles(folder, account);
  return { folder, account, binaries, socketFolder: await prepareSocketFolder(folder, account) };
}

async function initialise(
  { account, binaries }: { readonly account: Account; readonly binaries: Binaries },
  folder: string,
  sync: boolean,
): Promise<void> {
  const unfinished = `${folder}.unfinished`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  await own(unfinished, account);
  const where = ['-D', unfinished, '-U', ownerRole, '--auth=trust', '-E', 'UTF8', '--data-checksums'];
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const command = commandAs(account, join(binaries.folder, 'bin', 'initdb'), [
    ...where,
    ...locale,
    ...(sync ? [] : ['--no-sync']),
  ]);
  await promisify(execFile)(command.program, [...command.arguments], command.options);
  await rename(unfinished, folder);
}

/** Root may have served this folder as another user before; the files follow the account. */
async function giveFiles(folder: string, account: Account): Promise<void> {
  const wanted = fileOwner(account);
  if (wanted === null || (await stat(folder)).uid === wanted.uid) return;
  if (process.getuid?.() !== 0) {
    throw new Error(
      `The database files in ${folder} belong to another user of this machine (id ${(await stat(folder)).uid}). ` +
        'Start Kommons as that user or as root, or set KOMMONS_DATA to another folder.',
    );
  }
  for (const entry of await readdir(folder, { recursive: true })) {
    await chown(join(folder, entry), wanted.uid, wanted.gid);
  }
  await chown(folder, wanted.uid, wanted.gid);
}

/** A path of a unix socket has room for about 100 bytes, so the folder is short and elsewhere. */
function socketFolderOf(folder: string): string {
  const base = tmpdir().length > 60 ? '/tmp' : tmpdir();
  return join(base, `kommons-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`);
}

async function prepareSocketFolder(folder: string, account: Account): Promise<string> {
  const path = socketFolderOf(folder);
  await mkdir(path, { mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  const found = await lstat(path);
  const allowed = [process.getuid?.(), fileOwner(account)?.uid, 0];
  if (!found.isDirectory() || !allowed.includes(found.uid)) {
    throw new Error(`${path} belongs to somebody else. Remove it, or set TMPDIR to another folder.`);
  }
  await own(path, account);
  await chmod(path, 0o700);
  return path;
}

async function own(path: string, account: Account): Promise<void> {
  const wanted = fileOwner(account);
  if (wanted !== null && account.kind === 'other-user') await chown(path, wanted.uid, wanted.gid);
}
