import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import type { Role } from '../../../platform/http/index.ts';

/** Roles that a person can be given; everybody is a citizen without. */
export type StaffRole = Exclude<Role, 'citizen'>;

export type NewMandate = {
  readonly organisation: string;
  readonly person: string;
  readonly role: StaffRole;
  /** Null for the whole organisation. */
  readonly unit: string | null;
  /** What colleagues read: "Handläggare, Härnösand". */
  readonly label: string;
  readonly from: Date;
  readonly until: Date | null;
};

/** Gives a person a role, within the organisation's own transaction. Giving it again renews it. */
export async function grantMandate(tx: Tx, mandate: NewMandate): Promise<void> {
  const { organisation, person, role, unit, label, from, until } = mandate;
  await sql`
    insert into identity.mandates (organisation_id, person_id, role, unit, label, valid_from, valid_until)
    values (${organisation}, ${person}, ${role}, ${unit ?? ''}, ${label}, ${from}, ${until})
    on conflict (organisation_id, person_id, role, unit) do update
      set label = excluded.label, valid_until = excluded.valid_until,
        valid_from = least(mandates.valid_from, excluded.valid_from)`.execute(tx);
}

type Held = {
  readonly organisation: string;
  readonly person: string;
  readonly role: Role;
  readonly unit: string | null;
};

export type MandateRow = Held & { readonly label: string; readonly from: Date; readonly until: Date | null };

/** Takes a role away from now on; the row stays as history. True when it was held. */
export async function revokeMandate(
  tx: Tx,
  { organisation, person, role, unit }: Held,
  at: Date,
): Promise<boolean> {
  const ended = await sql`
    update identity.mandates set valid_until = greatest(${at}, valid_from + interval '1 microsecond')
    where organisation_id = ${organisation} and person_id = ${person} and role = ${role} and unit = ${unit ?? ''}
      and (valid_until is null or valid_until > ${at})`.execute(tx);
  return ended.numAffectedRows === 1n;
}

/** Everybody with a role in the organisation now, by what colleagues read. */
export async function listMandates(tx: Tx, organisation: string, now: Date): Promise<readonly MandateRow[]> {
  const found = await sql<MandateRow>`
    select organisation_id as organisation, person_id as person, role, nullif(unit, '') as unit, label,
      valid_from as "from", valid_until as "until"
    from identity.mandates
    where organisation_id = ${organisation} and valid_from <= ${now} and (valid_until is null or valid_until > ${now})
    order by label collate "sv-x-icu", role, unit`.execute(tx);
  return found.rows;
}

/**
 * What colleagues read for people and programs that act for organisations: "Handläggare, Härnösand". Those without a
 * role there, now or before, are left out.
 */
export async function findLabels(
  tx: Tx,
  organisation: string,
  people: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (people.length === 0) return new Map();
  const found = await sql<{ person: string; label: string }>`
    select person_id as person, min(label) as label from identity.mandates
    where organisation_id = ${organisation} and person_id = any(${people}::uuid[])
    group by person_id
    union all
    select id, name from identity.programs
    where organisation_id = ${organisation} and id = any(${people}::uuid[])`.execute(tx);
  return new Map(found.rows.map(({ person, label }) => [person, label]));
}
