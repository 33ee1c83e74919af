import { sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../../platform/db/index.ts';
import type { Act } from '../usages/actions.ts';
import { isTarget, type Target } from './heads.ts';
import type { Answers, ProductAnswer } from './planned.ts';
import type { Sheet } from './sheet.ts';

const Content = z.array(
  z.object({ name: z.string(), rows: z.array(z.object({ n: z.number(), cells: z.array(z.string()) })) }),
);

const StoredAnswers = z.object({
  sheet: z.number().int().min(0).nullable(),
  /** By the column's place; '' for one that is left out. Null before anybody was asked. */
  columns: z.array(z.tuple([z.number().int(), z.string()])).nullable(),
  products: z.array(z.tuple([z.string(), z.string()])),
  overrule: z.array(z.string()),
  withoutFaults: z.boolean(),
});
/** What has been answered about a sheet so far; of products an id, "+" for new and "-" for none. */
export type StoredAnswers = Readonly<z.infer<typeof StoredAnswers>>;

const noAnswers: StoredAnswers = {
  sheet: null,
  columns: null,
  products: [],
  overrule: [],
  withoutFaults: false,
};

export const answersOf = ({ products, overrule, withoutFaults }: StoredAnswers): Answers => ({
  products: new Map(products.map(([key, said]) => [key, answerOf(said)])),
  overrule: new Set(overrule),
  withoutFaults,
});

function answerOf(said: string): ProductAnswer {
  if (said === '+') return { kind: 'new' };
  return said === '-' ? { kind: 'skip' } : { kind: 'product', id: said };
}

const Summary = z.object({ made: z.number(), changed: z.number(), same: z.number(), left: z.number() });
export type Summary = Readonly<z.infer<typeof Summary>>;

export type SheetState = 'open' | 'taking' | 'taken' | 'given-up';

export type StoredSheet = {
  readonly id: string;
  readonly name: string;
  readonly madeAt: Date;
  readonly madeBy: string;
  readonly content: readonly Sheet[];
  readonly answers: StoredAnswers;
  readonly state: SheetState;
  readonly batch: string | null;
  readonly takenAt: Date | null;
  readonly summary: Summary | null;
};

/** Keeps what was read until somebody has looked at it. */
export async function saveSheet(
  tx: Tx,
  organisation: string,
  sheet: Pick<StoredSheet, 'id' | 'name' | 'madeAt' | 'madeBy' | 'content'>,
): Promise<void> {
  const { id, name, madeAt, madeBy, content } = sheet;
  await sql`
    insert into systems.sheets (organisation_id, id, name, made_at, made_by, content, answers, state)
    values (${organisation}, ${id}, ${name}, ${madeAt}, ${madeBy}, ${JSON.stringify(content)}::jsonb,
      ${JSON.stringify(noAnswers)}::jsonb, 'open')`.execute(tx);
}

type Row = Omit<StoredSheet, 'content' | 'answers' | 'summary'> & {
  readonly content: unknown;
  readonly answers: unknown;
  readonly summary: unknown;
};

const columns = sql.raw(`id, name, made_at as "madeAt", made_by as "madeBy", content, answers, state, batch,
  taken_at as "takenAt", summary`);

function sheetIn(row: Row | undefined): StoredSheet | null {
  if (row === undefined) return null;
  return {
    ...row,
    content: Content.parse(row.content),
    answers: StoredAnswers.parse(row.answers),
    summary: row.summary === null ? null : Summary.parse(row.summary),
  };
}

export async function findSheet(tx: Tx, organisation: string, id: string): Promise<StoredSheet | null> {
  const { rows } = await sql<Row>`
    select ${columns} from systems.sheets
    where organisation_id = ${organisation} and id::text = ${id}`.execute(tx);
  return sheetIn(rows[0]);
}

/** The sheet, held until the transaction ends. */
export async function lockSheet(tx: Tx, organisation: string, id: string): Promise<StoredSheet | null> {
  const { rows } = await sql<Row>`
    select ${columns} from systems.sheets
    where organisation_id = ${organisation} and id::text = ${id} for update`.execute(tx);
  return sheetIn(rows[0]);
}

export async function saveAnswers(
  tx: Tx,
  organisation: string,
  { id, answers }: { readonly id: string; readonly answers: StoredAnswers },
): Promise<void> {
  await sql`
    update systems.sheets set answers = ${JSON.stringify(answers)}::jsonb
    where organisation_id = ${organisation} and id = ${id}`.execute(tx);
}

export async function saveState(
  tx: Tx,
  organisation: string,
  saved: {
    readonly id: string;
    readonly state: Exclude<SheetState, 'open'>;
    readonly batch: string;
    readonly at: Date;
    readonly summary: Summary;
  },
): Promise<void> {
  const { id, state, batch, at, summary } = saved;
  await sql`
    update systems.sheets set state = ${state}, batch = ${batch}, taken_at = ${at},
      summary = ${JSON.stringify(summary)}::jsonb
    where organisation_id = ${organisation} and id = ${id}`.execute(tx);
}

export type OpenSheet = { readonly id: string; readonly name: string; readonly madeAt: Date };

/** Those that have been read and not yet taken in, the newest first. */
export async function listOpenSheets(tx: Tx, organisation: string): Promise<readonly OpenSheet[]> {
  const { rows } = await sql<OpenSheet>`
    select id, name, made_at as "madeAt" from systems.sheets
    where organisation_id = ${organisation} and state = 'open' order by made_at desc limit 10`.execute(tx);
  return rows;
}

export async function removeSheet(tx: Tx, organisation: string, id: string): Promise<void> {
  await sql`delete from systems.sheets where organisation_id = ${organisation} and id = ${id}`.execute(tx);
}

const keptDays = 30;

/** Takes away sheets that have lain for 30 days, taken in or not. */
export async function deleteOldSheets(tx: Tx, organisation: string, now: Date): Promise<void> {
  const before = new Date(now.getTime() - keptDays * 24 * 60 * 60 * 1000);
  await sql`
    delete from systems.sheets where organisation_id = ${organisation} and made_at < ${before}`.execute(tx);
}

/** What heads have been said to mean, bare; null for columns that are left out. */
export async function rememberedHeads(
  tx: Tx,
  organisation: string,
): Promise<ReadonlyMap<string, Target | null>> {
  const { rows } = await sql<{ head: string; target: string }>`
    select head, target from systems.sheet_heads where organisation_id = ${organisation}`.execute(tx);
  return new Map(rows.map(({ head, target }) => [head, isTarget(target) ? target : null]));
}

export async function rememberHeads(
  tx: Tx,
  organisation: string,
  { heads, at }: { readonly heads: ReadonlyMap<string, Target | null>; readonly at: Date },
): Promise<void> {
  const rows = [...heads].map(([head, target]) => ({ head, target: target ?? '' }));
  await sql`
    insert into systems.sheet_heads (organisation_id, head, target, changed_at)
    select ${organisation}, r.head, r.target, ${at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(head text, target text)
    on conflict (organisation_id, head) do update set target = excluded.target, changed_at = excluded.changed_at`.execute(
    tx,
  );
}

/** Keeps what is to be done, in steps of so many acts. */
export async function saveSteps(
  tx: Tx,
  organisation: string,
  { id, steps }: { readonly id: string; readonly steps: readonly (readonly Act[])[] },
): Promise<void> {
  for (const [at, acts] of steps.entries()) {
    await sql`
      insert into systems.sheet_steps (organisation_id, sheet_id, n, acts)
      values (${organisation}, ${id}, ${at + 1}, ${JSON.stringify(acts)}::jsonb)`.execute(tx);
  }
}

/** How far a large sheet has come: steps that are done, of all. */
export async function progressOf(
  tx: Tx,
  organisation: string,
  id: string,
): Promise<{ readonly done: number; readonly all: number }> {
  const { rows } = await sql<{ done: number; all: number }>`
    select count(done_at)::int as done, count(*)::int as all from systems.sheet_steps
    where organisation_id = ${organisation} and sheet_id = ${id}`.execute(tx);
  return rows[0] ?? { done: 0, all: 0 };
}

/** The next step that is not done; null when all are. What its acts are is what `saveSteps` wrote. */
export async function nextStep(
  tx: Tx,
  organisation: string,
  id: string,
): Promise<{ readonly n: number; readonly acts: readonly Act[] } | null> {
  const { rows } = await sql<{ n: number; acts: readonly Act[] }>`
    select n, acts from systems.sheet_steps
    where organisation_id = ${organisation} and sheet_id = ${id} and done_at is null order by n limit 1`.execute(
    tx,
  );
  return rows[0] ?? null;
}

export async function stepDone(
  tx: Tx,
  organisation: string,
  step: { readonly id: string; readonly n: number; readonly at: Date },
): Promise<void> {
  await sql`
    update systems.sheet_steps set done_at = ${step.at}, acts = '[]'
    where organisation_id = ${organisation} and sheet_id = ${step.id} and n = ${step.n}`.execute(tx);
}
