import { spawn, type ChildProcess } from 'node:child_process';
import { openSync, closeSync } from 'node:fs';
import { readFile, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { commandAs } from './account.ts';
import { ownerRole, type Cluster } from './cluster.ts';
import { isAlive, processesIn, signal, waitForEnd } from './processes.ts';

/** `lasting` syncs every commit; `scratch` is for databases that tests throw away. */
export type Durability = 'lasting' | 'scratch';

const settings = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '80',
  shared_buffers: '128MB',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '512MB',
  jit: 'off',
  timezone: 'UTC',
  lc_messages: 'C',
  // The server's own log names no values: what people wrote stays out of it.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_checkpoints: 'off',
} as const;

const scratchSettings = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' } as const;

/** Starts the server's first process. It outlives this process, so that a kill loses no work. */
export function spawnPostmaster(cluster: Cluster, durability: Durability): ChildProcess {
  const wanted = durability === 'lasting' ? settings : { ...settings, ...scratchSettings };
  const given = Object.entries(wanted).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const program = join(cluster.binaries.folder, 'bin', 'postgres');
  const where = ['-D', cluster.folder, '-k', cluster.socketFolder];
  const command = commandAs(cluster.account, program, [...where, ...given]);
  const log = openSync(logFile(cluster), 'a', 0o600);
  try {
    return spawn(command.program, command.arguments, {
      ...command.options,
      detached: true,
      stdio: ['ignore', log, log],
    });
  } finally {
    closeSync(log);
  }
}

/** Waits until the server answers. Throws with the end of its log when it gives up. */
export async function waitUntilReady(cluster: Cluster, child: ChildProcess): Promise<void> {
  const failed = { error: null as Error | null };
  child.once('error', (error) => (failed.error = error));
  for (;;) {
    if (failed.error !== null) throw failed.error;
    if (child.exitCode !== null || child.signalCode !== null) {
      const log = await readFile(logFile(cluster), 'utf8').catch(() => '');
      throw new Error(`PostgreSQL did not start. The end of its log:\n${log.slice(-1500)}`);
    }
    if (await answers(cluster.socketFolder)) return;
    await sleep(15);
  }
}

/** Whether a server takes connections on the socket. */
export async function answers(socketFolder: string): Promise<boolean> {
  const client = new Client({
    host: socketFolder,
    user: ownerRole,
    database: 'postgres',
    query_timeout: 2000,
    connectionTimeoutMillis: 2000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

export type Running = { readonly pid: number; readonly socketFolder: string };

/** The living server of a cluster, by the file it keeps while it runs. */
export async function findPostmaster(folder: string): Promise<Running | null> {
  const content = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = content.split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 1 || !isAlive(pid)) return null;
  // After a restart of the machine the number may be another program's.
  const working = processesIn(folder);
  if (process.platform === 'linux' && !working.includes(pid)) return null;
  return { pid, socketFolder: lines[4] ?? '' };
}

/** Stops a server: politely, then at once, then by force. Committed work survives all three. */
export async function stopPostmaster(folder: string, pid: number): Promise<void> {
  const steps = [
    ['SIGINT', 8000],
    ['SIGQUIT', 2000],
    ['SIGKILL', 2000],
  ] as const;
  for (const [name, milliseconds] of steps) {
    signal(pid, name);
    if (await waitForEnd(pid, milliseconds)) break;
  }
  await endStragglers(folder);
}

/**
 * Children that outlive a killed first process hold its shared memory, and a new server refuses to
 * start beside them.
 */
export async function endStragglers(folder: string): Promise<void> {
  const left = processesIn(folder);
  for (const pid of left) signal(pid, 'SIGKILL');
  await Promise.all(left.map((pid) => waitForEnd(pid, 2000)));
}

/** Keeps the server's log from growing without end. */
export async function trimLog(cluster: Cluster): Promise<void> {
  const size = await stat(logFile(cluster)).then(
    (found) => found.size,
    () => 0,
  );
  if (size > 10_000_000) await truncate(logFile(cluster), 0);
}

const logFile = (cluster: Cluster): string => `${cluster.folder}.log`;
