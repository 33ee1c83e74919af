import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import type { Usage } from '../model/usage.ts';
import { usageColumns, usageOf, type UsageRow } from './store.ts';

/** A reminder about one system: of a confirmation, or of a notice so many days ahead of its day. */
export type Reminder = {
  readonly usage: string;
  readonly kind: 'confirm' | 'notice';
  /** The day that it is about. */
  readonly due: string;
  readonly ahead: number;
};

/** Systems that may have something to be reminded of: not confirmed since a day, or with a contract that ends. */
export async function listToRemind(
  tx: Tx,
  organisation: string,
  unconfirmedSince: Date,
): Promise<readonly Usage[]> {
  const { rows } = await sql<UsageRow>`
    select ${usageColumns} from systems.usages u
    where u.organisation_id = ${organisation} and u.removed_at is null
      and coalesce(u.facts ->> 'status', '') <> 'ended'
      and (u.confirmed_at <= ${unconfirmedSince} or u.facts ? 'contractEnds')
    order by u.id`.execute(tx);
  return rows.map(usageOf);
}

/** Marks notices as told to the organisation's own systems; those that were not told before come back. */
export async function markTold(
  tx: Tx,
  organisation: string,
  notices: readonly Reminder[],
  at: Date,
): Promise<readonly string[]> {
  if (notices.length === 0) return [];
  // Before telling had a mark of its own, the letter's stood for both.
  const { rows } = await sql<{ usage: string }>`
    insert into systems.reminders (organisation_id, usage_id, kind, due, ahead, sent_at)
    select ${organisation}, r.usage, 'notice-told', r.due, r.ahead, ${at}
    from jsonb_to_recordset(${JSON.stringify(notices)}::jsonb) as r(usage uuid, due date, ahead integer)
    where not exists (
      select from systems.reminders s
      where s.organisation_id = ${organisation} and s.usage_id = r.usage and s.kind = 'notice' and s.due = r.due
        and s.ahead = r.ahead)
    on conflict do nothing
    returning usage_id as usage`.execute(tx);
  return rows.map(({ usage }) => usage);
}

/** Marks reminders as sent; those that were not sent before come back. */
export async function markSent(
  tx: Tx,
  organisation: string,
  reminders: readonly Reminder[],
  at: Date,
): Promise<readonly Reminder[]> {
  if (reminders.length === 0) return [];
  const { rows } = await sql<Reminder>`
    insert into systems.reminders (organisation_id, usage_id, kind, due, ahead, sent_at)
    select ${organisation}, r.usage, r.kind, r.due, r.ahead, ${at}
    from jsonb_to_recordset(${JSON.stringify(reminders)}::jsonb) as r(usage uuid, kind text, due date, ahead integer)
    on conflict do nothing
    returning usage_id as usage, kind, due::text as due, ahead`.execute(tx);
  return rows;
}
