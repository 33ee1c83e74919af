import { z } from 'zod';
import { isDay } from '../../../kernel/dates/index.ts';
import type { Catalogue } from './catalogue.ts';
import { freeId } from './actions.ts';
import { recogniseSupplier, sure, type Recognised } from './recognise.ts';
import { Product, Supplier } from './record.ts';
import { standards } from './standards.ts';

const text = (longest: number) => z.string().max(longest).default('');
const many = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((given) => (typeof given === 'string' ? [given] : given));

/** What every form of a record sends besides its fields. */
const sentAlong = {
  /** The last line of the record's log when the form was opened. */
  seen: z.coerce.number().int().optional(),
  anyway: z.string().optional(),
  /** Fields in which what somebody else wrote meanwhile is taken instead of what was typed. */
  ta: many,
};
export type SentAlong = Readonly<z.infer<z.ZodObject<typeof sentAlong>>>;

/** A product as it is typed. `evidence-…` holds what shows that it keeps to a standard. */
export const ProductForm = z
  .object({
    name: text(500),
    supplier: text(500),
    supplierChoice: text(100),
    /** The name that the choice was made about. */
    supplierFor: text(500),
    aliases: text(10_000),
    formerNames: text(10_000),
    whatSv: text(2000),
    whatEn: text(2000),
    components: many,
    hosting: many,
    licence: text(50),
    standards: many,
    interfaces: text(20_000),
    versions: text(10_000),
    publiccode: text(1000),
    cpe: text(500),
    spdx: text(200),
    web: text(1000),
    ...sentAlong,
  })
  .catchall(z.union([z.string().max(2000), z.array(z.string())]));
export type ProductForm = Readonly<z.infer<typeof ProductForm>>;

export const SupplierForm = z.object({
  name: text(500),
  organisationNumber: text(50),
  web: text(1000),
  aliases: text(10_000),
  formerNames: text(10_000),
  ...sentAlong,
});
export type SupplierForm = Readonly<z.infer<typeof SupplierForm>>;

export type FormProblem =
  | { readonly kind: 'none'; readonly field: string }
  | { readonly kind: 'bad'; readonly field: string }
  | { readonly kind: 'line'; readonly field: string; readonly n: number }
  | { readonly kind: 'which-supplier'; readonly field: string; readonly near: readonly Recognised[] };

const lines = (given: string): readonly string[] =>
  given
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const names = (given: string): readonly string[] => [...new Set(lines(given))];
const orNone = <K extends string>(key: K, value: string): { readonly [Key in K]?: string } => {
  const trimmed = value.trim();
  const given: { [Key in K]?: string } = {};
  if (trimmed !== '') given[key] = trimmed;
  return given;
};

/** Ids of an earlier record's parts stay with the same names, so that what leads to them still does. */
function partIds(
  before: readonly { readonly id: string; readonly name: string }[],
): (name: string) => string {
  const known = new Map(before.map(({ id, name }) => [name, id]));
  const taken = new Set(before.map(({ id }) => id));
  return (name) => {
    const id = known.get(name) ?? freeId(taken, name);
    taken.add(id);
    return id;
  };
}

function readInterfaces(typed: string, before: Product | null) {
  const idOf = partIds(before?.interfaces ?? []);
  return lines(typed).map((line) => {
    const [name = '', ...rest] = line.split('|').map((part) => part.trim());
    const earlier = before?.interfaces.find((one) => one.name === name);
    const what = rest.join(' | ');
    const same = earlier !== undefined && (earlier.what.sv === what || earlier.what.en === what);
    return same ? earlier : { ...earlier, id: idOf(name), name, what: { sv: what, en: what } };
  });
}

function readVersions(typed: string, before: Product | null) {
  const idOf = partIds(before?.versions ?? []);
  const problems: FormProblem[] = [];
  const versions = lines(typed).map((line, at) => {
    const [name = '', from = '', until = '', ...rest] = line.split('|').map((part) => part.trim());
    const wrong = name === '' || rest.length > 0 || [from, until].some((day) => day !== '' && !isDay(day));
    if (wrong) problems.push({ kind: 'line', field: 'versions', n: at + 1 });
    return { id: idOf(name), name, ...orNone('from', from), ...orNone('until', until) };
  });
  return { versions, problems };
}

/** How a product's parts are typed, line by line. */
export const interfaceLines = (product: Product, language: 'sv' | 'en'): string =>
  product.interfaces
    .map(({ name, what }) => (what[language] === '' ? name : `${name} | ${what[language]}`))
    .join('\n');
export const versionLines = (product: Product): string =>
  product.versions
    .map(({ name, from = '', until = '' }) => [name, from, until].join(' | ').replace(/( \| )+$/u, ''))
    .join('\n');

export type ReadForm<R> =
  | { readonly ok: true; readonly record: R }
  | { readonly ok: false; readonly problems: readonly FormProblem[] };

/** Who supplies it: a supplier's id, one to be added by name, or none. */
export type TypedSupplier =
  | { readonly kind: 'none' }
  | { readonly kind: 'known'; readonly id: string }
  | { readonly kind: 'new'; readonly name: string };

export type TypedProduct = {
  readonly record: Omit<Product, 'id' | 'supplier'>;
  readonly supplier: TypedSupplier;
};

/** Reads a product's form. `before` is the record that it changes; what the form does not ask for stays. */
export function readProductForm(
  catalogue: Catalogue,
  typed: ProductForm,
  before: Product | null,
): ReadForm<TypedProduct> {
  const { versions, problems } = readVersions(typed.versions, before);
  const known = new Set(standards().map(({ id }) => id));
  const kept = (before?.standards ?? []).filter(({ standard }) => !known.has(standard));
  const chosen = typed.standards.map((standard) => {
    const evidence = typed[`evidence-${standard}`];
    return { standard, ...orNone('evidence', typeof evidence === 'string' ? evidence : '') };
  });
  const read = Product.omit({ id: true, supplier: true }).safeParse({
    name: typed.name,
    aliases: names(typed.aliases),
    formerNames: names(typed.formerNames),
    components: typed.components,
    what: { sv: typed.whatSv.trim(), en: typed.whatEn.trim() },
    hosting: typed.hosting,
    licence: typed.licence === '' ? 'proprietary' : typed.licence,
    standards: [...kept, ...chosen],
    interfaces: readInterfaces(typed.interfaces, before),
    versions,
    ...orNone('publiccode', typed.publiccode),
    ...orNone('cpe', typed.cpe),
    ...orNone('spdx', typed.spdx),
    ...orNone('web', typed.web),
    ...(before?.example === undefined ? {} : { example: before.example }),
  });
  const supplier = readSupplier(catalogue, typed);
  const all = [
    ...(read.success ? [] : problemsOf(typed.name, read.error)),
    ...problems,
    ...(supplier.ok ? [] : supplier.problems),
  ];
  if (!read.success || !supplier.ok || all.length > 0) return { ok: false, problems: all };
  return { ok: true, record: { record: read.data, supplier: supplier.record } };
}

const shownAs: Readonly<Record<string, string>> = { what: 'whatSv' };

function problemsOf(name: string, error: z.ZodError): readonly FormProblem[] {
  const fields = [...new Set(error.issues.map(({ path }) => String(path[0] ?? '')))];
  return fields.map((field) =>
    field === 'name' && name.trim() === ''
      ? { kind: 'none', field }
      : { kind: 'bad', field: shownAs[field] ?? field },
  );
}

function readSupplier(
  catalogue: Catalogue,
  { supplier, supplierChoice, supplierFor }: Pick<ProductForm, 'supplier' | 'supplierChoice' | 'supplierFor'>,
): ReadForm<TypedSupplier> {
  const name = supplier.trim();
  if (name === '') return { ok: true, record: { kind: 'none' } };
  const near = recogniseSupplier(catalogue, name);
  const found = near.find(({ score }) => score >= sure);
  if (found !== undefined) return { ok: true, record: { kind: 'known', id: found.id } };
  const chosen = supplierFor === '' || supplierFor === name ? supplierChoice : '';
  if (chosen === 'new') return { ok: true, record: { kind: 'new', name } };
  if (catalogue.suppliers.has(chosen)) return { ok: true, record: { kind: 'known', id: chosen } };
  return { ok: false, problems: [{ kind: 'which-supplier', field: 'supplierChoice', near }] };
}

export function readSupplierForm(
  typed: SupplierForm,
  before: Supplier | null,
): ReadForm<Omit<Supplier, 'id'>> {
  const read = Supplier.omit({ id: true }).safeParse({
    name: typed.name,
    aliases: names(typed.aliases),
    formerNames: names(typed.formerNames),
    ...orNone('organisationNumber', typed.organisationNumber),
    ...orNone('web', typed.web),
    ...(before?.example === undefined ? {} : { example: before.example }),
  });
  return read.success
    ? { ok: true, record: read.data }
    : { ok: false, problems: problemsOf(typed.name, read.error) };
}

/** Every field of a record as a change: what it does not have is emptied. */
export function asChanges<R extends object>(record: R, fields: readonly string[]): R {
  const emptied = Object.fromEntries(
    fields.filter((field) => !Object.hasOwn(record, field)).map((f) => [f, null]),
  );
  return { ...emptied, ...record };
}
