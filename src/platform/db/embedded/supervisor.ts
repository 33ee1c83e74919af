import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from './cluster.ts';
import { endStragglers, stopPostmaster, waitUntilReady } from './postmaster.ts';
import { signal } from './processes.ts';

export type Supervisor = { readonly pid: () => number; readonly stop: () => Promise<void> };

type Care = {
  readonly first: ChildProcess;
  readonly start: () => ChildProcess;
  readonly say: (line: string) => void;
};

/** Milliseconds before each attempt to start a server again; the last repeats. */
const pauses = [0, 50, 100, 250, 500, 1000, 2000] as const;

/** Starts the server again whenever it ends without being asked to. */
export function superviseServer(cluster: Cluster, care: Care): Supervisor {
  const state: { child: ChildProcess; stopping: boolean; restarting: Promise<void> } = {
    child: care.first,
    stopping: false,
    restarting: Promise.resolve(),
  };

  const watch = (child: ChildProcess): void => {
    child.once('exit', () => {
      if (state.stopping || state.child !== child) return;
      care.say('The database server ended; starting it again');
      state.restarting = restart();
    });
  };

  const restart = async (): Promise<void> => {
    for (let attempt = 0; !state.stopping; attempt += 1) {
      await sleep(pauses[Math.min(attempt, pauses.length - 1)]);
      await endStragglers(cluster.folder);
      if (state.stopping) return;
      state.child = care.start();
      try {
        await waitUntilReady(cluster, state.child);
        watch(state.child);
        if (state.child.exitCode === null && state.child.signalCode === null) return;
      } catch (error) {
        care.say(error instanceof Error ? error.message : String(error));
      }
    }
  };

  // A process that ends without `stop` still asks its server to end.
  const lastWord = (): void => {
    if (state.child.pid !== undefined && state.child.exitCode === null) signal(state.child.pid, 'SIGINT');
  };
  process.once('exit', lastWord);
  watch(care.first);

  return {
    pid: () => state.child.pid ?? 0,
    stop: async () => {
      state.stopping = true;
      process.off('exit', lastWord);
      await state.restarting;
      if (state.child.pid !== undefined) await stopPostmaster(cluster.folder, state.child.pid);
    },
  };
}
