import { formatNumber, isoDay } from '../../../../platform/text/index.ts';
import type { Chip, MapState, MapTile } from '../../../../ui/index.ts';
import { municipalities, populationDay } from '../../../organisations/index.ts';
import { everybody as at } from '../../addresses.ts';
import type { CompareCell, CompareItem, CompareRow } from '../../everybody/compare/compare.ts';
import { compareOrganisations, findShared, type FoundComparison } from '../../everybody/compare/find.ts';
import { componentsAsked } from '../../everybody/search/wanted.ts';
import { namesOf, type Network } from '../../everybody/places.ts';
import { newestEdition } from '../../taxonomy/editions.ts';
import type { CompareCellView, CompareItemView, CompareView } from '../../pages/everybody/compare-page.tsx';
import { areaName, componentName, dayIn, monthOf, pageTo, trailOf, type Ground } from './ground.ts';

export type CompareAsked = {
  /** The first is what the others are compared against. */
  readonly organisations: readonly string[];
  /** The network whose members they all are; null where they are chosen one by one. */
  readonly network: Network | null;
  readonly omrade?: string | undefined;
  readonly lika: boolean;
  readonly slutar?: number | undefined;
  readonly page: number;
  readonly networks: readonly Network[];
};

/** Needs on a page. */
const perPage = 30;

type Query = Readonly<Record<string, string | number | undefined>>;

/** The choices of a comparison as they stand in its address. */
function queryOf({ organisations, network, omrade, lika, slutar }: CompareAsked): Query {
  return {
    ...(network === null ? { med: organisations.slice(1).join(',') } : { natverk: network.id }),
    omrade,
    lika: lika ? 'ja' : undefined,
    slutar,
  };
}

type Seen = FoundComparison & {
  readonly ground: Ground;
  readonly asked: CompareAsked;
  readonly name: (id: string) => string;
};

function itemView({ ground, products }: Seen, item: CompareItem): CompareItemView {
  const { words, language } = ground;
  const notes = [
    item.status === 'planned' ? { text: words.compare.planned, strong: false } : null,
    item.ends === null
      ? null
      : { text: words.compare.until(monthOf(item.ends, language)), strong: item.endsBefore },
    item.perInhabitant === null
      ? null
      : {
          text: words.compare.perInhabitant(
            formatNumber(item.perInhabitant, language, item.perInhabitant < 10 ? 1 : 0),
          ),
          strong: false,
        },
  ];
  return {
    key: item.usage,
    product: products.name(item.product),
    to: pageTo(ground, at.product, { product: item.product }),
    same: item.same,
    notes: notes.filter((note) => note !== null),
  };
}

function cellView(seen: Seen, cell: CompareCell, id: string): CompareCellView {
  const { words } = seen.ground;
  return {
    id,
    same: cell.relation === 'same',
    empty: cell.relation === 'neither' ? words.compare.neither : words.compare.missing,
    items: cell.items.map((item) => itemView(seen, item)),
  };
}

const rowView = (seen: Seen, row: CompareRow) => ({
  id: row.component,
  title: componentName(row.component, seen.ground.language),
  to: pageTo(seen.ground, at.map, {}, { funktion: row.component }),
  cells: row.cells.map((cell, index) => cellView(seen, cell, seen.asked.organisations[index] ?? '')),
});

/** The product of the first that most of the others have too, and with whose contracts. */
function commonest({ comparison, asked }: Seen): {
  readonly product: string;
  readonly users: readonly string[];
  readonly ends: readonly string[];
} | null {
  const others = comparison.rows.flatMap(({ cells }) =>
    cells.flatMap(({ items }, index) =>
      items.filter(({ same }) => same).map((item) => ({ ...item, user: asked.organisations[index] ?? '' })),
    ),
  );
  const best = [...Map.groupBy(others, ({ product }) => product)]
    .map(([product, items]) => ({
      product,
      users: [...new Set(items.map(({ user }) => user))],
      ends: items.flatMap(({ ends }) => ends ?? []),
    }))
    .toSorted((a, b) => b.users.length - a.users.length || (a.product < b.product ? -1 : 1));
  return best[0] ?? null;
}

function summaryOf(seen: Seen): string {
  const { ground, asked, name, products } = seen;
  const { words } = ground;
  const lede = words.compare.lede(name(asked.organisations[0] ?? ''));
  const common = commonest(seen);
  if (common === null) return lede;
  const all = words.compare.commonest(
    products.name(common.product),
    common.users.length + 1,
    asked.organisations.length,
  );
  const last = common.ends.toSorted().at(-1);
  const together = common.ends.length === common.users.length && last !== undefined;
  const year = last === undefined ? '' : String(Number(last.slice(0, 4)) + 1);
  return `${lede} ${all}${together ? ` ${words.compare.allEnd(common.ends.length, year)}` : ''}`;
}

function chipsOf({ ground, asked, comparison }: Seen): readonly Chip[] {
  const { words, language, context } = ground;
  const to = (change: Query): string => pageTo(ground, at.compare, {}, { ...queryOf(asked), ...change });
  const year = Number(isoDay(context.now).slice(0, 4));
  const years = [year + 1, year + 2, year + 3, year + 4];
  const area: Chip =
    asked.omrade === undefined
      ? {
          id: 'omrade',
          title: words.compare.needs(comparison.needs),
          options: newestEdition().areas.map((one) => ({
            title: one.name[language],
            to: to({ omrade: one.id }),
          })),
        }
      : { id: 'omrade', title: areaName(asked.omrade, language), clear: to({ omrade: undefined }) };
  const same: Chip[] = asked.lika
    ? [{ id: 'lika', title: words.compare.same, clear: to({ lika: undefined }) }]
    : [];
  const ends: Chip =
    asked.slutar === undefined
      ? {
          id: 'slutar',
          title: words.compare.endsBefore(String(year + 2)),
          options: years.map((one) => ({
            title: words.compare.endsBefore(String(one)),
            to: to({ slutar: one }),
          })),
        }
      : {
          id: 'slutar',
          title: words.compare.endsBefore(String(asked.slutar)),
          clear: to({ slutar: undefined }),
        };
  return [area, ...same, ends];
}

type Shared = Awaited<ReturnType<typeof findShared>>;

/** By how much of what the first has that each has too. */
function shadeOf(n: number | undefined, of: number): MapState {
  if (n === undefined) return 'unknown';
  if (n === 0) return 'none';
  if (n * 2 >= of) return 'high';
  return n * 4 >= of ? 'middle' : 'low';
}

function mapOf({ ground, asked, name }: Seen, { of, shared }: Shared): CompareView['map'] {
  const { words } = ground;
  const place = new Map(asked.organisations.map((id, index) => [id, index]));
  const { legend: say } = words.compare;
  const tiles = municipalities.map(({ id, column, row }): MapTile => {
    const index = place.get(id);
    const n = shared.get(id);
    const state = index === undefined ? shadeOf(n, of) : index === 0 ? 'home' : 'owns';
    const says = index === 0 ? say.ours : n === undefined ? words.map.unbegun : words.compare.shared(n, of);
    return { id, column, row, state, title: `${name(id)}: ${says}` };
  });
  const used = new Set(tiles.map(({ state }) => state));
  const items = [
    ['home', name(asked.organisations[0] ?? '')],
    ['owns', say.compared],
    ['high', say.many],
    ['middle', say.some],
    ['low', say.few],
    ['none', say.no],
    ['unknown', words.map.unbegun],
  ] as const;
  return {
    tiles,
    legend: items.filter(([state]) => used.has(state)).map(([state, word]) => ({ kind: 'map', state, word })),
    label: words.compare.mapLabel(asked.organisations.length),
  };
}

function askOf({ ground, products, ...seen }: Seen): CompareView['ask'] {
  const common = commonest({ ground, products, ...seen });
  if (common === null || common.users.length > 20) return null;
  return {
    title: ground.words.compare.ask(common.users.length, products.name(common.product)),
    to: pageTo(ground, at.newQuestion, {}, { till: common.users.join(','), produkt: common.product }),
  };
}

/** The comparison as a page. */
export async function compareView(ground: Ground, asked: CompareAsked): Promise<CompareView> {
  const { context, reader, words } = ground;
  const { organisations, networks, network, lika, slutar, omrade } = asked;
  const found = await compareOrganisations(context.tx, reader, {
    organisations,
    networks,
    filter: { same: lika, before: slutar === undefined ? null : `${slutar}-01-01` },
    components: componentsAsked({ omrade, funktion: undefined }),
  });
  const name = await namesOf(context.tx, organisations);
  const seen: Seen = { ...found, ground, asked, name };
  const { comparison } = found;
  const pages = Math.max(1, Math.ceil(comparison.rows.length / perPage));
  const page = Math.min(asked.page, pages);
  return {
    words,
    title: network === null ? words.compare.title(organisations.length) : words.compare.network(network.name),
    trail: trailOf(ground, { title: words.compare.trail }),
    summary: summaryOf(seen),
    ask: askOf(seen),
    chips: chipsOf(seen),
    onlySame: asked.lika ? null : pageTo(ground, at.compare, {}, { ...queryOf(asked), lika: 'ja' }),
    timeline: pageTo(
      ground,
      at.horizon,
      {},
      network === null ? { med: organisations.slice(1).join(','), omrade } : { natverk: network.id, omrade },
    ),
    change: pageTo(
      ground,
      at.choose,
      {},
      { med: network === null ? organisations.slice(1).join(',') : undefined },
    ),
    heads: organisations.map((id, index) => ({
      id,
      name: name(id),
      note:
        index === 0 && id === ground.organisation
          ? words.compare.us
          : words.compare.likes(comparison.counts[index]?.same ?? 0, comparison.needs),
    })),
    rows: comparison.rows.slice((page - 1) * perPage, page * perPage).map((row) => rowView(seen, row)),
    page,
    pages,
    pageTo: (sida) => pageTo(ground, at.compare, {}, { ...queryOf(asked), sida }),
    map: mapOf(seen, await findShared(context.tx, reader, organisations[0] ?? ground.organisation)),
    source: comparison.rows.some(({ cells }) =>
      cells.some(({ items }) => items.some((item) => item.perInhabitant !== null)),
    )
      ? words.compare.inhabitantsFrom(dayIn(populationDay, ground.language))
      : null,
    example: found.example,
  };
}
