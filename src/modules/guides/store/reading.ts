import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../../platform/db/index.ts';
import type { OutlineStep } from '../reading/outline.ts';
import type { Read } from '../reading/progress.ts';

const Parts = z.record(z.string(), z.string());

type Row = {
  readonly organisation_id: string;
  readonly work_id: string;
  readonly step_id: string;
  readonly common_hash: string;
  readonly local_hash: string;
  readonly parts: unknown;
  readonly at: Date;
};

const readOf = (row: Row): Read => ({
  organisation: row.organisation_id,
  step: row.step_id,
  common: row.common_hash,
  local: row.local_hash,
  parts: Parts.parse(row.parts),
  at: row.at,
});

/** What the person of the transaction has read of works, at this organisation and at others, by work. */
export async function findReads(
  tx: Tx,
  person: string,
  works: readonly string[],
): Promise<ReadonlyMap<string, readonly Read[]>> {
  if (works.length === 0) return new Map();
  const { rows } = await sql<Row>`
    select organisation_id, work_id, step_id, common_hash, local_hash, parts, at from guides.reading
    where person_id = ${person} and work_id = any(${works})`.execute(tx);
  return Map.groupBy(rows, (row) => row.work_id)
    .entries()
    .reduce((all, [work, own]) => all.set(work, own.map(readOf)), new Map<string, readonly Read[]>());
}

/** The works of which the person has read something, anywhere. */
export async function listReadWorks(tx: Tx, person: string): Promise<readonly string[]> {
  const { rows } = await sql<{ work_id: string }>`
    select distinct work_id from guides.reading where person_id = ${person}`.execute(tx);
  return rows.map((row) => row.work_id);
}

type Reader = { readonly organisation: string; readonly person: string; readonly work: string };

/** Keeps that a person has read a step as it stands. Reading it again keeps the later. */
export async function saveRead(
  tx: Tx,
  { organisation, person, work }: Reader,
  read: { readonly step: OutlineStep; readonly at: Date },
): Promise<void> {
  const { id, fingerprint } = read.step;
  await sql`
    insert into guides.reading (organisation_id, person_id, work_id, step_id, common_hash, local_hash, parts, at)
    values (${organisation}, ${person}, ${work}, ${id}, ${fingerprint.common}, ${fingerprint.local},
      ${JSON.stringify(fingerprint.parts)}, ${read.at})
    on conflict (organisation_id, person_id, work_id, step_id) do update set common_hash = excluded.common_hash,
      local_hash = excluded.local_hash, parts = excluded.parts, at = excluded.at`.execute(tx);
}

/** Where the person last was in guides of the organisation, by work. */
export async function findPlaces(
  tx: Tx,
  { organisation, person }: Omit<Reader, 'work'>,
): Promise<ReadonlyMap<string, { readonly step: string; readonly at: Date }>> {
  const { rows } = await sql<{ work_id: string; step_id: string; at: Date }>`
    select work_id, step_id, at from guides.places
    where organisation_id = ${organisation} and person_id = ${person}`.execute(tx);
  return new Map(rows.map((row) => [row.work_id, { step: row.step_id, at: row.at }]));
}

export async function savePlace(
  tx: Tx,
  { organisation, person, work }: Reader,
  place: { readonly step: string; readonly at: Date },
): Promise<void> {
  await sql`
    insert into guides.places (organisation_id, person_id, work_id, step_id, at)
    values (${organisation}, ${person}, ${work}, ${place.step}, ${place.at})
    on conflict (organisation_id, person_id, work_id) do update set step_id = excluded.step_id, at = excluded.at`.execute(
    tx,
  );
}

/** Quizzes of a work that the person has passed, anywhere. */
export async function findPassed(tx: Tx, person: string, work: string): Promise<ReadonlyMap<string, Date>> {
  const { rows } = await sql<{ quiz_id: string; at: Date }>`
    select quiz_id, max(at) as at from guides.passed
    where person_id = ${person} and work_id = ${work} group by quiz_id`.execute(tx);
  return new Map(rows.map((row) => [row.quiz_id, row.at]));
}

/** The first time counts. */
export async function savePassed(
  tx: Tx,
  { organisation, person, work }: Reader,
  passed: { readonly quiz: string; readonly at: Date },
): Promise<void> {
  await sql`
    insert into guides.passed (organisation_id, person_id, work_id, quiz_id, at)
    values (${organisation}, ${person}, ${work}, ${passed.quiz}, ${passed.at})
    on conflict do nothing`.execute(tx);
}
