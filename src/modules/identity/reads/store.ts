import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';

/** One line of the access log: who read or did what about whom, and why. Ids and codes only. */
export type Read = {
  readonly id: string;
  readonly organisation: string;
  /** The person who reads. */
  readonly who: string;
  /** The person read about; null where the case has none. */
  readonly whose: string | null;
  readonly caseId: string | null;
  readonly unit: string | null;
  /** What was done, as a short code: `read-case`, `open-file`. */
  readonly act: string;
  /** On what ground, as a short code: `own-case`, `assigned`, `unit`. */
  readonly why: string;
  readonly at: Date;
};

/** Written in the transaction that reads: no log, no read. Needs the organisation as the tenant. */
export async function logRead(tx: Tx, read: Read): Promise<void> {
  const { organisation, id, at, who, whose, caseId, unit, act, why } = read;
  await sql`
    insert into identity.reads (organisation_id, id, at, who, label, whose, case_id, unit, act, why)
    select ${organisation}, ${id}, ${at}, ${who}, min(m.label), ${whose}, ${caseId}, ${unit}, ${act}, ${why}
    from identity.mandates m where m.organisation_id = ${organisation} and m.person_id = ${who}`.execute(tx);
}

export type ReadRow = {
  readonly id: string;
  readonly organisation: string;
  readonly at: Date;
  /** The role that the reader had, as colleagues read it; null for somebody without one. */
  readonly reader: string | null;
  readonly act: string;
};

/** Who else has read about the person whom the transaction acts for: the latest 25. */
export async function listReadsAbout(tx: Tx, person: string): Promise<readonly ReadRow[]> {
  const found = await sql<ReadRow>`
    select r.id, r.organisation_id as organisation, r.at, r.act, r.label as reader
    from identity.reads r
    where r.whose = ${person} and r.who <> ${person}
    order by r.at desc, r.id desc limit 25`.execute(tx);
  return found.rows;
}

/** Who has read a case, the latest first, for the organisation's own control. */
export async function listReadsOfCase(
  tx: Tx,
  organisation: string,
  caseId: string,
): Promise<readonly ReadRow[]> {
  const found = await sql<ReadRow>`
    select r.id, r.organisation_id as organisation, r.at, r.act, r.label as reader
    from identity.reads r
    where r.organisation_id = ${organisation} and r.case_id = ${caseId}
    order by r.at desc, r.id desc`.execute(tx);
  return found.rows;
}
