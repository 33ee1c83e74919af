import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import { entriesOf, type Catalogue } from './catalogue.ts';
import { mayChange, type Hand } from './curators.ts';
import { saveDifferent } from './different.ts';
import type { ProductChanges, SupplierChanges, Take } from './operation.ts';
import { recognise, recogniseSupplier, sure, type Recognised } from './recognise.ts';
import type { Product, RecordKind, Supplier } from './record.ts';
import { looksAfter } from '../supplying/records.ts';
import { wordsOf } from './spelling.ts';
import {
  changeCatalogue,
  lastChange,
  lockCatalogue,
  undoOperation,
  type CatalogueDoing,
  type CatalogueFailure,
  type CatalogueUndone,
} from './store.ts';

/** What somebody at an organisation does to the catalogue. */
export type Deed = CatalogueDoing & Hand;

export type NewRecord =
  | { readonly of: 'product'; readonly record: Omit<Product, 'id'> }
  | { readonly of: 'supplier'; readonly record: Omit<Supplier, 'id'> };

type Refused = { readonly ok: false; readonly failure: CatalogueFailure | { readonly kind: 'forbidden' } };
export type Added =
  | { readonly ok: true; readonly id: string }
  /** Something by that name is there already. */
  | {
      readonly ok: false;
      readonly failure: { readonly kind: 'alike'; readonly found: readonly Recognised[] };
    }
  | Refused;

const forbidden: Refused = { ok: false, failure: { kind: 'forbidden' } };

/** A supplier adds products of its own, and gives none away; others may write of any supplier. */
async function isOwnSupplier({ tx, organisation }: Deed, supplier: string | null): Promise<boolean> {
  return supplier !== null && looksAfter(tx, organisation, { of: 'supplier', id: supplier });
}

/** What an invented supplier adds is as invented as the supplier. */
const invented = (
  { suppliers }: Catalogue,
  { supplies }: Deed,
  { supplier }: Omit<Product, 'id'>,
): { readonly example?: true } =>
  supplies && supplier !== undefined && suppliers.get(supplier)?.record.example === true
    ? { example: true }
    : {};

/** An address in the catalogue, of a name, that nothing else has. */
export function freeId(taken: { readonly has: (id: string) => boolean }, name: string): string {
  const base = wordsOf(name.replaceAll(/[^\p{L}\p{N}]+/gu, ' '))
    .map((word) => word.replaceAll(/[^a-z0-9]/gu, ''))
    .filter((word) => word !== '')
    .join('-')
    .slice(0, 80)
    .replace(/-+$/u, '');
  const start = base === '' ? 'namnlos' : base;
  for (let n = 1; ; n += 1) {
    const id = n === 1 ? start : `${start}-${n}`;
    if (!taken.has(id)) return id;
  }
}

/** Addresses of the open catalogue that are no record. */
const reserved: ReadonlySet<string> = new Set(['leverantorer', 'lista', 'dcat']);

export type Wanted = NewRecord & {
  /** Records of the same name that it is known not to be. */
  readonly apart: readonly string[] | 'all';
};

/** What the catalogue has by the name of what is wanted, but for what that is known not to be. */
export function alikeIn(
  catalogue: Catalogue,
  { of, name, apart }: { readonly of: RecordKind; readonly name: string; readonly apart: Wanted['apart'] },
): readonly Recognised[] {
  if (apart === 'all') return [];
  const look = of === 'product' ? recognise : recogniseSupplier;
  return look(catalogue, name).filter(({ id, score }) => score >= sure && !apart.includes(id));
}

function additionOf(catalogue: Catalogue, deed: Deed, { added, id }: { added: NewRecord; id: string }) {
  const { organisation: madeBy } = deed;
  return added.of === 'product'
    ? ({
        kind: 'add',
        of: 'product',
        record: { ...added.record, ...invented(catalogue, deed, added.record), id },
        madeBy,
      } as const)
    : ({ kind: 'add', of: 'supplier', record: { ...added.record, id }, madeBy } as const);
}

type AddedEach =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly found: readonly Recognised[] };

/**
 * Adds several at once, in the order given, as the catalogue stands when nobody else writes. Each by itself: what has
 * the name of something that is there already is not added.
 */
export async function addRecords(
  deed: Deed,
  wanted: readonly Wanted[],
): Promise<{ readonly ok: true; readonly records: readonly AddedEach[] } | Refused> {
  const catalogue = await lockCatalogue(deed.tx);
  for (const { of, record } of deed.supplies ? wanted : []) {
    const supplier = of === 'product' ? (record.supplier ?? null) : null;
    if (!(await isOwnSupplier(deed, supplier))) return forbidden;
  }
  const made = { product: new Set(reserved), supplier: new Set(reserved) };
  const records = wanted.map(({ of, record: { name }, apart }): AddedEach => {
    const found = alikeIn(catalogue, { of, name, apart });
    if (found.length > 0) return { ok: false, found };
    const entries = entriesOf(catalogue, of);
    const id = freeId({ has: (one) => made[of].has(one) || entries.has(one) }, name);
    made[of].add(id);
    return { ok: true, id };
  });
  const additions = wanted.flatMap((added, at) => {
    const record = records[at];
    return record?.ok === true ? [additionOf(catalogue, deed, { added, id: record.id })] : [];
  });
  const changed = await changeCatalogue(deed, () => additions);
  return changed.ok ? { ok: true, records } : changed;
}

/** Adds what somebody uses and nobody has registered. What has the same name already is shown first. */
export async function addRecord(deed: Deed, added: NewRecord & { readonly anyway: boolean }): Promise<Added> {
  const { anyway, ...record } = added;
  const done = await addRecords(deed, [{ ...record, apart: anyway ? 'all' : [] }]);
  if (!done.ok) return done;
  const [one] = done.records;
  if (one === undefined) throw new Error('nothing was added');
  return one.ok ? one : { ok: false, failure: { kind: 'alike', found: one.found } };
}

type Changing = { readonly id: string; readonly seen?: number | undefined } & (
  | { readonly of: 'product'; readonly changes: ProductChanges }
  | { readonly of: 'supplier'; readonly changes: SupplierChanges }
);

/** Changes a record, as curator or as who made it. `seen` is the last line of its log when it was read. */
export async function changeRecord(
  deed: Deed,
  change: Changing,
): Promise<{ readonly ok: true; readonly catalogue: Catalogue } | Refused> {
  const { tx } = deed;
  const { of, id, seen } = change;
  await lockCatalogue(tx);
  if (!(await mayChange(tx, deed, { of, id }))) return forbidden;
  const supplier = change.of === 'product' ? change.changes.supplier : undefined;
  if (deed.supplies && supplier !== undefined && !(await isOwnSupplier(deed, supplier))) return forbidden;
  if (seen !== undefined && seen !== (await lastChange(tx, of, id)))
    return { ok: false, failure: { kind: 'changed-since', id } };
  return changeCatalogue(deed, () => [
    change.of === 'product'
      ? { kind: 'change', of: 'product', id, changes: change.changes }
      : { kind: 'change', of: 'supplier', id, changes: change.changes },
  ]);
}

/** Puts records together, as curator: all names stay, and what is used under the others is used under the one. */
export async function mergeRecords(
  deed: Deed,
  merge: {
    readonly of: RecordKind;
    readonly into: string;
    readonly from: readonly string[];
    readonly take: Take;
  },
): Promise<{ readonly ok: true; readonly number: number } | Refused> {
  if (!deed.curator) return forbidden;
  const merged = await changeCatalogue(deed, () => [{ kind: 'merge', ...merge }]);
  return merged.ok ? { ok: true, number: merged.numbers[0] ?? 0 } : merged;
}

/** Undoes a line of the log, where `mayUndo`. */
export async function undo(deed: Deed, number: number): Promise<CatalogueUndone | Refused> {
  const { tx } = deed;
  await lockCatalogue(tx);
  if (!(await mayUndo(tx, deed, number))) return forbidden;
  return undoOperation(deed, number);
}

/** Whether a line of the log may be undone: curators any, others what is theirs alone. Suppliers change instead. */
export async function mayUndo(tx: Tx, hand: Hand, number: number): Promise<boolean> {
  if (hand.supplies) return false;
  if (hand.curator) return true;
  const { rows } = await sql<{ of: RecordKind; id: string }>`
    select operation ->> 'of' as of, operation ->> 'id' as id from systems.catalogue_log where n = ${number}`.execute(
    tx,
  );
  const [row] = rows;
  return row !== undefined && mayChange(tx, hand, row);
}

/** Says that records are not the same, as curator; they are not proposed again. */
export async function setApart(
  { tx, at, actor, organisation, curator }: Deed,
  said: { readonly of: RecordKind; readonly ids: readonly string[] },
): Promise<{ readonly ok: true } | Refused> {
  if (!curator) return forbidden;
  const catalogue = await lockCatalogue(tx);
  const entries = said.of === 'product' ? catalogue.products : catalogue.suppliers;
  const unknown = said.ids.find((id) => !entries.has(id));
  if (unknown !== undefined) return { ok: false, failure: { kind: 'missing', id: unknown } };
  await saveDifferent(tx, { ...said, by: { organisation, actor, at } });
  return { ok: true };
}
