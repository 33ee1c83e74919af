import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import type { Actor } from '../../../platform/http/index.ts';
import { appendLog } from '../../../platform/log/index.ts';
import { hashSecret } from '../keys.ts';
import { actFor } from '../people/store.ts';
import { mostPrograms, type Asked, type ProgramRole } from './program.ts';

export type Program = Asked & {
  readonly id: string;
  readonly addedAt: Date;
  /** To the hour; null where it has not asked for anything yet. */
  readonly usedAt: Date | null;
};

export type NewProgram = Asked & {
  readonly organisation: string;
  readonly id: string;
  /** Only its hash is kept. */
  readonly key: string;
  readonly by: string;
  readonly at: Date;
};

/** Those that may still ask, by name, whether or not their time is out. */
export async function listPrograms(tx: Tx, organisation: string): Promise<readonly Program[]> {
  const found = await sql<Program>`
    select id, name, role, may_write as "mayWrite", added_at as "addedAt", expires_at as "expiresAt",
      used_at as "usedAt"
    from identity.programs where organisation_id = ${organisation} and ended_at is null
    order by name collate "sv-x-icu", id`.execute(tx);
  return found.rows;
}

/** Lets a program in, within the organisation's own transaction; says why where it does not. */
export async function addProgram(tx: Tx, program: NewProgram): Promise<'added' | 'taken-name' | 'too-many'> {
  const { organisation, id, name, role, mayWrite, expiresAt, key, by, at } = program;
  const there = await listPrograms(tx, organisation);
  if (there.length >= mostPrograms) return 'too-many';
  const added = await sql`
    insert into identity.programs
      (organisation_id, id, name, role, may_write, added_at, added_by, expires_at)
    values (${organisation}, ${id}, ${name}, ${role}, ${mayWrite}, ${at}, ${by}, ${expiresAt})
    on conflict do nothing`.execute(tx);
  if (added.numAffectedRows !== 1n) return 'taken-name';
  await sql`insert into identity.program_keys (hash, program_id) values (${hashSecret(key)}, ${id})`.execute(
    tx,
  );
  await log(tx, { organisation, id, kind: 'program-added', by, at, data: { role, mayWrite } });
  return 'added';
}

/** Ends a program's right to ask, from now on; the row stays as history. The name of what was ended, or null. */
export async function endProgram(
  tx: Tx,
  wanted: { readonly organisation: string; readonly id: string; readonly by: string; readonly at: Date },
): Promise<string | null> {
  const { organisation, id, by, at } = wanted;
  const ended = await sql<{ name: string }>`
    update identity.programs set ended_at = ${at}
    where organisation_id = ${organisation} and id = ${id} and ended_at is null returning name`.execute(tx);
  const [row] = ended.rows;
  if (row === undefined) return null;
  await log(tx, { organisation, id, kind: 'program-ended', by, at, data: {} });
  return row.name;
}

type Entry = {
  readonly organisation: string;
  readonly id: string;
  readonly kind: 'program-added' | 'program-ended';
  readonly by: string;
  readonly at: Date;
  readonly data: Readonly<Record<string, string | boolean>>;
};

async function log(tx: Tx, { organisation, id, kind, by, at, data }: Entry): Promise<void> {
  await appendLog(tx, { organisation, subject: `identity.program:${id}`, kind, actor: by, at, data });
}

type Found = {
  readonly organisation: string;
  readonly id: string;
  readonly name: string;
  readonly role: ProgramRole;
  readonly mayWrite: boolean;
  readonly usedAt: Date | null;
};

const hour = 60 * 60_000;

/**
 * The program whose key is shown, which the transaction acts for afterwards; null for a key that is unknown, has ended
 * or is too old. It is noted once an hour that it asks.
 */
export async function actorOfKey(tx: Tx, key: string, now: Date): Promise<Actor | null> {
  const shown = await sql<{ id: string }>`
    select program_id as id from identity.program_keys where hash = ${hashSecret(key)}`.execute(tx);
  const [holder] = shown.rows;
  if (holder === undefined) return null;
  await actFor(tx, holder.id);
  const found = await sql<Found>`
    select organisation_id as organisation, id, name, role, may_write as "mayWrite", used_at as "usedAt"
    from identity.programs where id = ${holder.id} and ended_at is null and expires_at > ${now}`.execute(tx);
  const [program] = found.rows;
  if (program === undefined) return null;
  if (isOld(program, now))
    await sql`update identity.programs set used_at = greatest(used_at, ${now}) where id = ${holder.id}`.execute(
      tx,
    );
  const { organisation, id, name, role, mayWrite } = program;
  return {
    kind: 'person',
    person: id,
    name,
    mandates: [{ organisation, unit: null, role }],
    workingFor: organisation,
    via: mayWrite ? 'writing-program' : 'reading-program',
  };
}

const isOld = ({ usedAt }: Found, now: Date): boolean =>
  usedAt === null || now.getTime() - usedAt.getTime() > hour;
