import { sql } from 'kysely';
import type { Tx } from '../../../../platform/db/index.ts';

/** Questions a page. */
export const perPage = 25;

export type Question = {
  readonly id: string;
  /** Who asks, and who is asked. */
  readonly organisation: string;
  readonly to: string;
  readonly usage: string;
  /** As it was registered. */
  readonly product: string;
  readonly text: string;
  readonly author: string;
  /** The language that the author wrote in. */
  readonly language: 'sv' | 'en';
  readonly at: Date;
  readonly answer: { readonly text: string; readonly by: string; readonly at: Date } | null;
};

type Row = Omit<Question, 'answer'> & {
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly answeredAt: Date | null;
};

const columns =
  sql.raw(`q.id, q.organisation_id as organisation, q.to_organisation_id as to, q.usage_id as usage,
  q.product_id as product, q.text, q.author_name as author, q.language, q.at, q.answer, q.answered_by as "answeredBy",
  q.answered_at as "answeredAt"`);

const questionOf = ({ answer, answeredBy, answeredAt, ...row }: Row): Question => ({
  ...row,
  answer:
    answer === null || answeredAt === null ? null : { text: answer, by: answeredBy ?? '', at: answeredAt },
});

export type NewQuestion = Omit<Question, 'answer'> & { readonly person: string };

/** How many questions the organisation has asked since a moment. */
export async function saveQuestion(tx: Tx, question: NewQuestion): Promise<void> {
  const { organisation, id, to, usage, product, text, person, author, language, at } = question;
  await sql`
    insert into systems.questions (organisation_id, id, to_organisation_id, usage_id, product_id, text, author_id,
      author_name, language, at)
    values (${organisation}, ${id}, ${to}, ${usage}, ${product}, ${text}, ${person}, ${author}, ${language}, ${at})`.execute(
    tx,
  );
}

/** Questions that the organisation has asked or is asked: those that it has to answer first, then newest first. */
export async function listQuestions(
  tx: Tx,
  organisation: string,
  page: number,
): Promise<{ readonly questions: readonly Question[]; readonly total: number }> {
  const { rows } = await sql<Row & { total: number }>`
    select ${columns}, count(*) over ()::int as total from systems.questions q
    where q.organisation_id = ${organisation} or q.to_organisation_id = ${organisation}
    order by (q.answer is null and q.to_organisation_id = ${organisation}) desc, q.at desc, q.id
    limit ${perPage} offset ${(page - 1) * perPage}`.execute(tx);
  return { questions: rows.map(questionOf), total: rows[0]?.total ?? 0 };
}

/** A question that the organisation has asked or is asked. */
export async function findQuestion(tx: Tx, organisation: string, id: string): Promise<Question | null> {
  const { rows } = await sql<Row>`
    select ${columns} from systems.questions q
    where (q.organisation_id = ${organisation} or q.to_organisation_id = ${organisation}) and q.id::text = ${id}`.execute(
    tx,
  );
  return rows[0] === undefined ? null : questionOf(rows[0]);
}

/** Answers a question that the organisation is asked; whether nobody had answered it. */
export async function saveAnswer(
  tx: Tx,
  { organisation, id }: { readonly organisation: string; readonly id: string },
  answer: { readonly text: string; readonly by: string; readonly at: Date },
): Promise<boolean> {
  const { rows } = await sql`
    update systems.questions q set answer = ${answer.text}, answered_by = ${answer.by}, answered_at = ${answer.at}
    where q.to_organisation_id = ${organisation} and q.id::text = ${id} and q.answer is null returning 1`.execute(
    tx,
  );
  return rows.length > 0;
}
