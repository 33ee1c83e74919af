import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../../platform/db/index.ts';
import type { Flow } from '../model/usage.ts';

export const frequencies = ['live', 'hourly', 'daily', 'weekly', 'by-hand'] as const;
/** More between the systems of one organisation are not drawn by anybody. */
const mostFlows = 5000;

/** Every flow between systems that are in the register. */
export async function listFlows(tx: Tx, organisation: string): Promise<readonly Flow[]> {
  const { rows } = await sql<Flow>`
    select f.id, f.from_usage as "from", f.to_usage as "to", f.interface_id as through, f.what, f.frequency
    from systems.flows f
      join systems.usages a on a.organisation_id = f.organisation_id and a.id = f.from_usage
      join systems.usages b on b.organisation_id = f.organisation_id and b.id = f.to_usage
    where f.organisation_id = ${organisation} and a.removed_at is null and b.removed_at is null
    order by f.id limit ${mostFlows}`.execute(tx);
  return rows;
}

export async function saveFlow(tx: Tx, organisation: string, flow: Flow): Promise<void> {
  const { id, from, to, through, what, frequency } = flow;
  await sql`
    insert into systems.flows (organisation_id, id, from_usage, to_usage, interface_id, what, frequency)
    values (${organisation}, ${id}, ${from}, ${to}, ${through}, ${what}, ${frequency})`.execute(tx);
}

/** True where it was there. */
export async function dropFlow(tx: Tx, organisation: string, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from systems.flows where organisation_id = ${organisation} and id::text = ${id}`.execute(tx);
  return numAffectedRows === 1n;
}

/** A flow as the history keeps it. */
export const StoredFlow = z.object({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  through: z.string().nullable(),
  what: z.string(),
  frequency: z.enum(frequencies),
});
