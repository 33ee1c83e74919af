import { sql } from 'kysely';
import type { Tx } from '../db/index.ts';

/** The organisation of what happens in none, such as a sign-in. */
export const kommonsItself = 'kommons';

export type LogEntry = {
  /** Null for what belongs to Kommons itself. */
  readonly organisation: string | null;
  /** What it is about, `cases.case:<id>`: entries of one subject form one chain. */
  readonly subject: string;
  /** What happened, `decided`. */
  readonly kind: string;
  /** The id of the person or the name of the task that did it. */
  readonly actor: string;
  readonly at: Date;
  /** Ids, kinds, times and hashes; never what people wrote. */
  readonly data?: Readonly<Record<string, string | number | boolean | null | readonly string[]>>;
};

export type LoggedEntry = {
  readonly n: number;
  readonly kind: string;
  readonly actor: string;
  readonly at: Date;
  readonly data: unknown;
  readonly hash: string;
};

export type LogVerdict =
  | { readonly ok: true; readonly entries: number }
  | {
      readonly ok: false;
      readonly failure: { readonly kind: 'broken'; readonly subject: string; readonly n: number };
    };

/** Appends one entry and returns its number in the subject's chain. */
export async function appendLog(tx: Tx, entry: LogEntry): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select platform.append_log(${entry.organisation ?? kommonsItself}, ${entry.subject}, ${entry.kind},
      ${entry.actor}, ${entry.at}, ${JSON.stringify(entry.data ?? {})}::jsonb) as n`.execute(tx);
  return rows[0]?.n ?? 0;
}

/** The entries of a subject, oldest first. */
export async function findLog(
  tx: Tx,
  where: { readonly organisation: string | null; readonly subject: string },
): Promise<readonly LoggedEntry[]> {
  return tx
    .selectFrom('platform.log')
    .select(['n', 'kind', 'actor', 'at', 'data', 'hash'])
    .where('organisation_id', '=', where.organisation ?? kommonsItself)
    .where('subject', '=', where.subject)
    .orderBy('n')
    .execute();
}

/**
 * Computes every hash of an organisation's log again and compares. Finds an entry that was changed,
 * taken out or put in; entries cut from the end of a chain show only against a digest kept elsewhere
 * (`logDigest`).
 */
export async function verifyLog(tx: Tx, organisation: string | null): Promise<LogVerdict> {
  const { rows } = await sql<{ subject: string | null; n: number | null; entries: number }>`
    with chained as (
      select l.subject, l.n, l.hash = platform.log_hash(l) as sealed,
        l.n = row_number() over chain and l.previous = coalesce(lag(l.hash) over chain, '') as linked
      from platform.log l
      where l.organisation_id = ${organisation ?? kommonsItself}
      window chain as (partition by l.subject order by l.n)
    ), broken as (
      select subject, n from chained where not sealed or not linked order by subject, n limit 1
    )
    select broken.subject, broken.n, (select count(*) from chained) as entries
    from (select 1) as always left join broken on true`.execute(tx);
  const found = rows[0];
  if (found === undefined) throw new Error('the log gave no answer');
  if (found.subject === null || found.n === null) return { ok: true, entries: found.entries };
  return { ok: false, failure: { kind: 'broken', subject: found.subject, n: found.n } };
}

/**
 * One hash over the last entry of every chain of an organisation: kept outside the database, it
 * shows whether anything was cut off or written anew.
 */
export async function logDigest(tx: Tx, organisation: string | null): Promise<string> {
  const { rows } = await sql<{ digest: string }>`
    select encode(sha256(convert_to(coalesce(string_agg(subject || ' ' || n || ' ' || hash, E'\n' order by subject collate "C"), ''), 'UTF8')), 'hex') as digest
    from (select distinct on (subject) subject, n, hash from platform.log
          where organisation_id = ${organisation ?? kommonsItself} order by subject, n desc) as heads`.execute(
    tx,
  );
  return rows[0]?.digest ?? '';
}
