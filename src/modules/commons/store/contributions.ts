import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import type { Definition, Localised } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Acting } from '../acting.ts';
import { isId } from '../model/input.ts';
import type { Contribution, ContributionMessage } from '../model/contribution.ts';
import { toAuthor, type AuthorColumns } from './rows.ts';

const Stamp = z.object({ person: z.string().nullable(), name: z.string() });
const Item = z.object({
  id: z.string(),
  path: z.string(),
  sentence: z.string(),
  part: z.object({ path: z.string(), title: z.string() }),
  builtOn: z.array(z.string()).default([]),
  verdict: z.object({ accepted: z.boolean(), reason: z.string().nullable() }).nullable(),
});
const Given = z.object({
  by: Stamp,
  at: z.coerce.date(),
  reason: z.string(),
  versionId: z.string().nullable(),
});

type Row = AuthorColumns & {
  readonly organisation_id: string;
  readonly id: string;
  readonly to_organisation_id: string;
  readonly work_id: string;
  readonly base_number: number;
  readonly base_version_id: string;
  readonly from_version_id: string;
  readonly definition: unknown;
  readonly items: unknown;
  readonly message: string;
  readonly at: Date;
  readonly state: 'open' | 'accepted' | 'declined' | 'withdrawn';
  readonly answer: unknown;
};

function toContribution(row: Row, discussion: readonly ContributionMessage[]): Contribution {
  return {
    id: row.id,
    work: row.work_id,
    from: row.organisation_id,
    to: row.to_organisation_id,
    fromVersionId: row.from_version_id,
    base: { number: row.base_number, versionId: row.base_version_id },
    message: row.message,
    author: toAuthor(row),
    at: row.at,
    state: row.state,
    items: z.array(Item).parse(row.items),
    answer: row.answer === null ? null : Given.parse(row.answer),
    discussion,
  };
}

export type NewContribution = Contribution & {
  readonly workTitle: Localised;
  readonly definition: Definition;
};

export async function insertContribution(tx: Tx, one: NewContribution): Promise<void> {
  await sql`
    insert into commons.contributions (organisation_id, id, to_organisation_id, work_id, work_title, base_number,
      base_version_id, from_version_id, definition, items, message, author_id, author_name, at, state)
    values (${one.from}, ${one.id}, ${one.to}, ${one.work}, ${JSON.stringify(one.workTitle)}, ${one.base.number},
      ${one.base.versionId}, ${one.fromVersionId}, ${JSON.stringify(one.definition)}, ${JSON.stringify(one.items)},
      ${one.message}, ${one.author.person}, ${one.author.name}, ${one.at}, 'open')`.execute(tx);
}

const columns = sql`organisation_id, id, to_organisation_id, work_id, base_number, base_version_id, from_version_id,
  definition, items, message, author_id, author_name, at, state, answer`;

/** Contributions that the organisation has sent or received, newest first. */
export async function listContributionRows(a: Acting, work: string | null): Promise<readonly Contribution[]> {
  const { rows } = await sql<Row>`
    select ${columns} from commons.contributions
    where (organisation_id = ${a.organisation} or to_organisation_id = ${a.organisation})
      and (${work}::text is null or work_id = ${work})
    order by at desc limit 200`.execute(a.tx);
  return rows.map((row) => toContribution(row, []));
}

/** How many contributions wait for the organisation's answer, by work; works without any are left out. */
export async function countWaiting(a: Acting): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ work_id: string; count: number }>`
    select work_id, count(*)::int as count from commons.contributions
    where to_organisation_id = ${a.organisation} and state = 'open' group by work_id`.execute(a.tx);
  return new Map(rows.map((row) => [row.work_id, row.count]));
}

export type StoredContribution = { readonly contribution: Contribution; readonly definition: unknown };

/** One contribution that the organisation has sent or received, with what was said about it. */
export async function findContributionRow(
  a: Acting,
  id: string,
  lock: 'lock' | 'read' = 'read',
): Promise<StoredContribution | null> {
  if (!isId(id)) return null;
  const suffix: RawBuilder<unknown> = lock === 'lock' ? sql`for update` : sql``;
  const { rows } = await sql<Row>`
    select ${columns} from commons.contributions
    where id = ${id} and (organisation_id = ${a.organisation} or to_organisation_id = ${a.organisation})
    ${suffix}`.execute(a.tx);
  const [row] = rows;
  if (row === undefined) return null;
  return { contribution: toContribution(row, await listMessages(a, id)), definition: row.definition };
}

async function listMessages(a: Acting, id: string): Promise<readonly ContributionMessage[]> {
  const { rows } = await sql<AuthorColumns & { organisation: string; text: string; at: Date }>`
    select from_organisation_id as organisation, author_id, author_name, text, at
    from commons.contribution_messages where contribution_id = ${id} order by at, id`.execute(a.tx);
  return rows.map((row) => ({
    organisation: row.organisation,
    author: toAuthor(row),
    text: row.text,
    at: row.at,
  }));
}

export async function insertMessage(
  a: Acting,
  of: { readonly contribution: Contribution; readonly text: string },
): Promise<void> {
  const { contribution, text } = of;
  await sql`
    insert into commons.contribution_messages (organisation_id, contribution_id, id, to_organisation_id,
      from_organisation_id, author_id, author_name, text, at)
    values (${contribution.from}, ${contribution.id}, ${a.newId()}, ${contribution.to}, ${a.organisation},
      ${a.author.person}, ${a.author.name}, ${text}, ${a.now})`.execute(a.tx);
}

/** Writes state, verdicts and answer of a contribution that is locked. */
export async function saveContribution(tx: Tx, one: Contribution): Promise<void> {
  await sql`
    update commons.contributions set state = ${one.state}, items = ${JSON.stringify(one.items)}::jsonb,
      answer = ${one.answer === null ? null : JSON.stringify(one.answer)}::jsonb
    where organisation_id = ${one.from} and id = ${one.id}`.execute(tx);
}
