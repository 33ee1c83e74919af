import { spawn, type ChildProcess } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findDemoPerson, mintToken } from '../../src/modules/identity/demo/index.ts';
import { deriveKeys } from '../../src/modules/identity/index.ts';
import { getKey } from '../../src/platform/config/index.ts';
import { findRunning } from '../../src/platform/db/embedded/index.ts';
import { processesIn } from '../../src/platform/db/embedded/processes.ts';

/** Kommons in a process of its own, which may be killed and started again on the same data. */
export type Kommons = {
  readonly origin: string;
  readonly data: string;
  /** Starts the process unless it runs, and waits until it answers. */
  readonly start: () => Promise<void>;
  /** kill -9 of the process; its database lives on, as after any such kill. */
  readonly killApp: () => Promise<void>;
  /** kill -9 of the database's first process and every other of its processes, at once. */
  readonly killDatabase: () => Promise<void>;
  readonly ownerUrl: () => Promise<string>;
  /** What a signed-in person sends: `ROLE@SLUG`. */
  readonly authorization: (key: string) => Promise<string>;
  /** What the process has written to its error output, ending with the newest. */
  readonly said: () => string;
  /** Unasked ends of the process. */
  readonly exits: () => number;
  readonly close: () => Promise<void>;
};

const usual = path.join(import.meta.dirname, 'processes', 'kommons.ts');

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => void server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}

/** Every process of the database, the first one included. */
async function databaseProcesses(data: string): Promise<readonly number[]> {
  const name = (await readdir(data).catch(() => [])).find((one) => /^pg\d+$/.test(one));
  return name === undefined ? [] : processesIn(realpathSync(path.join(data, name)));
}

const gone = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise((resolve) => child.once('exit', resolve));
};

function waitForReady(child: ChildProcess, said: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (bytes: Buffer) => {
      if (bytes.toString().includes('ready')) resolve();
    });
    child.once('exit', () => reject(new Error(`Kommons ended before it was ready:\n${said().slice(-3000)}`)));
  });
}

/**
 * A new installation in a folder of its own, not yet started. `script` is run with the data folder and the
 * port as arguments and says "ready" when it answers.
 */
export async function prepareKommons(script = usual): Promise<Kommons> {
  const data = path.join(await mkdtemp(path.join(tmpdir(), 'kommons-proof-')), 'data');
  const port = await freePort();
  const state = { child: null as ChildProcess | null, said: '', exits: 0 };
  const said = (): string => state.said;

  const start = async (): Promise<void> => {
    if (state.child !== null) return;
    const child = spawn(process.execPath, ['--import', 'tsx', script, data, String(port)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    state.child = child;
    child.stderr.on('data', (bytes: Buffer) => {
      state.said = `${state.said}${bytes.toString()}`.slice(-20_000);
    });
    child.once('exit', () => {
      if (state.child !== child) return;
      state.exits += 1;
      state.child = null;
    });
    await waitForReady(child, said);
  };

  const end = async (signal: NodeJS.Signals): Promise<void> => {
    const { child } = state;
    if (child === null) return;
    state.child = null;
    child.kill(signal);
    await gone(child);
  };

  return {
    origin: `http://127.0.0.1:${String(port)}`,
    data,
    start,
    killApp: () => end('SIGKILL'),
    killDatabase: async () => {
      for (const pid of await databaseProcesses(data)) kill(pid);
    },
    ownerUrl: async () => {
      const url = await findRunning(data);
      if (url === null) throw new Error('the database does not run');
      return url('kommons');
    },
    authorization: async (key) => {
      const person = findDemoPerson(key);
      if (person === null) throw new Error(`${key} is nobody in the demo world`);
      return `Bearer ${await mintToken(person, deriveKeys(await getKey(data)), new Date())}`;
    },
    said,
    exits: () => state.exits,
    close: async () => {
      await end('SIGTERM');
      // Where the process was gone already, its database still is not.
      for (const pid of await databaseProcesses(data)) kill(pid);
      await rm(path.dirname(data), { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    // It ended by itself a moment ago, as children of a killed first process do.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
