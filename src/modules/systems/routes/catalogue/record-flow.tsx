import type { VNode } from 'preact';
import type { z } from 'zod';
import { link, missing, see, type Context, type Reply } from '../../../../platform/http/index.ts';
import type { Added, Deed } from '../../catalogue/actions.ts';
import { standsFor, type Catalogue, type Entry } from '../../catalogue/catalogue.ts';
import { mayChange } from '../../catalogue/curators.ts';
import { decideMeanwhile, recordBefore, taking, type Typed } from '../../catalogue/meanwhile.ts';
import type { ReadForm, SentAlong } from '../../catalogue/product-form.ts';
import { readCatalogue } from '../../catalogue/reading.ts';
import type { Product, RecordKind, Supplier } from '../../catalogue/record.ts';
import { lastChange, lockCatalogue, writtenSince } from '../../catalogue/store.ts';
import { recordFields } from '../../catalogue/write.ts';
import type { FormView } from '../../pages/catalogue/forms.tsx';
import type { CataloguePart } from '../../pages/catalogue/frame.tsx';
import type { MeanwhileRow } from '../../pages/catalogue/meanwhile.tsx';
import { fieldName, valueText } from '../../pages/catalogue/values.tsx';
import { catalogueTexts } from '../../texts/catalogue.ts';
import { deedOf } from './deed.ts';
import { formPage, notDone, type Said } from './form-frame.tsx';

type Failure = Extract<Added, { ok: false }>['failure'];
export type Changed = { readonly ok: true } | { readonly ok: false; readonly failure: Failure };

/** How one kind of record is added and changed by a form. */
export type RecordFlow<R extends Product | Supplier, T extends SentAlong & Typed, Read> = {
  readonly of: RecordKind;
  readonly schema: z.ZodType<R>;
  readonly form: z.ZodType<T>;
  /** Where it is added, among the parts of the catalogue. */
  readonly part: CataloguePart;
  readonly addTo: { readonly path: string };
  /** Of a record that is there: where it is changed. */
  readonly changeTo: (organisation: string, id: string) => string;
  readonly recordAt: (id: string) => string;
  readonly entries: (catalogue: Catalogue) => ReadonlyMap<string, Entry<R>>;
  /** `before` is the record that it changes. */
  readonly read: (catalogue: Catalogue, typed: T, before: R | null) => ReadForm<Read>;
  readonly typedOf: (context: Context, catalogue: Catalogue, record: R) => Omit<T, keyof SentAlong>;
  /** The record that was read, to be set beside what others wrote. */
  readonly recordOf: (read: Read, before: R) => Readonly<Record<string, unknown>>;
  readonly add: (deed: Deed, read: Read, anyway: boolean) => Promise<Added>;
  readonly change: (
    deed: Deed,
    catalogue: Catalogue,
    to: { readonly before: R; readonly read: Read },
  ) => Promise<Changed>;
  readonly title: (words: ReturnType<typeof catalogueTexts>['form']) => string;
  readonly page: (context: Context, view: FormView<T>) => VNode | Promise<VNode>;
};

type AnyTyped = SentAlong & Typed;

/** The form, with what is said above it. */
export async function shownForm<R extends Product | Supplier, T extends AnyTyped, Read>(
  flow: RecordFlow<R, T, Read>,
  context: Context,
  typed: T,
  said: Said,
): Promise<Reply> {
  const { changing } = said;
  const words = catalogueTexts(context.language).form;
  const title = changing === null ? flow.title(words) : words.changeTitle(changing.name);
  return formPage(context, said, {
    part: changing === null ? flow.part : 'none',
    title,
    action: (organisation) =>
      changing === null ? link(flow.addTo, { organisation }) : flow.changeTo(organisation, changing.id),
    content: (common) => flow.page(context, { ...common, typed }),
  });
}

/** Adds what was typed; what is like it in the catalogue is asked about first. */
export async function addTyped<R extends Product | Supplier, T extends AnyTyped, Read>(
  flow: RecordFlow<R, T, Read>,
  context: Context,
  typed: T,
): Promise<Reply> {
  const catalogue = await readCatalogue(context.tx);
  const read = flow.read(catalogue, typed, null);
  if (!read.ok) return shownForm(flow, context, typed, { changing: null, problems: read.problems });
  const added = await flow.add(await deedOf(context), read.record, typed.anyway !== undefined);
  if (added.ok) return see(flow.recordAt(added.id));
  const said = notDone(context, added.failure, flow.entries(catalogue), flow.recordAt);
  return shownForm(flow, context, typed, { changing: null, ...said });
}

const isOpen = async (
  context: Context,
  of: RecordKind,
  id: string,
  entry: Entry<unknown>,
): Promise<boolean> =>
  !entry.withdrawn &&
  entry.mergedInto === null &&
  (await mayChange(context.tx, await deedOf(context), { of, id }));

/** The form of a record as it stands; missing for those who may not change it. */
export async function formOf<R extends Product | Supplier, T extends AnyTyped, Read>(
  flow: RecordFlow<R, T, Read>,
  context: Context,
  id: string,
): Promise<Reply> {
  const catalogue = await readCatalogue(context.tx);
  const entry = flow.entries(catalogue).get(id);
  if (entry === undefined || !(await isOpen(context, flow.of, id, entry))) return missing;
  const seen = await lastChange(context.tx, flow.of, id);
  const typed = flow.form.parse({ ...flow.typedOf(context, catalogue, entry.record), seen });
  return shownForm(flow, context, typed, { changing: entry.record });
}

type Late<R, T, Read> = {
  readonly catalogue: Catalogue;
  readonly before: R;
  readonly typed: T;
  readonly read: Read;
  /** The last line of the log now, and when the form was opened. */
  readonly last: number;
  readonly seen: number;
};

/** Somebody was first: what was typed, what they wrote beside it, and the way to take theirs. */
async function askedAgain<R extends Product | Supplier, T extends AnyTyped, Read>(
  flow: RecordFlow<R, T, Read>,
  context: Context,
  late: Late<R, T, Read>,
): Promise<Reply> {
  const { catalogue, before, typed, read, last, seen } = late;
  const { of } = flow;
  const { language, tx } = context;
  const written = await writtenSince(tx, { of, id: before.id }, seen);
  const changed = recordFields[of].filter((field) => written.has(field));
  const was = new Map([...written].filter(([field]) => changed.includes(field)));
  const base = recordBefore(flow.schema, before, was);
  const meanwhile = decideMeanwhile({
    typed,
    opened: base === null ? {} : flow.typedOf(context, catalogue, base),
    now: flow.typedOf(context, catalogue, before),
    changed,
  });
  const naming = { language, catalogue, of, organisation: (one: string) => one };
  const [theirs, ours] = [before, flow.recordOf(read, before)].map(
    (record) => new Map(Object.entries(record)),
  );
  const rows = meanwhile.fields.map(({ field, touched }): MeanwhileRow => ({
    field,
    name: fieldName(language, field),
    within: fieldName(language, field).toLowerCase(),
    theirs: valueText(naming, field, theirs?.get(field)),
    ours: touched ? valueText(naming, field, ours?.get(field)) : null,
  }));
  const standing = flow.form.parse({ ...meanwhile.typed, ta: [], seen: last });
  return shownForm(flow, context, standing, { changing: before, meanwhile: rows });
}

/** It can no longer be changed: merged, taken over or gone since the form was opened. What was typed stays to be seen. */
async function shutMeanwhile<R extends Product | Supplier, T extends AnyTyped, Read>(
  flow: RecordFlow<R, T, Read>,
  context: Context,
  {
    catalogue,
    typed,
    last,
    id,
  }: Pick<Late<R, T, Read>, 'catalogue' | 'typed' | 'last'> & { readonly id: string },
): Promise<Reply> {
  const entries = flow.entries(catalogue);
  const entry = entries.get(id);
  if (entry === undefined || typed.seen === undefined || typed.seen >= last) return missing;
  const words = catalogueTexts(context.language);
  const why = entry.mergedInto === null ? (entry.withdrawn ? 'missing' : 'forbidden') : 'merged';
  const to = flow.recordAt(standsFor(entries, id));
  return shownForm(flow, context, typed, {
    changing: entry.record,
    message: words.failure[why],
    ...(entry.withdrawn ? {} : { see: { title: words.form.seeStanding, to } }),
  });
}

/** Changes a record to what was typed. What somebody else has written since the form was opened is asked about. */
export async function changeTyped<R extends Product | Supplier, T extends AnyTyped, Read>(
  flow: RecordFlow<R, T, Read>,
  context: Context,
  { id, body }: { readonly id: string; readonly body: T },
): Promise<Reply> {
  const catalogue = await lockCatalogue(context.tx);
  const entry = flow.entries(catalogue).get(id);
  const last = await lastChange(context.tx, flow.of, id);
  if (entry === undefined || !(await isOpen(context, flow.of, id, entry)))
    return shutMeanwhile(flow, context, { catalogue, typed: body, last, id });
  const { record: before } = entry;
  const theirs = flow.typedOf(context, catalogue, before);
  const typed = flow.form.parse({ ...taking(body, theirs, body.ta), ta: [] });
  const read = flow.read(catalogue, typed, before);
  if (!read.ok) return shownForm(flow, context, typed, { changing: before, problems: read.problems });
  const { seen = last } = typed;
  if (seen !== last)
    return askedAgain(flow, context, { catalogue, before, typed, read: read.record, last, seen });
  const changed = await flow.change(await deedOf(context), catalogue, { before, read: read.record });
  if (changed.ok) return see(flow.recordAt(id));
  const message = notDone(context, changed.failure, flow.entries(catalogue), flow.recordAt);
  return shownForm(flow, context, typed, { changing: before, ...message });
}
