import { Logger, makeWorkerUtils, parseCronItems, run, type TaskList } from 'graphile-worker';
import type { Pool } from 'pg';
import { openPool } from '../db/index.ts';
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

/** Starts to do the work in the queue. Several processes may; each job is taken by one. */
export async function startWorkers(options: WorkerOptions): Promise<Workers> {
  const { url, tasks, nightly = [], concurrency = 4, say } = options;
  const pool = openPool({ connectionString: url, max: concurrency + 3, application_name: 'kommons jobs' });
  const taskList: TaskList = {
    ...Object.fromEntries(tasks.map((task) => [task.name, (payload: unknown) => task.run(payload)])),
    [tidyQueues]: () => tidy(pool),
  };
  const runner = await run({
    pgPool: pool,
    taskList,
    concurrency,
    // Notices wake the workers at once; the poll finds what a lost notice left.
    pollInterval: 2000,
    noHandleSignals: true,
    parsedCronItems: parseCronItems([tidyQueues, ...nightly].map((task) => ({ task, match: '17 2 * * *' }))),
    logger: new Logger(() => (level, message) => {
      if (level === 'error' || level === 'warning') say(message);
    }),
  });
  return {
    stop: async () => {
      await runner.stop();
      await pool.end();
    },
  };
}

async function tidy(pool: Pool): Promise<void> {
  const utils = await makeWorkerUtils({ pgPool: pool });
  await utils.cleanup({ tasks: ['GC_JOB_QUEUES'] });
  await utils.release();
}
