import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { type Context } from '../../../platform/http/index.ts';
import { getOrganisation } from '../../../platform/http/index.ts';
import { listUnits } from '../../organisations/index.ts';
import { standsFor, type Catalogue } from '../catalogue/catalogue.ts';
import { readCatalogue } from '../catalogue/reading.ts';
import { recognise, sure } from '../catalogue/recognise.ts';
import type { Facts } from '../model/fields.ts';
import { lockUsages, listUsages } from '../usages/store.ts';
import { mustAsk, readColumns, withProduct, type Columns } from './columns.ts';
import { detectFormat, headsOf, translate, type ForeignFormat, type Loss } from './from/format.ts';
import { isTarget, type Target } from './heads.ts';
import { namesFor, type SheetNames } from './names.ts';
import { planning } from './plan.ts';
import type { Plan } from './planned.ts';
import type { Sheet } from './sheet.ts';
import { answersOf, rememberedHeads, type StoredAnswers, type StoredSheet } from './store.ts';
import { readTaxonomy } from '../taxonomy/store.ts';

/** What has to be asked next; nothing when it can be taken in. */
export type Question = 'sheet' | 'columns' | 'products' | null;

/** A sheet with everything that is known of it, and what taking it in would do. */
export type Looked = {
  readonly sheet: StoredSheet;
  readonly chosen: number;
  readonly format: ForeignFormat | null;
  readonly columns: Columns;
  readonly loss: Loss;
  readonly plan: Plan;
  readonly question: Question;
  readonly catalogue: Catalogue;
  readonly names: SheetNames;
  /** What is registered of a system now. */
  readonly factsOf: (usage: string) => Facts;
  /** Names the plan: what is taken in is what was looked at. */
  readonly fingerprint: string;
};

type Reading = {
  readonly catalogue: Catalogue;
  readonly remembered: ReadonlyMap<string, Target | null>;
  readonly answers: StoredAnswers;
};

/** The columns of a sheet, whatever register it comes from. */
function columnsIn(
  sheet: Sheet,
  { catalogue, remembered, answers }: Reading,
): { readonly columns: Columns; readonly format: ForeignFormat | null } {
  const isProduct = (text: string): boolean =>
    text.length <= 120 && (recognise(catalogue, text)[0]?.score ?? 0) >= sure;
  const answered = answers.columns?.map(([at, to]) => [at, isTarget(to) ? to : null] as const);
  const format = sheet.rows
    .slice(0, 20)
    .map(({ cells }) => detectFormat(cells))
    .find((found) => found !== null);
  const read = readColumns(sheet, {
    isProduct,
    remembered,
    ...(format === undefined ? {} : { format: headsOf(format) }),
    ...(answered === undefined ? {} : { answered: new Map(answered) }),
  });
  return { columns: withProduct(read), format: format ?? null };
}

const tellsWhich = ({ columns }: Columns): boolean =>
  columns.some(({ target }) => target === 'product' || target === 'localName' || target === 'id');

/** The sheet that holds systems; whoever made it is asked where several do. */
function chooseSheet(
  sheets: readonly Sheet[],
  reading: Reading,
): { readonly at: number; readonly asked: boolean } {
  const { sheet: said } = reading.answers;
  if (said !== null && sheets[said] !== undefined) return { at: said, asked: false };
  const read = sheets.map((sheet, at) => ({
    at,
    rows: sheet.rows.length,
    fits: tellsWhich(columnsIn(sheet, reading).columns),
  }));
  const fitting = read.filter(({ fits, rows }) => fits && rows > 1);
  const best = (fitting.length > 0 ? fitting : read).toSorted((a, b) => b.rows - a.rows)[0];
  return { at: best?.at ?? 0, asked: fitting.length > 1 };
}

/** Looks at a sheet as it stands now. `hold` takes the organisation's systems until the transaction ends. */
export async function lookAt(context: Context, sheet: StoredSheet, hold = false): Promise<Looked> {
  const { tx } = context;
  const organisation = getOrganisation(context);
  const catalogue = await readCatalogue(tx);
  const before = await listUsages(tx, organisation);
  if (hold)
    await lockUsages(
      tx,
      organisation,
      before.map(({ id }) => id),
    );
  const usages = hold ? await listUsages(tx, organisation) : before;
  const remembered = await rememberedHeads(tx, organisation);
  const reading = { catalogue, remembered, answers: sheet.answers };
  const { at: chosen, asked } = chooseSheet(sheet.content, reading);
  const content = sheet.content[chosen] ?? { name: '', rows: [] };
  const { columns: read, format } = columnsIn(content, reading);
  const { loss, ...columns } = translate(format, read);
  const names = namesFor(catalogue, await listUnits(tx, organisation), await readTaxonomy(tx, organisation));
  const plan = await gently(
    planning(
      columns,
      {
        usages,
        recognise: (name) => recognise(catalogue, name),
        sure,
        standsFor: (id) => standsFor(catalogue.products, id),
        nameOf: (id) => catalogue.products.get(id)?.record.name ?? id,
        names,
      },
      answersOf(sheet.answers),
    ),
  );
  const question = questionOf({ asked, columns, answers: sheet.answers, plan });
  const facts = new Map(usages.map((usage) => [usage.id, usage.facts]));
  return {
    factsOf: (usage) => facts.get(usage) ?? {},
    sheet,
    chosen,
    format,
    columns,
    loss,
    plan,
    question,
    catalogue,
    names,
    fingerprint: fingerprintOf(plan),
  };
}

/** Lets others be served between the steps of what takes long. */
async function gently<T>(steps: Generator<void, T>): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await setImmediate();
  }
}

function questionOf(about: {
  readonly asked: boolean;
  readonly columns: Columns;
  readonly answers: StoredAnswers;
  readonly plan: Plan;
}): Question {
  if (about.asked) return 'sheet';
  if (!tellsWhich(about.columns) || (about.answers.columns === null && mustAsk(about.columns)))
    return 'columns';
  return about.plan.doubts.length > 0 ? 'products' : null;
}

const fingerprintOf = ({ rows }: Plan): string =>
  createHash('sha256').update(JSON.stringify(rows)).digest('hex').slice(0, 32);
