import type { Tx } from '../../../platform/db/index.ts';
import { isoDay } from '../../../platform/text/index.ts';
import { yearOf } from '../../../kernel/dates/index.ts';
import { beginLife } from '../model/life.ts';
import type { NewCase } from '../model/new-case.ts';
import { completeProcess } from '../model/process.ts';
import { lifeColumns } from './rows.ts';

export type Opened = { readonly id: string; readonly number: string };

async function findOpened(tx: Tx, { organisation, id }: NewCase): Promise<Opened | null> {
  const row = await tx
    .selectFrom('cases.cases')
    .select(['id', 'number'])
    .where('organisation_id', '=', organisation)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/**
 * Gives the case the next number and writes it, once. Two that open the same case at once meet at the
 * row of the counter: the second finds the first's case and takes no number.
 */
export async function saveNewCase(
  tx: Tx,
  opening: NewCase,
  now: Date,
): Promise<Opened & { readonly isNew: boolean }> {
  const already = await findOpened(tx, opening);
  if (already !== null) return { ...already, isNew: false };
  const today = isoDay(now);
  const counter = { organisation_id: opening.organisation, prefix: opening.prefix, year: yearOf(today) };
  const last = await lockCounter(tx, counter);
  const meanwhile = await findOpened(tx, opening);
  if (meanwhile !== null) return { ...meanwhile, isNew: false };
  await tx
    .updateTable('cases.counters')
    .set({ last: last + 1 })
    .where('organisation_id', '=', counter.organisation_id)
    .where('prefix', '=', counter.prefix)
    .where('year', '=', counter.year)
    .execute();
  const number = `${opening.prefix} ${String(counter.year)}-${String(last + 1).padStart(4, '0')}`;
  await insertCase(tx, opening, { number, now, today });
  return { id: opening.id, number, isNew: true };
}

type Counter = { readonly organisation_id: string; readonly prefix: string; readonly year: number };

async function lockCounter(tx: Tx, counter: Counter): Promise<number> {
  await tx
    .insertInto('cases.counters')
    .values({ ...counter, last: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await tx
    .selectFrom('cases.counters')
    .select('last')
    .where('organisation_id', '=', counter.organisation_id)
    .where('prefix', '=', counter.prefix)
    .where('year', '=', counter.year)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return row.last;
}

async function insertCase(
  tx: Tx,
  opening: NewCase,
  { number, now, today }: { readonly number: string; readonly now: Date; readonly today: string },
): Promise<void> {
  const life = beginLife(completeProcess(opening.process), opening.decisions, today);
  await tx
    .insertInto('cases.cases')
    .values({
      organisation_id: opening.organisation,
      id: opening.id,
      number,
      person_id: opening.person,
      contact: JSON.stringify(opening.contact),
      work_id: opening.work,
      work_title: JSON.stringify(opening.workTitle),
      version_id: opening.versionId,
      version_number: opening.versionNumber,
      settings_number: opening.settingsNumber,
      title: JSON.stringify(opening.title),
      language: opening.language,
      process: JSON.stringify(life.process),
      choices: JSON.stringify(life.choices),
      appeal: opening.appeal === undefined || opening.appeal === null ? null : JSON.stringify(opening.appeal),
      answers: JSON.stringify(opening.answers),
      concerns: JSON.stringify(opening.concerns),
      opened_at: now,
      opened_on: today,
      ...lifeColumns(life),
    })
    .execute();
}
