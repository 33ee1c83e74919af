import { Logger, runMigrations } from 'graphile-worker';
import { escapeIdentifier } from 'pg';
import { openPool } from './connect.ts';
import { appRole } from './roles.ts';

/** A function that works with its maker's rights (`security definer`), and who may call it. */
export type Definer = {
  /** As the server prints it (`regprocedure`). */
  readonly signature: string;
  readonly caller: 'application' | 'owner';
  readonly reason: string;
};

/**
 * The doors to the queue, which shuts everybody else out by row security on its tables: the only functions that
 * work with their maker's rights. The check of the catalogue refuses any other.
 */
export const definers = [
  {
    signature: 'jobs.enqueue(text,json,text,timestamp with time zone,text,integer)',
    caller: 'application',
    reason: 'a job is enqueued in the transaction that it belongs to',
  },
  { signature: 'jobs.waiting()', caller: 'owner', reason: 'a backup holds the jobs that wait' },
  { signature: 'jobs.remove(text)', caller: 'owner', reason: 'a restore puts its own jobs in their place' },
] as const satisfies readonly Definer[];

const doors = `
create schema if not exists jobs;

create or replace function jobs.enqueue(task text, payload json, job_key text, run_at timestamptz, queue text, max_attempts integer)
returns void language sql security definer set search_path = pg_catalog, pg_temp
as $$ select graphile_worker.add_job(task, payload, queue, run_at, max_attempts, job_key) $$;

create or replace function jobs.waiting()
returns table (task text, payload json, job_key text, run_at timestamptz, queue text, max_attempts integer)
language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select t.identifier, j.payload, j.key, j.run_at, q.queue_name, j.max_attempts::integer
  from graphile_worker._private_jobs j
  join graphile_worker._private_tasks t on t.id = j.task_id
  left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
  order by j.id
$$;

-- Jobs whose payload names the organisation; all jobs for null.
create or replace function jobs.remove(organisation text)
returns void language sql security definer set search_path = pg_catalog, pg_temp
as $$
  delete from graphile_worker._private_jobs
  where organisation is null or payload ->> 'organisation' = organisation
$$;`;

const signatures = (of: readonly Definer[]): string => of.map(({ signature }) => signature).join(', ');

/** Creates or updates the queue's schema with the rights of its role. Safe to repeat. */
export async function prepareJobs(address: string, owner: string): Promise<void> {
  const pool = openPool({ connectionString: address, max: 2, application_name: 'kommons set-up' });
  const all = signatures(definers);
  const enqueue = signatures(definers.filter(({ caller }) => caller === 'application'));
  try {
    await runMigrations({ pgPool: pool, logger: silent });
    await pool.query(`${doors}
      revoke all on function ${all} from public;
      grant usage on schema jobs to ${appRole}, ${escapeIdentifier(owner)};
      grant execute on function ${enqueue} to ${appRole};
      grant execute on function ${all} to ${escapeIdentifier(owner)};`);
  } finally {
    await pool.end();
  }
}

const silent = new Logger(() => () => undefined);
