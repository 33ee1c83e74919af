import { pickText } from '../../../kernel/index.ts';
import { link, route } from '../../../platform/http/index.ts';
import { own as at } from '../addresses.ts';
import { landscapeAccess } from '../everybody/reader.ts';
import { byName, inOrder, type Row } from '../landscape/row.ts';
import { sayNumber } from '../landscape/say.ts';
import { termOf } from '../model/contract.ts';
import { fields } from '../model/fields.ts';
import {
  GroupedPage,
  SuppliersPage,
  type GroupedRow,
  type GroupedView,
  type SupplierLine,
} from '../pages/own/group-pages.tsx';
import { optionsOf } from '../texts/fields.ts';
import { frame, navOf, readGround, usageTo, type Ground } from './own-ground.ts';
import { dayIn, inWords } from './own-inputs.ts';
import { areasInOrder } from '../taxonomy/reading.ts';

function statusOf({ context }: Ground, { facts }: Row): string | null {
  if (facts.status === undefined || facts.status === 'in-use') return null;
  return optionsOf(context.language, 'status').find(({ value }) => value === facts.status)?.label ?? null;
}

function groupedRow(ground: Ground, row: Row, cells: readonly string[]): GroupedRow {
  const by = row.registeredBy === null ? '' : ground.words.list.registeredBy(row.registeredBy.name);
  const note = [row.supplier?.name ?? '', by].filter(Boolean).join(', ');
  return {
    key: row.id,
    name: row.name,
    to: usageTo(ground, row.id),
    note,
    cells,
    mark: statusOf(ground, row),
  };
}

const endsIn = (ground: Ground, { facts }: Row): string =>
  facts.contractEnds === undefined ? '' : dayIn(ground, facts.contractEnds);

function areasView(ground: Ground): GroupedView {
  const { landscape, names, context, words, views } = ground;
  const { taxonomy, rows } = landscape;
  const rowIn = (row: Row, area: string): GroupedRow => {
    const does = row.components.filter((id) => taxonomy.byId.get(id)?.area === area).map(names.component);
    return groupedRow(ground, row, [does.join(', '), endsIn(ground, row)]);
  };
  const all = areasInOrder(taxonomy, context.language).map(({ id, name }) => {
    const own = rows.filter(({ areas }) => areas.includes(id));
    return {
      id,
      title: pickText(name, context.language),
      note: views.areas.count(own.length),
      rows: own.map((row) => rowIn(row, id)),
    };
  });
  const none = rows.filter(({ areas }) => areas.length === 0);
  const without = {
    id: 'utan',
    title: views.areas.none,
    note: views.areas.noneText,
    rows: none.map((row) => groupedRow(ground, row, ['', endsIn(ground, row)])),
  };
  const missing = all.filter((group) => group.rows.length === 0).map(({ title }) => title);
  return {
    shell: {
      words,
      views,
      nav: navOf(ground, 'areas'),
      head: { title: views.areas.title, summary: views.areas.lede },
      example: rows.some(({ example }) => example),
    },
    caption: views.areas.caption,
    columns: [views.areas.does, words.list.ends],
    groups: [...all, without].filter((group) => group.rows.length > 0),
    empty: words.list.empty,
    missing:
      missing.length === 0 || rows.length === 0
        ? null
        : { title: views.areas.missing(missing.length), names: missing },
  };
}

function unitsView(ground: Ground): GroupedView {
  const { landscape, units, words, views } = ground;
  const { rows } = landscape;
  const lineOf = (row: Row): GroupedRow =>
    groupedRow(ground, row, [
      inWords(ground, 'users', row.facts).join(''),
      row.facts.owner ?? '',
      endsIn(ground, row),
    ]);
  const all = units.map(({ id, name }) => {
    const own = rows.filter(({ facts }) => (facts.units ?? []).includes(id));
    return { id, title: name, note: views.units.count(own.length), rows: own.map(lineOf) };
  });
  const none = rows.filter(({ facts }) => facts.units === undefined);
  const without = {
    id: 'utan',
    title: views.units.none,
    note: views.units.count(none.length),
    rows: none.map(lineOf),
  };
  return {
    shell: {
      words,
      views,
      nav: navOf(ground, 'units'),
      head: { title: views.units.title, summary: views.units.lede },
      example: rows.some(({ example }) => example),
    },
    caption: views.units.caption,
    columns: [views.units.users, views.units.owner, words.list.ends],
    groups: [...all, without].filter((group) => group.rows.length > 0),
    empty: words.list.empty,
    missing: null,
  };
}

const criticalities: readonly string[] = fields.criticality.options;

const place = ({ facts }: Row): number => criticalities.indexOf(facts.criticality ?? '');

/** What the most important of some systems means; empty where nobody has said. */
function mostCritical(ground: Ground, rows: readonly Row[]): string {
  const known = rows.filter(({ facts }) => facts.criticality !== undefined);
  const worst = known.toSorted((a, b) => place(b) - place(a))[0];
  return worst === undefined ? '' : inWords(ground, 'criticality', worst.facts).join('');
}

function nextEnd(ground: Ground, rows: readonly Row[]): Pick<SupplierLine, 'next' | 'nextNote' | 'late'> {
  const terms = rows
    .flatMap((row) => {
      const term = termOf(row.facts);
      return term === null ? [] : [{ row, term }];
    })
    .toSorted((a, b) => inOrder.compare(a.term.ends, b.term.ends));
  const [first] = terms;
  if (first === undefined) return { next: '', nextNote: '', late: false };
  const { noticeBy, ends } = first.term;
  const { list } = ground.words;
  const gone = noticeBy !== null && noticeBy < ground.today;
  const said = noticeBy === null ? '' : dayIn(ground, noticeBy);
  return {
    next: dayIn(ground, ends),
    nextNote: noticeBy === null ? '' : gone ? list.noticeGone(said) : list.notice(said),
    late: gone || ends < ground.today,
  };
}

function priceOf(ground: Ground, rows: readonly Row[]): Pick<SupplierLine, 'price' | 'priceNote'> {
  const { suppliers } = ground.views;
  const known = rows.flatMap(({ facts }) => facts.price ?? []);
  if (known.length === 0) return { price: '', priceNote: '' };
  const sum = known.reduce((all, one) => all + one, 0);
  return {
    price: sayNumber('price', sum, ground.context.language),
    priceNote: known.length === rows.length ? '' : suppliers.partly(known.length, rows.length),
  };
}

function supplierLine(ground: Ground, rows: readonly Row[]): SupplierLine {
  const { organisation, views } = ground;
  const supplier = rows[0]?.supplier ?? null;
  return {
    id: supplier?.id ?? '',
    name: supplier?.name ?? views.suppliers.none,
    to: supplier === null ? null : link(at.list, { organisation }, { leverantor: supplier.id }),
    systems: rows.map(({ id, name }) => ({ id, name, to: usageTo(ground, id) })),
    critical: mostCritical(ground, rows),
    ...nextEnd(ground, rows),
    ...priceOf(ground, rows),
  };
}

/** How many, and what is paid where it is known. */
function suppliersSummary({ landscape, views, context }: Ground, n: number): string {
  const known = landscape.rows.flatMap(({ facts }) => facts.price ?? []);
  if (known.length === 0) return views.suppliers.lede;
  const sum = known.reduce((all, one) => all + one, 0);
  const paid = sayNumber('price', sum, context.language);
  return `${views.suppliers.lede} ${views.suppliers.sum(n, paid, views.suppliers.partly(known.length, landscape.rows.length))}`;
}

const showAreas = route({
  method: 'GET',
  path: at.areas.path,
  access: landscapeAccess,
  handle: async (context) => {
    const view = areasView(await readGround(context));
    return { kind: 'page', title: view.shell.head.title, frame, content: <GroupedPage {...view} /> };
  },
});

const showUnits = route({
  method: 'GET',
  path: at.units.path,
  access: landscapeAccess,
  handle: async (context) => {
    const view = unitsView(await readGround(context));
    return { kind: 'page', title: view.shell.head.title, frame, content: <GroupedPage {...view} /> };
  },
});

const showSuppliers = route({
  method: 'GET',
  path: at.suppliers.path,
  access: landscapeAccess,
  handle: async (context) => {
    const ground = await readGround(context);
    const { views, words, landscape } = ground;
    const grouped = Map.groupBy(landscape.rows, ({ supplier }) => supplier?.id ?? '');
    const rows = [...grouped.values()].map((own) => supplierLine(ground, own.toSorted(byName)));
    const named = rows.filter(({ to }) => to !== null).toSorted(byName);
    const view = {
      shell: {
        words,
        views,
        nav: navOf(ground, 'suppliers'),
        head: { title: views.suppliers.title, summary: suppliersSummary(ground, named.length) },
        example: landscape.rows.some(({ example }) => example),
      },
      rows: [...named, ...rows.filter(({ to }) => to === null)],
    };
    return { kind: 'page', title: views.suppliers.title, frame, content: <SuppliersPage {...view} /> };
  },
});

export const viewRoutes = [showAreas, showUnits, showSuppliers] as const;
