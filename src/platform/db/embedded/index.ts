import type { ChildProcess } from 'node:child_process';
import { chmodSync, existsSync } from 'node:fs';
import { access, constants, mkdir, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { canRun, possibleAccounts, type Account } from './account.ts';
import { copyBinaries, prepareBinaries, type Binaries } from './binaries.ts';
import { majorsIn, OtherMajorVersion, ownerRole, prepareCluster, type Cluster } from './cluster.ts';
import { takeOwnerLock } from './owner-lock.ts';
import {
  answers,
  endStragglers,
  findPostmaster,
  spawnPostmaster,
  stopPostmaster,
  trimLog,
  waitUntilReady,
  type Durability,
} from './postmaster.ts';
import { superviseServer } from './supervisor.ts';

export { DataFolderTaken } from './owner-lock.ts';
export { OtherMajorVersion } from './cluster.ts';

export type EmbeddedServer = {
  /** The owner's address of a database in this server. */
  readonly url: (database: string, role?: string) => string;
  /** The id of the server's first process right now. */
  readonly pid: () => number;
  /** Stops the server and gives up the data folder. */
  readonly stop: () => Promise<void>;
};

export type EmbeddedOptions = {
  /** The data folder; created when missing. */
  readonly data: string;
  readonly durability?: Durability;
  /** Creates a cluster of this release's major version beside an older one. */
  readonly besideOlder?: boolean;
  /** Told what happens, a line a step. */
  readonly say?: (line: string) => void;
};

/**
 * Starts the embedded server of a data folder and keeps it running until `stop`.
 * Throws `DataFolderTaken` when another process owns the folder, and `OtherMajorVersion` when the
 * files need a newer or older server. A server that outlived its killed owner is stopped first.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const { durability = 'lasting', say = () => undefined } = options;
  const data = await prepareFolder(options.data);
  const lock = await takeOwnerLock(data);
  try {
    const cluster = await openCluster(data, options);
    const orphan = await findPostmaster(cluster.folder);
    if (orphan !== null) {
      say(`Stopping the database server ${orphan.pid} that outlived its Kommons`);
      await stopPostmaster(cluster.folder, orphan.pid);
    }
    await trimLog(cluster);
    const start = (): ChildProcess => spawnPostmaster(cluster, durability);
    const child = start();
    await waitUntilReady(cluster, child);
    const supervisor = superviseServer(cluster, { first: child, start, say });
    return {
      url: (database, role) => socketUrl(cluster.socketFolder, database, role),
      pid: supervisor.pid,
      stop: async () => {
        await supervisor.stop();
        await rm(cluster.socketFolder, { recursive: true, force: true });
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** The address of a server that another process runs on the data folder; null when none does. */
export async function findRunning(
  data: string,
): Promise<((database: string, role?: string) => string) | null> {
  if (!existsSync(data)) return null;
  const folder = await realpath(data);
  for (const major of (await majorsIn(folder)).toReversed()) {
    const running = await findPostmaster(join(folder, `pg${major}`));
    if (running !== null) return (database, role) => socketUrl(running.socketFolder, database, role);
  }
  return null;
}

/**
 * A server whose content may be lost, for tests: started unless it runs, and left running. Whoever
 * calls sees to it that one process at a time does, and that the last one stops it.
 */
export async function startScratch(
  data: string,
): Promise<{ readonly url: EmbeddedServer['url']; readonly pid: number; readonly started: boolean }> {
  const folder = await prepareFolder(data);
  const cluster = await openCluster(folder, { data, durability: 'scratch' });
  const running = await findPostmaster(cluster.folder);
  const url: EmbeddedServer['url'] = (database, role) => socketUrl(cluster.socketFolder, database, role);
  if (running !== null && (await answers(running.socketFolder))) {
    return { url, pid: running.pid, started: false };
  }
  if (running !== null) await stopPostmaster(cluster.folder, running.pid);
  await endStragglers(cluster.folder);
  const child = spawnPostmaster(cluster, 'scratch');
  await waitUntilReady(cluster, child);
  child.unref();
  return { url, pid: child.pid ?? 0, started: true };
}

async function openCluster(data: string, options: EmbeddedOptions): Promise<Cluster> {
  const found = await prepareBinaries();
  const { account, binaries } = await chooseAccount(found, data);
  const majors = await majorsIn(data);
  if (majors.length > 0 && !majors.includes(binaries.major) && options.besideOlder !== true) {
    throw new OtherMajorVersion(data, majors, binaries.major);
  }
  if (!majors.includes(binaries.major)) options.say?.('Creating the database (once)');
  return prepareCluster({ data, account, binaries }, options.durability !== 'scratch');
}

/**
 * Makes the data folder where there is none. Root hands the server to another user, who must be able to reach what
 * is below.
 */
export async function prepareFolder(data: string): Promise<string> {
  if (!existsSync(data)) {
    await mkdir(data, { recursive: true });
    chmodSync(data, process.getuid?.() === 0 ? 0o711 : 0o700);
  }
  await access(data, constants.R_OK | constants.W_OK | constants.X_OK).catch((cause: unknown) => {
    const advice = 'Start Kommons as the user whose folder it is, or set KOMMONS_DATA to another folder.';
    throw new Error(`This user may not write to the data folder ${data}. ${advice}`, { cause });
  });
  return realpath(data);
}

async function chooseAccount(
  binaries: Binaries,
  data: string,
): Promise<{ readonly account: Account; readonly binaries: Binaries }> {
  const accounts = possibleAccounts();
  const account = accounts.find((one) => canRun(one, binaries.folder, data));
  if (account !== undefined) return { account, binaries };
  const copied = await copyBinaries(binaries, data);
  const other = accounts.find((one) => canRun(one, copied.folder, data));
  if (other !== undefined) return { account: other, binaries: copied };
  throw new Error(
    `The embedded PostgreSQL cannot run here: no ordinary user can reach ${data}, and the system allows no ` +
      'user namespaces. Start Kommons as an ordinary user, set KOMMONS_DATA to a folder that others may ' +
      'enter (such as /var/lib/kommons), or set DATABASE_URL.',
  );
}

function socketUrl(folder: string, database: string, role: string = ownerRole): string {
  return `postgresql://${role}@localhost/${database}?host=${encodeURIComponent(folder)}`;
}
