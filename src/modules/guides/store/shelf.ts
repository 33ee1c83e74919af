import { sql, type RawBuilder } from 'kysely';
import { z } from 'zod';
import type { Localised, Subject } from '../../../kernel/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { vocabulary } from '../../../platform/search/index.ts';
import { isSubject } from '../reading/subject.ts';

const Text = z.record(z.string(), z.string());

const ShelfStep = z.object({
  id: z.string(),
  title: Text,
  common: z.string(),
  local: z.string(),
  /** Absent in what was put there before it was kept. */
  met: z.string().default(''),
});
const ShelfSection = z.object({ id: z.string(), title: Text, steps: z.array(ShelfStep) });
export type ShelfSection = z.infer<typeof ShelfSection>;

/** A guide in use as lists know it: without its text. */
export type ShelfRow = {
  readonly work: string;
  readonly versionId: string;
  readonly settingsNumber: number;
  readonly readers: 'everyone' | 'staff';
  readonly subject: Subject | null;
  readonly title: Localised;
  /** In the language of the source, for the order of lists. */
  readonly sortTitle: string;
  readonly summary: Localised | null;
  readonly outline: readonly ShelfSection[];
  readonly since: Date;
};

type Row = {
  readonly work_id: string;
  readonly version_id: string;
  readonly settings_number: number;
  readonly readers: 'everyone' | 'staff';
  readonly subject: string | null;
  readonly title: unknown;
  readonly title_sv: string;
  readonly summary: unknown;
  readonly outline: unknown;
  readonly since: Date;
};

const rowOf = (row: Row): ShelfRow => ({
  work: row.work_id,
  versionId: row.version_id,
  settingsNumber: row.settings_number,
  readers: row.readers,
  subject: row.subject !== null && isSubject(row.subject) ? row.subject : null,
  title: Text.parse(row.title),
  sortTitle: row.title_sv,
  summary: row.summary === null ? null : Text.parse(row.summary),
  outline: z.array(ShelfSection).parse(row.outline),
  since: row.since,
});

const wordsOf = (title: Localised): readonly string[] => [
  ...new Set(Object.values(title).flatMap(vocabulary)),
];

export async function saveShelfRow(tx: Tx, organisation: string, row: ShelfRow): Promise<void> {
  await sql`
    insert into guides.shelf (organisation_id, work_id, version_id, settings_number, readers, subject, title,
      title_sv, words, summary, outline, since)
    values (${organisation}, ${row.work}, ${row.versionId}, ${row.settingsNumber}, ${row.readers}, ${row.subject},
      ${JSON.stringify(row.title)}, ${row.sortTitle}, ${wordsOf(row.title)}, ${row.summary === null ? null : JSON.stringify(row.summary)},
      ${JSON.stringify(row.outline)}, ${row.since})
    on conflict (organisation_id, work_id) do update set version_id = excluded.version_id,
      settings_number = excluded.settings_number, readers = excluded.readers, subject = excluded.subject,
      title = excluded.title, title_sv = excluded.title_sv, words = excluded.words, summary = excluded.summary, outline = excluded.outline,
      since = excluded.since`.execute(tx);
}

export async function deleteShelfRow(tx: Tx, organisation: string, work: string): Promise<void> {
  await sql`delete from guides.shelf where organisation_id = ${organisation} and work_id = ${work}`.execute(
    tx,
  );
}

export type ShelfFilter = {
  /** Only guides for everyone, as on the public site. */
  readonly open: boolean;
  readonly subject: string | null;
  /** Only these works; null for all. */
  readonly works: readonly string[] | null;
};

const matching = (organisation: string, { open, subject, works }: ShelfFilter): RawBuilder<unknown> => sql`
  organisation_id = ${organisation} and (not ${open}::boolean or readers = 'everyone')
  and (${subject}::text is null or subject = ${subject}) and (${works}::text[] is null or work_id = any(${works}))`;

/** One page of the organisation's guides, in Swedish order. */
export async function listShelf(
  tx: Tx,
  organisation: string,
  ask: ShelfFilter & { readonly limit: number; readonly offset: number },
): Promise<readonly ShelfRow[]> {
  const { rows } = await sql<Row>`
    select * from guides.shelf where ${matching(organisation, ask)}
    order by title_sv, work_id limit ${ask.limit} offset ${ask.offset}`.execute(tx);
  return rows.map(rowOf);
}

export type SubjectCount = { readonly subject: string | null; readonly count: number };

/** How many guides each subject has; those without one are counted under null. */
export async function countSubjects(
  tx: Tx,
  organisation: string,
  filter: Omit<ShelfFilter, 'subject'>,
): Promise<readonly SubjectCount[]> {
  const { rows } = await sql<SubjectCount>`
    select subject, count(*)::int as count from guides.shelf
    where ${matching(organisation, { ...filter, subject: null })} group by subject`.execute(tx);
  return rows;
}

/** The words of the titles of the organisation's guides, each once. */
export async function listWords(
  tx: Tx,
  organisation: string,
  { open }: Pick<ShelfFilter, 'open'>,
): Promise<readonly string[]> {
  const { rows } = await sql<{ word: string }>`
    select distinct unnest(words) as word from guides.shelf
    where ${matching(organisation, { open, subject: null, works: null })}`.execute(tx);
  return rows.map((row) => row.word);
}

/** Whether the organisation shows any guide to everyone. */
export async function hasOpenGuide(tx: Tx, organisation: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from guides.shelf
      where organisation_id = ${organisation} and readers = 'everyone') as found`.execute(tx);
  return rows[0]?.found === true;
}
