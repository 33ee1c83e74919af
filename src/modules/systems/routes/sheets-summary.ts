import { link } from '../../../platform/http/index.ts';
import { sheets as at } from '../addresses.ts';
import { sayFact } from '../landscape/say.ts';
import type { Named } from '../model/field.ts';
import { fieldIds, fieldOf, isField, type FactValue, type FieldId } from '../model/fields.ts';
import type { SummaryView } from '../pages/sheets/summary-page.tsx';
import { readYear } from '../sheets/days.ts';
import { headOf, ownHeads } from '../sheets/heads.ts';
import { cleanCell } from '../sheets/sheet.ts';
import type { PlannedRow } from '../sheets/planned.ts';
import { summaryOf } from '../sheets/take.ts';
import type { SheetsTexts } from '../texts/sheets.ts';
import { faultsIn } from './sheets-faults.ts';
import { about, nameOf, place, trailOf, type Shown } from './sheets-view.ts';

function said({ words, looked, context }: Shown, id: FieldId, value: FactValue | null): string {
  if (value === null) return words.nothing;
  const { language } = context;
  const named = (of: Named) => (one: string) =>
    looked.names.nameOf(of, one, language) ?? looked.names.proposed.get(one)?.name ?? one;
  const names = { unit: named('unit'), component: named('component'), supplier: named('supplier') };
  const text = sayFact(id, { [id]: value }, { language, names }).join(', ');
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

type Changing = Extract<PlannedRow, { kind: 'changed' | 'stale' }>;

/** What of a system becomes what. */
function editsOf(
  shown: Shown,
  row: Changing,
  factsOf: (usage: string) => { readonly [Id in FieldId]?: FactValue },
): readonly string[] {
  const { words, context } = shown;
  const facts = factsOf(row.usage);
  const fields = fieldIds.flatMap((id) => {
    const becomes = row.changes[id];
    if (becomes === undefined) return [];
    return [
      words.edit(headOf(id, context.language), said(shown, id, facts[id] ?? null), said(shown, id, becomes)),
    ];
  });
  const product =
    row.product === null
      ? []
      : [words.newProduct(row.product.kind === 'product' ? nameOf(shown, row.product.id) : row.product.name)];
  const secret = row.secret === null ? [] : [words.hidden(row.secret)];
  return [...product, ...fields, ...secret];
}

/** What stands in the cells of days, numbers and choices, and how it was read, where that is not the same. */
function readingsOf(
  shown: Shown,
  n: number,
  facts: { readonly [Id in FieldId]?: FactValue | null },
): readonly string[] {
  const { words, looked, context } = shown;
  const cells = looked.columns.rows.find((row) => row.n === n)?.cells ?? [];
  return looked.columns.columns.flatMap(({ target, at: place_, head }) => {
    if (target === null || !isField(target)) return [];
    const cell = cleanCell(cells[place_] ?? '');
    const value = facts[target] ?? null;
    if (value === null || !['day', 'whole', 'choice'].includes(fieldOf(target).type)) return [];
    const read = said(shown, target, value);
    if (isPlain(cell, value) || cell.toLowerCase() === read.toLowerCase()) return [];
    const column = head === '' ? headOf(target, context.language) : head;
    const year = target === 'contractEnds' && readYear(cell) !== null;
    return [year ? words.readYear(column, cell, read) : words.readAs(column, words.cell(cell), read)];
  });
}

/** Written as we would write it: nothing to tell. */
const isPlain = (cell: string, value: FactValue): boolean =>
  typeof value === 'number' ? cell.replaceAll(/\s/gu, '') === String(value) : cell === value;

const rowsAPage = 25;
const faultsShown = 25;
const namesShown = 25;

const some = (n: number, text: (n: number) => string): readonly string[] => (n === 0 ? [] : [text(n)]);

export function summaryView(
  shown: Shown,
  asked: { readonly page: number; readonly seen: boolean },
): SummaryView {
  const { looked, words, context } = shown;
  const { plan, loss, format } = looked;
  const { language } = context;
  const counted = summaryOf(plan.rows);
  const taken = plan.rows.filter((row) => row.kind === 'new' || row.kind === 'changed');
  const pages = Math.max(1, Math.ceil(taken.length / rowsAPage));
  const page = Math.min(asked.page, pages);
  const factsOf = looked.factsOf;
  const stale = plan.rows.filter((row) => row.kind === 'stale');
  const faults = faultsIn(plan, language);
  const kinds = Map.groupBy(plan.rows, ({ kind }) => kind);
  // Rows where only single cells are wrong: without those they can be taken in.
  const mendable = plan.rows.filter(
    (row) => row.kind === 'faulty' && row.faults.every(({ field }) => field !== null),
  );
  const takes = counted.made + counted.changed;
  return {
    words,
    trail: trailOf(context, words.summaryTitle),
    about: about(shown),
    counts: [
      ...some(counted.made, words.fresh),
      ...some(counted.changed, words.changed),
      ...some(counted.same, words.same),
      ...some(kinds.get('faulty')?.length ?? 0, words.faulty),
      ...some(kinds.get('skipped')?.length ?? 0, words.skipped),
      ...some(stale.length, words.asked),
    ],
    stale: stale.slice(0, rowsAPage).map((row) => ({
      name: `val-${row.usage}`,
      system: row.name,
      edits: editsOf(shown, row, factsOf),
    })),
    rows: taken.slice((page - 1) * rowsAPage, page * rowsAPage).map((row) =>
      row.kind === 'changed'
        ? {
            n: row.n,
            name: row.name,
            note: '',
            what: '',
            edits: editsOf(shown, row, factsOf),
            readings: readingsOf(shown, row.n, row.changes),
          }
        : {
            n: row.n,
            name: row.name,
            note: noteOf(shown, row),
            what: whatIsMade(words, Object.keys(row.facts).length),
            edits: [],
            readings: readingsOf(shown, row.n, row.facts),
          },
    ),
    page,
    pages,
    pageTo: (to) => link(at.sheet, place(shown), { sida: to }),
    faulty: faults.slice(0, faultsShown).map((fault, n) => ({
      ...fault,
      key: String(n),
      cell: fault.cell === '' ? '' : words.cell(fault.cell),
    })),
    moreFaults: Math.max(0, faults.length - faultsShown),
    withoutFaults: looked.sheet.answers.withoutFaults,
    total: takes + mendable.length,
    mendable: mendable.length,
    faultyRows: kinds.get('faulty')?.length ?? 0,
    faultsTo: link(at.faults, place(shown)),
    answersTo: link(at.answers, place(shown)),
    takeTo: link(at.take, place(shown)),
    removeTo: link(at.remove, place(shown)),
    columnsTo: link(at.sheet, place(shown), { steg: 'kolumner' }),
    fingerprint: looked.fingerprint,
    takes,
    nothing: counted.same > 0 && counted.left === 0 ? words.nothingNew : words.nothingToTake,
    gone: {
      count: plan.gone.length,
      names: plan.gone
        .slice(0, namesShown)
        .map(({ facts, product }) => facts.localName ?? nameOf(shown, product)),
    },
    loss: {
      from: format === null ? null : words.lossFrom(format.name),
      taken: loss.taken.map(({ head, target }) =>
        head === ''
          ? headOf(target, language)
          : `${head}: ${isField(target) ? headOf(target, language) : ownHeads[target][language]}`,
      ),
      left: loss.left.map(
        ({ head, why }) => `${head}: ${why === null ? words.noMeaning : words.noPlace[why]}`,
      ),
      changed: loss.translated.map(
        ({ head, from, to, rows }) => `${head}: ${words.translated(from, to, rows)}`,
      ),
    },
    seen: asked.seen,
  };
}

const whatIsMade = (words: SheetsTexts, facts: number): string =>
  facts === 0 ? words.isMade : `${words.isMade}, ${words.facts(facts)}`;

function noteOf(shown: Shown, { meant, name }: Extract<PlannedRow, { kind: 'new' }>): string {
  if (meant.kind === 'new') return shown.words.newInCatalogue;
  const product = nameOf(shown, meant.id);
  return product === name ? '' : product;
}
