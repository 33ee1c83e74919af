import { sql } from 'kysely';
import type { Tx } from '../../../../platform/db/index.ts';
import { answers, CallContent, type Answer, type Call, type Given, type Invitation } from './call.ts';

/** Calls a page. */
export const perPage = 25;

type Row = {
  readonly id: string;
  readonly organisation: string;
  readonly content: unknown;
  readonly at: Date;
  readonly endedAt: Date | null;
};

const callOf = ({ content, ...row }: Row): Call => ({ ...row, content: CallContent.parse(content) });

const content =
  sql.raw(`jsonb_build_object('title', c.title, 'text', c.text, 'product', c.product_id, 'component',
  c.component, 'area', c.area, 'from', c.window_from, 'to', c.window_to, 'answerBy', c.answer_by, 'invited', c.invited,
  'author', c.author_name, 'language', c.language)`);

export type NewCall = {
  readonly id: string;
  readonly organisation: string;
  readonly content: CallContent;
  readonly author: string;
  readonly at: Date;
};

/** How many calls the organisation has sent since a moment. */
/** Writes a call with an invitation for each. A repeat writes nothing. */
export async function saveCall(
  tx: Tx,
  { id, organisation, content: call, author, at }: NewCall,
): Promise<void> {
  await sql`
    insert into systems.calls (organisation_id, id, title, text, product_id, component, area, window_from, window_to,
      answer_by, invited, author_id, author_name, language, at)
    values (${organisation}, ${id}, ${call.title}, ${call.text}, ${call.product}, ${call.component}, ${call.area},
      ${call.from}, ${call.to}, ${call.answerBy}, ${call.invited}, ${author}, ${call.author},
      ${call.language}, ${at})
    on conflict do nothing`.execute(tx);
  await sql`
    insert into systems.call_invitations (organisation_id, call_id, to_organisation_id, call, at)
    select ${organisation}, ${id}, r.receiver, ${JSON.stringify(call)}::jsonb, ${at}
    from unnest(${call.invited}::text[]) as r(receiver) on conflict do nothing`.execute(tx);
}

type Listed = { readonly calls: readonly Call[]; readonly total: number };

/** Calls that the organisation has begun, newest first. */
export async function listBegun(tx: Tx, organisation: string, page: number): Promise<Listed> {
  const { rows } = await sql<Row & { total: number }>`
    select c.id, c.organisation_id as organisation, ${content} as content, c.at, c.ended_at as "endedAt",
      count(*) over ()::int as total
    from systems.calls c where c.organisation_id = ${organisation}
    order by c.at desc, c.id limit ${perPage} offset ${(page - 1) * perPage}`.execute(tx);
  return { calls: rows.map(callOf), total: rows[0]?.total ?? 0 };
}

/** A call that another has sent, with what one has answered oneself. */
export type Received = Call & { readonly given: Given | null };

type ReceivedRow = Row & GivenRow;
type GivenRow = {
  readonly answer: string | null;
  readonly volume: string | null;
  readonly words: string | null;
  readonly answeredBy: string | null;
  readonly answeredAt: Date | null;
};

function givenOf({ answer, volume, words, answeredBy, answeredAt }: GivenRow): Given | null {
  const known = answers.find((one) => one === answer);
  if (known === undefined || answeredAt === null) return null;
  return { answer: known, volume: volume ?? '', words: words ?? '', by: answeredBy ?? '', at: answeredAt };
}

const receivedColumns = sql.raw(`i.call_id as id, i.organisation_id as organisation, i.call as content, i.at,
  i.ended_at as "endedAt", i.answer, i.volume, i.words, i.answered_by as "answeredBy", i.answered_at as "answeredAt"`);

/** Calls that others have sent to the organisation: those to answer first, then newest first. */
export async function listReceived(
  tx: Tx,
  organisation: string,
  page: number,
): Promise<{ readonly calls: readonly Received[]; readonly total: number }> {
  const { rows } = await sql<ReceivedRow & { total: number }>`
    select ${receivedColumns}, count(*) over ()::int as total
    from systems.call_invitations i where i.to_organisation_id = ${organisation}
    order by (i.answer is null and i.ended_at is null) desc, i.at desc, i.call_id
    limit ${perPage} offset ${(page - 1) * perPage}`.execute(tx);
  return { calls: rows.map((row) => ({ ...callOf(row), given: givenOf(row) })), total: rows[0]?.total ?? 0 };
}

/** A call that one leads, with what everybody has answered. */
export type Led = { readonly call: Call; readonly invitations: readonly Invitation[] };

export async function findLed(tx: Tx, organisation: string, id: string): Promise<Led | null> {
  const { rows } = await sql<Row>`
    select c.id, c.organisation_id as organisation, ${content} as content, c.at, c.ended_at as "endedAt"
    from systems.calls c where c.organisation_id = ${organisation} and c.id::text = ${id}`.execute(tx);
  const [row] = rows;
  if (row === undefined) return null;
  const invited = await sql<GivenRow & { to: string }>`
    select i.to_organisation_id as to, i.answer, i.volume, i.words, i.answered_by as "answeredBy",
      i.answered_at as "answeredAt"
    from systems.call_invitations i where i.organisation_id = ${organisation} and i.call_id::text = ${id}
    order by i.to_organisation_id`.execute(tx);
  return { call: callOf(row), invitations: invited.rows.map((one) => ({ to: one.to, given: givenOf(one) })) };
}

/** A call that the organisation is invited to. */
export async function findReceived(tx: Tx, organisation: string, id: string): Promise<Received | null> {
  const { rows } = await sql<ReceivedRow>`
    select ${receivedColumns} from systems.call_invitations i
    where i.to_organisation_id = ${organisation} and i.call_id::text = ${id}`.execute(tx);
  const [row] = rows;
  return row === undefined ? null : { ...callOf(row), given: givenOf(row) };
}

export type NewAnswer = {
  readonly answer: Answer;
  readonly volume: string;
  readonly words: string;
  readonly by: string;
  readonly at: Date;
};

/** Writes an answer, or another instead; whether the call was still there to answer. */
export async function saveAnswer(
  tx: Tx,
  { organisation, id }: { readonly organisation: string; readonly id: string },
  given: NewAnswer,
): Promise<boolean> {
  const { rows } = await sql`
    update systems.call_invitations i
    set answer = ${given.answer}, volume = ${given.volume}, words = ${given.words}, answered_by = ${given.by},
      answered_at = ${given.at}
    where i.to_organisation_id = ${organisation} and i.call_id::text = ${id} and i.ended_at is null
    returning 1`.execute(tx);
  return rows.length > 0;
}

/** Ends a call for all; whether it was not ended already. */
export async function saveEnded(
  tx: Tx,
  { organisation, id, at }: { readonly organisation: string; readonly id: string; readonly at: Date },
): Promise<boolean> {
  const { rows } = await sql`
    update systems.calls c set ended_at = ${at}
    where c.organisation_id = ${organisation} and c.id::text = ${id} and c.ended_at is null returning 1`.execute(
    tx,
  );
  if (rows.length === 0) return false;
  await sql`
    update systems.call_invitations i set ended_at = ${at}
    where i.organisation_id = ${organisation} and i.call_id::text = ${id}`.execute(tx);
  return true;
}
