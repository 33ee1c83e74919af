import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import type { Mandate, Role } from '../../../platform/http/index.ts';
import { hashSubject, openPersonalNumber, sealPersonalNumber, type Keys, type Subject } from '../keys.ts';

export type Person = {
  readonly id: string;
  readonly name: string;
  readonly disabled: boolean;
  readonly mandates: readonly Mandate[];
};

/** Lets the transaction see and change this person's own rows from here on; nobody's for null. */
export async function actFor(tx: Tx, person: string | null): Promise<void> {
  await sql`select set_config('kommons.person', ${person ?? ''}, true)`.execute(tx);
}

type PersonRow = {
  readonly id: string;
  readonly name: string;
  readonly disabled: boolean;
  readonly mandates: readonly {
    readonly organisation: string;
    readonly unit: string;
    readonly role: Role;
    readonly supplies: boolean;
  }[];
};

function personQuery(id: RawBuilder<unknown>, now: Date): RawBuilder<PersonRow> {
  return sql<PersonRow>`
    select p.id, p.name, p.disabled_at is not null as disabled,
      coalesce((
        select json_agg(json_build_object('organisation', m.organisation_id, 'unit', m.unit, 'role', m.role,
            'supplies', o.kind = 'supplier')
          order by m.organisation_id, m.role, m.unit)
        from identity.mandates m join organisations.organisations o on o.id = m.organisation_id
        where m.person_id = p.id and m.valid_from <= ${now} and (m.valid_until is null or m.valid_until > ${now})
      ), '[]'::json) as mandates
    from identity.people p where p.id = ${id}`;
}

function toPerson({ id, name, disabled, mandates }: PersonRow): Person {
  return {
    id,
    name,
    disabled,
    mandates: mandates.map(({ organisation, unit, role, supplies }) => ({
      organisation,
      role,
      unit: unit === '' ? null : unit,
      ...(supplies ? { supplies } : {}),
    })),
  };
}

/** The person whom the transaction acts for, with the mandates that are valid now, in one query. */
export async function findPerson(tx: Tx, id: string, now: Date): Promise<Person | null> {
  const found = await personQuery(sql`${id}`, now).execute(tx);
  const [row] = found.rows;
  return row === undefined ? null : toPerson(row);
}

/**
 * As `actFor` and then `findPerson`, in one statement: `acting` gives one row, whose `person` the transaction
 * acts for. The lateral query runs for that row, after it; were it ever run before, row security shows nobody.
 */
export async function findActing<T extends { readonly person: string }>(
  tx: Tx,
  acting: RawBuilder<T>,
  now: Date,
): Promise<{ readonly acting: T; readonly person: Person | null } | null> {
  const found = await sql<T & (Omit<PersonRow, 'id'> | { readonly name: null })>`
    with acting as materialized (${acting})
    select acting.*, found.name, found.disabled, found.mandates from acting
    left join lateral (${personQuery(sql`acting.person`, now)} offset 0) found on true`.execute(tx);
  const [row] = found.rows;
  if (row === undefined) return null;
  return { acting: row, person: row.name === null ? null : toPerson({ ...row, id: row.person }) };
}

/** As `actFor` and then `findPerson`, for a person who is known to the caller. */
export async function enterPerson(tx: Tx, id: string, now: Date): Promise<Person | null> {
  const acting = sql<{ person: string }>`select set_config('kommons.person', ${id}, true)::uuid as person`;
  return (await findActing(tx, acting, now))?.person ?? null;
}

export type NewPerson = {
  readonly id: string;
  readonly name: string;
  readonly personalNumber: string | null;
  /** A new random secret, for the encryption. */
  readonly fresh: string;
  readonly at: Date;
};

/** Writes a person whom the transaction acts for. Harmless to repeat; a new name replaces the old. */
export async function savePerson(tx: Tx, keys: Keys, person: NewPerson): Promise<void> {
  const { id, name, personalNumber, fresh, at } = person;
  const sealed =
    personalNumber === null ? null : sealPersonalNumber(keys, id, { number: personalNumber, fresh });
  await sql`
    insert into identity.people (id, name, personal_number, created_at) values (${id}, ${name}, ${sealed}, ${at})
    on conflict (id) do update
      set name = excluded.name, personal_number = coalesce(excluded.personal_number, people.personal_number)`.execute(
    tx,
  );
}

/** The personal number of the person whom the transaction acts for; null where none is known. */
export async function findPersonalNumber(tx: Tx, keys: Keys, person: string): Promise<string | null> {
  const found = await sql<{ sealed: Buffer | null }>`
    select personal_number as sealed from identity.people where id = ${person}`.execute(tx);
  const sealed = found.rows[0]?.sealed ?? null;
  return sealed === null ? null : openPersonalNumber(keys, person, sealed);
}

/** Who is recognised by any of these; the first that is known wins. */
export async function findSubject(tx: Tx, keys: Keys, subjects: readonly Subject[]): Promise<string | null> {
  for (const subject of subjects) {
    const found = await sql<{ person: string }>`
      select person_id as person from identity.subjects where hash = ${hashSubject(keys, subject)}`.execute(
      tx,
    );
    const [row] = found.rows;
    if (row !== undefined) return row.person;
  }
  return null;
}

/**
 * Makes a person known by a subject. Returns who is: where two first sign-ins race, the one that came
 * first.
 */
export async function claimSubject(tx: Tx, keys: Keys, subject: Subject, person: string): Promise<string> {
  const hash = hashSubject(keys, subject);
  await sql`
    insert into identity.subjects (hash, person_id) values (${hash}, ${person}) on conflict do nothing`.execute(
    tx,
  );
  return (await findSubject(tx, keys, [subject])) ?? person;
}
