import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  Logger,
  makeWorkerUtils,
  parseCronItems,
  run,
  type Runner,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker';
import type { Pool } from 'pg';
import { openPool } from '../db/index.ts';
import { keepLeases } from './lease.ts';
import type { Task } from './task.ts';

export type WorkerOptions = {
  /** Address with the role that owns the queue. */
  readonly url: string;
  readonly tasks: readonly Task[];
  /** Tasks done every night, by name; times are UTC. */
  readonly nightly?: readonly string[];
  /** Jobs done at the same time; 4 unless given. */
  readonly concurrency?: number;
  /** Told what goes wrong. */
  readonly say: (line: string) => void;
};

export type Workers = {
  /** Lets running jobs finish, then ends. Others stay in the queue. */
  readonly stop: () => Promise<void>;
};

/** Done every night without being asked: names of queues that are empty are forgotten. */
const tidyQueues = 'platform.tidy-queues';

/**
 * Starts to do the work in the queue. Several processes may; each job is taken by one. The work goes on
 * by itself after the database was away.
 */
export async function startWorkers(options: WorkerOptions): Promise<Workers> {
  const { url, concurrency = 4, say } = options;
  const pool = openPool({ connectionString: url, max: concurrency + 3, application_name: 'kommons jobs' });
  const active = new Set<string>();
  const state: { runner: Runner; stopping: boolean; restarting: Promise<void> } = {
    runner: await begin(pool, options, active),
    stopping: false,
    restarting: Promise.resolve(),
  };
  const ended = (): void => {
    if (!state.stopping) state.restarting = restart();
  };
  const watch = (runner: Runner): void => void runner.promise.then(ended, ended);
  const restart = async (): Promise<void> => {
    while (!state.stopping) {
      await sleep(500);
      try {
        if (state.stopping) return;
        state.runner = await begin(pool, options, active);
        return watch(state.runner);
      } catch (error) {
        say(error instanceof Error ? error.message : String(error));
      }
    }
  };
  watch(state.runner);
  const leases = keepLeases(pool, active);
  return {
    stop: async () => {
      state.stopping = true;
      leases.stop();
      await state.restarting;
      // One that has ended by itself refuses to be stopped.
      await state.runner.stop().catch(() => undefined);
      await pool.end();
    },
  };
}

function begin(pool: Pool, options: WorkerOptions, active: Set<string>): Promise<Runner> {
  const { tasks, nightly = [], concurrency = 4, say } = options;
  const taskList: TaskList = {
    ...Object.fromEntries(tasks.map((task) => [task.name, (payload: unknown) => task.run(payload)])),
    [tidyQueues]: () => tidy(pool),
  };
  const events: WorkerEvents = new EventEmitter();
  events.on('job:start', ({ job }) => active.add(job.id));
  events.on('job:complete', ({ job }) => active.delete(job.id));
  return run({
    pgPool: pool,
    taskList,
    events,
    concurrency,
    // Notices wake the workers at once; the poll finds what a lost notice left.
    pollInterval: 2000,
    noHandleSignals: true,
    parsedCronItems: parseCronItems([tidyQueues, ...nightly].map((task) => ({ task, match: '17 2 * * *' }))),
    // Without a batch, even an empty one, the loss of the database while a job is marked as done ends the
    // whole process by a rejection that nobody can handle; with one, the runner ends and is begun again.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    logger: new Logger(() => (level, message) => {
      if (level === 'error' || level === 'warning') say(message);
    }),
  });
}

async function tidy(pool: Pool): Promise<void> {
  const utils = await makeWorkerUtils({ pgPool: pool });
  await utils.cleanup({ tasks: ['GC_JOB_QUEUES'] });
  await utils.release();
}
