import type { Language } from '../../../platform/http/index.ts';
import type { FactChanges } from '../model/change.ts';
import { fieldIds, isField, type Facts, type FactValue, type FieldId } from '../model/fields.ts';
import type { Usage } from '../model/usage.ts';
import { cellOf, readCell } from './cells.ts';
import type { Columns } from './columns.ts';
import { readYear } from './days.ts';
import type { Target } from './heads.ts';
import { begin, findMeant, matchUsage, meantKey, said, type Found, type State } from './meant.ts';
import type { Answers, Ground, Meant, Plan, PlannedRow, RowFault } from './planned.ts';
import { cleanCell, type SheetRow } from './sheet.ts';
import { bare } from './words.ts';

/** Rows that are planned between two pauses. */
const atOnce = 500;

/**
 * What taking in a sheet would do, row by row: nothing is written. Pure: the same rows, answers and register give the
 * same plan. Pauses now and then, so that others are served while a large sheet is gone through.
 */
export function* planning(
  { columns, rows }: Columns,
  ground: Ground,
  answers: Answers,
): Generator<void, Plan> {
  const state = begin(columns, ground, answers);
  const planned: PlannedRow[] = [];
  for (const row of rows) {
    planned.push(planRow(state, row));
    if (planned.length % atOnce === 0) yield;
  }
  return {
    rows: planned,
    doubts: [...state.doubts].map(([key, doubt]) => ({ key, ...doubt })),
    left: state.left,
    gone: ground.usages.filter(({ id }) => !state.taken.has(id)),
  };
}

const wrong = (state: State, row: SheetRow, target: Target, fault: RowFault['fault']): RowFault => ({
  column: state.columns.get(target) ?? null,
  field: isField(target) ? target : null,
  cell: said(state, row, target),
  fault,
});

function planRow(state: State, row: SheetRow): PlannedRow {
  const { n } = row;
  const name = said(state, row, 'product') || said(state, row, 'localName');
  const id = said(state, row, 'id').toLowerCase();
  const faulty = (faults: readonly RowFault[]): PlannedRow => ({ n, name, kind: 'faulty', faults });
  if (name === '') return faulty([wrong(state, row, 'product', { kind: 'no-product' })]);
  if (id !== '') {
    const usage = state.byId.get(id);
    if (usage === undefined) return faulty([wrong(state, row, 'id', { kind: 'unknown-id' })]);
    return planUsage(state, { row, name, usage, own: true });
  }
  const found = findMeant(state, row, name);
  if (found.kind === 'doubtful') {
    const doubt = state.doubts.get(found.key);
    if (doubt === undefined) state.doubts.set(found.key, { ...found.doubt, rows: [n] });
    else doubt.rows.push(n);
    return { n, name, kind: 'doubtful', key: found.key };
  }
  if (found.kind === 'skip') return { n, name, kind: 'skipped' };
  if (found.kind === 'usage') return planUsage(state, { row, name, usage: found.usage, own: false });
  const matched = matchUsage(state, row, { meant: found.meant, name });
  if (matched === 'several') return faulty([wrong(state, row, 'product', { kind: 'several' })]);
  if (matched !== null)
    return planUsage(state, { row, name, usage: matched, own: false, local: found.local });
  return planNew(state, { row, name, meant: found.meant, local: found.local });
}

type Own = {
  readonly row: SheetRow;
  readonly name: string;
  readonly usage: Usage;
  readonly own: boolean;
  readonly local?: string | null;
};

const languages: readonly Language[] = ['sv', 'en'];

/** Codes of characters, as workbooks write what XML cannot hold; the library reads them as what they stand for. */
const decoded = (text: string): string =>
  cleanCell(
    text.replaceAll(/_x([\da-f]{4})_/giu, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    ),
  );

/** A cell that says what our own sheet would say is no edit, however it is written. */
function isUntouched(state: State, cell: string, id: FieldId, value: FactValue | undefined): boolean {
  if (value === undefined) return cell === '';
  return languages.some(
    (language) => decoded(cellOf(id, value, { language, names: state.ground.names })) === decoded(cell),
  );
}

/** That there are personal data says nothing against that they are sensitive. */
const saysLess = (id: FieldId, cell: string, now: FactValue | undefined): boolean =>
  id === 'personalData' &&
  now === 'sensitive' &&
  ['ja', 'j', 'x', 'yes', 'y', 'sant', 'true'].includes(bare(cell));

type ReadRow = {
  readonly changes: { [Id in FieldId]?: FactValue | null };
  readonly faults: readonly RowFault[];
};

/** What the cells of a row change in what is known. What a sheet that is not ours leaves empty is not emptied. */
function readRow(state: State, row: SheetRow, on: { readonly facts: Facts; readonly own: boolean }): ReadRow {
  const changes: { [Id in FieldId]?: FactValue | null } = {};
  const faults: RowFault[] = [];
  for (const id of fieldIds) {
    if (!state.columns.has(id)) continue;
    const cell = said(state, row, id);
    const now = on.facts[id];
    if (isUntouched(state, cell, id, now) || (!on.own && saysLess(id, cell, now))) continue;
    // A contract said to end in a year lasts that year out.
    const meant = id === 'contractEnds' ? (readYear(cell) ?? cell) : cell;
    const read = readCell(id, meant, state.ground.names);
    if (read.kind === 'fault') faults.push(wrong(state, row, id, read.fault));
    else if (read.kind === 'value') {
      if (JSON.stringify(read.value) !== JSON.stringify(now)) changes[id] = read.value;
    } else if (on.own && now !== undefined && cell === '') changes[id] = null;
  }
  return { changes, faults };
}

/** Leaves faulty cells out where that was chosen; else the row is faulty as a whole. */
function faultsOf(
  state: State,
  { n, name }: { readonly n: number; readonly name: string },
  faults: readonly RowFault[],
) {
  if (!state.answers.withoutFaults) return faults;
  state.left.push(...faults.map((fault) => ({ n, name, fault })));
  return [];
}

function planUsage(state: State, { row, name, usage, own, local = null }: Own): PlannedRow {
  const { n } = row;
  const before = state.taken.get(usage.id);
  if (before !== undefined)
    return {
      n,
      name,
      kind: 'faulty',
      faults: [wrong(state, row, 'product', { kind: 'twice', row: before })],
    };
  state.taken.set(usage.id, n);
  const product = own ? productOf(state, row, usage) : null;
  if (product?.kind === 'doubtful') {
    const doubt = state.doubts.get(product.key);
    if (doubt === undefined) state.doubts.set(product.key, { ...product.doubt, rows: [n] });
    else doubt.rows.push(n);
    return { n, name, kind: 'doubtful', key: product.key };
  }
  const read = readRow(state, row, { facts: usage.facts, own });
  const faults = faultsOf(state, { n, name }, read.faults);
  if (faults.length > 0) return { n, name, kind: 'faulty', faults };
  const naming = local !== null && usage.facts.localName === undefined && !state.columns.has('localName');
  const changes: FactChanges = Object.fromEntries(
    Object.entries({ ...(naming ? { localName: local } : {}), ...read.changes }),
  );
  const hidden = secretIn(said(state, row, 'secret'));
  const secret = hidden === null || hidden === usage.secret ? null : hidden;
  if (Object.keys(changes).length === 0 && product === null && secret === null)
    return { n, name, kind: 'same', usage: usage.id };
  const changing = { usage: usage.id, revision: usage.revision, product, secret, changes };
  const revision = Number(said(state, row, 'revision') || usage.revision);
  const stale = own && revision !== usage.revision && !state.answers.overrule.has(usage.id);
  return stale
    ? { n, name, kind: 'stale', since: revision, ...changing }
    : { n, name, kind: 'changed', ...changing };
}

const secretIn = (cell: string): boolean | null => {
  const word = bare(cell);
  if (['ja', 'yes', 'x', 'sant', 'true'].includes(word)) return true;
  return ['nej', 'no', 'falskt', 'false'].includes(word) ? false : null;
};

/** Another product in a row of ours; null where it is the same. */
function productOf(
  state: State,
  row: SheetRow,
  usage: Usage,
): Meant | null | Extract<Found, { kind: 'doubtful' }> {
  const cell = said(state, row, 'product');
  const { ground } = state;
  const now = ground.standsFor(usage.product);
  if (cell === '' || cell === cleanCell(ground.nameOf(now)) || cell === now) return null;
  const found = findMeant({ ...state, byName: new Map() }, row, cell);
  if (found.kind === 'doubtful') return found;
  if (found.kind !== 'meant') return null;
  return found.meant.kind === 'product' && found.meant.id === now ? null : found.meant;
}

type New = {
  readonly row: SheetRow;
  readonly name: string;
  readonly meant: Meant;
  readonly local: string | null;
};

function planNew(state: State, { row, name, meant, local }: New): PlannedRow {
  const { n } = row;
  const read = readRow(state, row, { facts: {}, own: false });
  const faults = faultsOf(state, { n, name }, read.faults);
  if (faults.length > 0) return { n, name, kind: 'faulty', faults };
  const given = Object.fromEntries(Object.entries(read.changes).filter(([, value]) => value !== null));
  const facts: Facts =
    local !== null && given['localName'] === undefined ? { localName: local.slice(0, 200), ...given } : given;
  const key = `${meantKey(meant)} ${bare(facts.localName ?? '')}`;
  const before = state.made.get(key);
  if (before !== undefined)
    return {
      n,
      name,
      kind: 'faulty',
      faults: [wrong(state, row, 'product', { kind: 'twice', row: before })],
    };
  state.made.set(key, n);
  return { n, name, kind: 'new', meant, facts, secret: secretIn(said(state, row, 'secret')) ?? false };
}
