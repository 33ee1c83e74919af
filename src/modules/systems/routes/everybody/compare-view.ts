import { formatNumber } from '../../../../platform/text/index.ts';
import { populationDay } from '../../../organisations/index.ts';
import { everybody as at } from '../../addresses.ts';
import type { CompareCell, CompareItem, CompareRow } from '../../everybody/compare/compare.ts';
import { compareOrganisations, findShared } from '../../everybody/compare/find.ts';
import { mostAsked } from '../../everybody/questions/ask.ts';
import { componentsAsked } from '../../everybody/search/wanted.ts';
import { namesOf } from '../../everybody/places.ts';
import type { CompareCellView, CompareItemView, CompareView } from '../../pages/everybody/compare-page.tsx';
import { inCommon, type Common, type InCommon } from './compare-common.ts';
import { chipsOf, mapOf, queryOf, type CompareAsked, type Seen } from './compare-parts.ts';
import { saveOf } from '../connections/save-as.ts';
import { areaName, componentName, dayIn, monthOf, pageTo, trailOf, type Ground } from './ground.ts';

/** Where the reader has a component, in words. */
const areaOf = (ground: Ground, component: string): string => {
  const area = ground.reader.taxonomy.byId.get(component)?.area;
  return area === undefined ? '' : areaName(ground, area);
};

/** Needs on a page: fewer where many stand side by side, so that a page is never more than can be taken in. */
const perPageOf = (organisations: number): number =>
  Math.max(10, Math.min(30, Math.floor(400 / organisations)));

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
  area: areaOf(seen.ground, row.component),
  title: componentName(seen.ground, row.component),
  to: pageTo(seen.ground, at.map, {}, { funktion: row.component }),
  cells: row.cells.map((cell, index) => cellView(seen, cell, seen.asked.organisations[index] ?? '')),
});

/** What they have in common, with one product named and why that one. */
function commonSaid({ ground, asked, products }: Seen, common: Common | null): readonly string[] {
  const { words, language } = ground;
  if (common === null) return [];
  const { because } = words.compare;
  const last = common.ends.toSorted().at(-1);
  const together = common.ends.length === common.users.length && common.ends.length > 1;
  const year = last === undefined ? '' : String(Number(last.slice(0, 4)) + 1);
  const why =
    common.others === 0
      ? []
      : common.first !== null
        ? [because.ends(monthOf(common.first, language))]
        : common.price > 0
          ? [because.price]
          : [];
  return [
    words.compare.commonest(
      products.name(common.product),
      common.users.length + 1,
      asked.organisations.length,
    ),
    ...why,
    ...(together ? [words.compare.allEnd(common.ends.length, year)] : []),
  ];
}

function summaryOf(seen: Seen, { commonest, planned }: InCommon): string {
  const { ground, asked, name, products } = seen;
  const { words } = ground;
  const [only] = planned;
  const more = planned.length > 1 ? ` ${words.compare.plannedMore(planned.length - 1)}` : '';
  return [
    words.compare.lede(name(asked.organisations[0] ?? '')),
    ...commonSaid(seen, commonest),
    ...(only === undefined
      ? []
      : [`${words.compare.plannedAt(products.name(only.product), only.users.map(name))}${more}`]),
  ].join(' ');
}

function askOf({ ground, products }: Seen, common: Common | null): CompareView['ask'] {
  if (common === null || common.users.length > mostAsked) return null;
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
    components: componentsAsked(reader.taxonomy, { omrade, funktion: undefined }),
  });
  const name = await namesOf(context.tx, organisations);
  const seen: Seen = { ...found, ground, asked, name };
  const { comparison } = found;
  const common = inCommon(seen);
  const perPage = perPageOf(organisations.length);
  const pages = Math.max(1, Math.ceil(comparison.rows.length / perPage));
  const page = Math.min(asked.page, pages);
  return {
    words,
    title: network === null ? words.compare.title(organisations.length) : words.compare.network(network.name),
    trail: trailOf(ground, { title: words.compare.trail, to: pageTo(ground, at.choose) }),
    summary: summaryOf(seen, common),
    ask: askOf(seen, common.commonest),
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
        index === 0
          ? id === ground.organisation
            ? words.compare.us
            : words.compare.first
          : words.compare.likes(comparison.counts[index]?.same ?? 0, comparison.needs),
    })),
    rows: comparison.rows.slice((page - 1) * perPage, page * perPage).map((row) => rowView(seen, row)),
    page,
    pages,
    pageTo: (sida) => pageTo(ground, at.compare, {}, { ...queryOf(asked), sida }),
    save: saveOf(ground, at.compare, queryOf(asked)),
    map: mapOf(seen, await findShared(context.tx, reader, organisations[0] ?? ground.organisation)),
    source: comparison.rows.some(({ cells }) =>
      cells.some(({ items }) => items.some((item) => item.perInhabitant !== null)),
    )
      ? words.compare.inhabitantsFrom(dayIn(populationDay, ground.language))
      : null,
    example: found.example,
  };
}
