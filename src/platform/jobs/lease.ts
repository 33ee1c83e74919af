import type { Pool } from 'pg';
import { unreachable } from '../db/index.ts';

/** A job whose worker has not been heard of for so long is given to another. Seconds. */
export const silence = 20;
/** How often a worker tells that it is at its jobs. Milliseconds. */
const heartbeat = 4000;

const renew = `
with mine as (
  update graphile_worker._private_jobs set locked_at = now()
  where id = any ($1::bigint[]) and locked_by is not null
  returning job_queue_id)
update graphile_worker._private_job_queues q set locked_at = now()
from mine where q.id = mine.job_queue_id and q.locked_by is not null`;

const release = `
with jobs as (
  update graphile_worker._private_jobs
  set locked_at = null, locked_by = null, run_at = greatest(run_at, now())
  where locked_at < now() - interval '${silence} seconds')
update graphile_worker._private_job_queues set locked_at = null, locked_by = null
where locked_at < now() - interval '${silence} seconds'`;

// A job that failed since the database was away is due as soon as it is back, and that attempt does not count: the
// growing pauses are for work that fails by itself, and a night of outages must not make it wait for hours.
const forgive = `
update graphile_worker._private_jobs
set attempts = greatest(attempts - 1, 0), run_at = least(run_at, now()), last_error = null
where locked_at is null and last_error = $1`;

export type Leases = { readonly stop: () => void };

/**
 * Keeps the locks of jobs that are being done here young, and frees those that nobody keeps: the worker
 * was killed, or took a job and lost the connection before it knew. The queue itself waits four hours. What the
 * database's absence made fail is done anew at once.
 */
export function keepLeases(pool: Pool, active: ReadonlySet<string>): Leases {
  const beat = async (): Promise<void> => {
    try {
      await pool.query(renew, [[...active]]);
      await pool.query(release);
      await pool.query(forgive, [unreachable]);
    } catch {
      // The database is away: the next beat tells.
    }
  };
  void beat();
  const timer = setInterval(() => void beat(), heartbeat);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
