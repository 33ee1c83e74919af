import { sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';
import type { Organisation } from './model.ts';
import { columns } from './store.ts';

/** What an organisation decides of its own public site. */
export type Profile = {
  /** The brand colour that the theme is made from, `#rrggbb`. */
  readonly colour: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  /** Made up for the demo world; pages say so. */
  readonly example: boolean;
};

const none: Profile = { colour: null, phone: null, email: null, example: false };

/** Row security shows the profile of the transaction's own organisation only. */
export async function findProfile(tx: Tx, organisation: string): Promise<Profile> {
  const found = await sql<Profile>`
    select colour, phone, email, example from organisations.profiles
    where organisation_id = ${organisation}`.execute(tx);
  return found.rows[0] ?? none;
}

/** An organisation with its profile, in one query: what the frame of a public page needs. */
export async function findPlace(
  tx: Tx,
  organisation: string,
): Promise<{ readonly organisation: Organisation; readonly profile: Profile } | null> {
  const found = await sql<Organisation & Profile>`
    select ${columns}, p.colour, p.phone, p.email, coalesce(p.example, false) as example
    from organisations.organisations o
    left join organisations.profiles p on p.organisation_id = o.id
    where o.id = ${organisation}`.execute(tx);
  const [row] = found.rows;
  if (row === undefined) return null;
  const { colour, phone, email, example, ...rest } = row;
  return { organisation: rest, profile: { colour, phone, email, example } };
}

/** Within the organisation's own transaction. */
export async function saveProfile(
  tx: Tx,
  organisation: string,
  { at, ...profile }: Profile & { readonly at: Date },
): Promise<void> {
  await sql`
    insert into organisations.profiles (organisation_id, colour, phone, email, example, changed_at)
    values (${organisation}, ${profile.colour}, ${profile.phone}, ${profile.email}, ${profile.example}, ${at})
    on conflict (organisation_id) do update
      set colour = excluded.colour, phone = excluded.phone, email = excluded.email,
        example = excluded.example, changed_at = excluded.changed_at`.execute(tx);
}

export type Unit = { readonly id: string; readonly name: string };

/** The units of the transaction's organisation, in Swedish order. */
export async function listUnits(tx: Tx, organisation: string): Promise<readonly Unit[]> {
  const found = await sql<Unit>`
    select id, name from organisations.units
    where organisation_id = ${organisation} order by name collate "sv-x-icu"`.execute(tx);
  return found.rows;
}

/** Within the organisation's own transaction. The id is the name's slug and stays when the name changes. */
export async function saveUnit(tx: Tx, organisation: string, unit: Unit): Promise<void> {
  await sql`
    insert into organisations.units (organisation_id, id, name) values (${organisation}, ${unit.id}, ${unit.name})
    on conflict (organisation_id, id) do update set name = excluded.name`.execute(tx);
}
