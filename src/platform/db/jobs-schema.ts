import { Logger, runMigrations } from 'graphile-worker';
import { openPool } from './connect.ts';
import { appRole } from './roles.ts';

/**
 * The queue's tables and the one door to them, made with the rights of the queue's own role. The
 * queue's tables have row security that shuts everybody else out, so the door is a function with
 * its maker's rights: the only one that the application may call.
 */
const door = `
create schema if not exists jobs;
create or replace function jobs.enqueue(task text, payload json, job_key text, run_at timestamptz, queue text, max_attempts integer)
returns void language sql security definer set search_path = pg_catalog, pg_temp
as $$ select graphile_worker.add_job(task, payload, queue, run_at, max_attempts, job_key) $$;
revoke all on function jobs.enqueue(text, json, text, timestamptz, text, integer) from public;
grant usage on schema jobs to ${appRole};
grant execute on function jobs.enqueue(text, json, text, timestamptz, text, integer) to ${appRole};
`;

/** Creates or updates the queue's schema. Safe to repeat. */
export async function prepareJobs(address: string): Promise<void> {
  const pool = openPool({ connectionString: address, max: 2, application_name: 'kommons set-up' });
  try {
    await runMigrations({ pgPool: pool, logger: silent });
    await pool.query(door);
  } finally {
    await pool.end();
  }
}

const silent = new Logger(() => () => undefined);
