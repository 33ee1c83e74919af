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
import { QueuePool } from './queue-pool.ts';
import { keepLeases, type Leases } from './lease.ts';
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
  const first = await begin(options);
  const state: { crew: Crew; stopping: boolean; replacing: Promise<void> } = {
    crew: first,
    stopping: false,
    replacing: Promise.resolve(),
  };
  const watch = async (crew: Crew): Promise<void> => {
    await crew.over;
    if (!state.stopping) state.replacing = replace(crew);
  };
  const replace = async (gone: Crew): Promise<void> => {
    dismiss(gone);
    while (!state.stopping) {
      await sleep(500);
      try {
        if (state.stopping) return;
        state.crew = await begin(options);
        void watch(state.crew);
        return;
      } catch (error) {
        options.say(error instanceof Error ? error.message : String(error));
      }
    }
  };
  void watch(first);
  return {
    stop: async () => {
      state.stopping = true;
      await state.replacing;
      const { runner, pool, leases } = state.crew;
      leases.stop();
      // One that has ended by itself refuses to be stopped.
      await runner.stop().catch(() => undefined);
      await pool.end().catch(() => undefined);
    },
  };
}

/** Workers with connections of their own: when they are lost, all of it is replaced. */
type Crew = {
  readonly runner: Runner;
  readonly pool: Pool;
  readonly leases: Leases;
  /** Comes when the crew takes no more jobs, whyever. */
  readonly over: Promise<void>;
};

/** Nobody waits for the farewell of a crew that lost its database. */
function dismiss({ runner, pool, leases }: Crew): void {
  leases.stop();
  runner.stop().catch(() => undefined);
  pool.end().catch(() => undefined);
}

async function begin(options: WorkerOptions): Promise<Crew> {
  const { url, tasks, nightly = [], concurrency = 4, say } = options;
  const connections = {
    connectionString: url,
    max: concurrency + 3,
    application_name: 'kommons jobs',
    connectionTimeoutMillis: 5000,
    query_timeout: 20_000,
    keepAlive: true,
  };
  const pool = openPool(connections, QueuePool);
  const taskList: TaskList = {
    ...Object.fromEntries(tasks.map((task) => [task.name, (payload: unknown) => task.run(payload)])),
    [tidyQueues]: () => tidy(pool),
  };
  const { promise: over, resolve: end } = Promise.withResolvers<void>();
  const active = new Set<string>();
  const events: WorkerEvents = new EventEmitter();
  events.on('job:start', ({ job }) => active.add(job.id));
  events.on('job:complete', ({ job }) => active.delete(job.id));
  events.once('pool:gracefulShutdown', () => end());
  // What fails in a crew's first look at the queue is remembered there for ever; another looks anew.
  let hasLooked = false;
  events.on('worker:getJob:empty', () => (hasLooked = true));
  events.on('job:start', () => (hasLooked = true));
  events.on('worker:getJob:error', () => hasLooked || end());
  try {
    const runner = await run({
      pgPool: pool,
      taskList,
      events,
      concurrency,
      // Notices wake the workers at once; the poll finds what a lost notice left.
      pollInterval: 2000,
      noHandleSignals: true,
      parsedCronItems: parseCronItems(
        [tidyQueues, ...nightly].map((task) => ({ task, match: '17 2 * * *' })),
      ),
      // Without a batch, even an empty one, the loss of the database while a job is marked as done ends the
      // whole process by a rejection that nobody can handle; with one, the crew ends and is replaced.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
      logger: new Logger(() => (level, message) => {
        if (level === 'error' || level === 'warning') say(message);
      }),
    });
    runner.promise.then(end, () => end());
    return { runner, pool, leases: keepLeases(pool, active), over };
  } catch (error) {
    pool.end().catch(() => undefined);
    throw error;
  }
}

async function tidy(pool: Pool): Promise<void> {
  const utils = await makeWorkerUtils({ pgPool: pool });
  await utils.cleanup({ tasks: ['GC_JOB_QUEUES'] });
  await utils.release();
}
