import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';

/** What a supplier can answer of a product and a standard. */
export const standardAnswers = ['meets', 'partly', 'no', 'not-relevant'] as const;
export type StandardAnswer = (typeof standardAnswers)[number];

export type Answered = {
  readonly standard: string;
  readonly answer: StandardAnswer;
  /** The version that it holds from; empty where none is said. */
  readonly since: string;
  /** The address of what shows it; empty where there is none. */
  readonly evidence: string;
  readonly at: Date;
  /** Who at the supplier answered, as colleagues there read it. */
  readonly by: string;
};

/** What is said of one standard. */
export type Answer = Omit<Answered, 'at' | 'by'>;

/** What suppliers that look after the product answer; newest first where two of them do. */
export async function listAnswers(
  tx: Tx,
  products: readonly string[],
): Promise<ReadonlyMap<string, readonly Answered[]>> {
  const { rows } = await sql<Answered & { product: string }>`
    select distinct on (product, a.standard) head.stands_for as product, a.standard, a.answer, a.since_version as since,
      a.evidence, a.answered_at as at, a.answered_by as by
    from systems.products head
    join systems.products p on p.stands_for = head.stands_for
    join systems.standard_answers a on a.product_id = p.id
    join systems.products top on top.id = head.stands_for
    join systems.suppliers one on one.id = top.supplier_id
    join systems.suppliers s on s.stands_for = one.stands_for
    join systems.supplier_records r on r.supplier_id = s.id and r.organisation_id = a.organisation_id
    where head.id = any(${products}::text[])
    order by product, a.standard, a.answered_at desc`.execute(tx);
  return Map.groupBy(rows, ({ product }) => product);
}

/** One at a time at an organisation answers, until its transaction ends; what is read after it is what there is. */
export async function lockAnswers(tx: Tx, organisation: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`systems.standard_answers ${organisation}`}, 0))`.execute(
    tx,
  );
}

/** Takes answers of a product, each a line of its own, and takes others back. Standards that are not named stay. */
export async function saveAnswers(
  tx: Tx,
  organisation: string,
  saved: {
    readonly product: string;
    readonly answers: readonly Answer[];
    /** Standards that no longer have an answer. */
    readonly takenBack: readonly string[];
    readonly at: Date;
    readonly by: string;
  },
): Promise<void> {
  const { product, answers, takenBack, at, by } = saved;
  const given = answers.map(({ standard }) => standard);
  await sql`
    delete from systems.standard_answers a using systems.products p, systems.products one
    where one.id = ${product} and p.stands_for = one.stands_for and a.product_id = p.id
      and a.organisation_id = ${organisation} and (a.standard = any(${takenBack}::text[])
        or (p.id <> ${product} and a.standard = any(${given}::text[])))`.execute(tx);
  if (answers.length === 0) return;
  await sql`
    insert into systems.standard_answers as a (organisation_id, product_id, standard, answer, since_version, evidence,
      answered_at, answered_by)
    select ${organisation}, ${product}, r.standard, r.answer, r.since, r.evidence, ${at}, ${by}
    from jsonb_to_recordset(${JSON.stringify(answers)}::jsonb)
      as r(standard text, answer text, since text, evidence text)
    order by r.standard
    on conflict (organisation_id, product_id, standard) do update set answer = excluded.answer,
      since_version = excluded.since_version, evidence = excluded.evidence, answered_at = excluded.answered_at,
      answered_by = excluded.answered_by
    where (a.answer, a.since_version, a.evidence)
      is distinct from (excluded.answer, excluded.since_version, excluded.evidence)`.execute(tx);
}
