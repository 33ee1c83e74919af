import { createHash } from 'node:crypto';
import {
  closeSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startScratch } from '../../src/platform/db/embedded/index.ts';
import { isAlive } from '../../src/platform/db/embedded/processes.ts';

export type TestCluster = {
  readonly url: (database: string, role?: string) => string;
  /** Whether this process started it, so that nobody else is in it yet. */
  readonly fresh: boolean;
};

const checkout = new URL('../../', import.meta.url).pathname;
const folder = join(
  tmpdir(),
  `kommons-test-${process.getuid?.() ?? 0}-${createHash('sha256').update(checkout).digest('hex').slice(0, 8)}`,
);
const members = join(folder, 'members');

/**
 * One server for every test process of the checkout, with syncing off. The first process in starts
 * it, the last one out stops it; a process that was killed is not counted.
 */
export async function enterCluster(prepare: (cluster: TestCluster) => Promise<void>): Promise<TestCluster> {
  mkdirSync(members, { recursive: true, mode: 0o711 });
  const unlock = lock();
  try {
    closeSync(openSync(join(members, String(process.pid)), 'w'));
    const server = await startScratch(folder);
    process.once('exit', () => leave(server.pid));
    const cluster = { url: server.url, fresh: server.started };
    await prepare(cluster);
    return cluster;
  } finally {
    unlock();
  }
}

/** Runs while the process exits, where nothing can be awaited. */
function leave(server: number): void {
  const unlock = lock();
  try {
    rmSync(join(members, String(process.pid)), { force: true });
    if (readdirSync(members).some((name) => isAlive(Number(name)))) return;
    for (const name of readdirSync(members)) rmSync(join(members, name), { force: true });
    if (!isAlive(server)) return;
    process.kill(server, 'SIGINT');
    for (let waited = 0; isAlive(server) && waited < 5000; waited += 10) pause(10);
  } finally {
    unlock();
  }
}

/** Waits for the lock of the cluster, taking over that of a killed process. Returns the unlocking. */
function lock(): () => void {
  const path = join(folder, 'cluster.lock');
  for (;;) {
    try {
      const file = openSync(path, 'wx');
      writeSync(file, String(process.pid));
      closeSync(file);
      return () => rmSync(path, { force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
      const holder = holderOf(path);
      if (holder !== null && !isAlive(holder)) takeAside(path, holder);
      pause(20);
    }
  }
}

function takeAside(path: string, seen: number): void {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
    // Between the look and the move another process may have taken it over: theirs goes back.
    if (holderOf(aside) !== seen) linkSync(aside, path);
  } catch {
    // Somebody else was quicker; the loop looks again.
  }
  rmSync(aside, { force: true });
}

function holderOf(path: string): number | null {
  try {
    const pid = Number(readFileSync(path, 'utf8'));
    return pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
