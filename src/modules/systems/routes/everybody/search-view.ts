import { isoDay } from '../../../../platform/text/index.ts';
import type { Chip } from '../../../../ui/index.ts';
import { everybody as at } from '../../addresses.ts';
import { facetIds, type FacetId, type Filter } from '../../everybody/search/filter.ts';
import { perPage, type UsagesFound } from '../../everybody/search/search.ts';
import type { SeenUsage } from '../../everybody/seen.ts';
import { confidenceOf } from '../../model/confidence.ts';
import type { SearchLine, SearchView } from '../../pages/everybody/search-page.tsx';
import { countingIn } from '../../texts/counting.ts';
import { supplyingTexts } from '../../texts/supplying.ts';
import { fieldWords } from '../../texts/fields.ts';
import { getCountyName } from '../../../organisations/index.ts';
import { areaName, componentName, pageTo, navOf, shortDay, type Ground } from './ground.ts';

type Query = Readonly<Record<string, string | number | undefined>>;

const searchTo = (ground: Ground, query: Query): string => pageTo(ground, at.search, {}, query);

/** A value of a filter in words. */
function wordsOf(ground: Ground, found: UsagesFound): Readonly<Record<FacetId, (id: string) => string>> {
  const { language, words } = ground;
  const statuses: ReadonlyMap<string, string> = new Map(Object.entries(fieldWords(language).status.options));
  const sizes: ReadonlyMap<string, string> = new Map(Object.entries(words.sizes));
  return {
    produkt: found.products.name,
    leverantor: found.products.supplierName,
    funktion: (id) => componentName(ground, id),
    omrade: (id) => areaName(ground, id),
    lan: (id) => countyNames.get(id) ?? id,
    storlek: (id) => sizes.get(id) ?? id,
    natverk: (id) => found.networks.find((one) => one.id === id)?.name ?? id,
    status: (id) => statuses.get(id) ?? id,
  };
}

const countyCodes = '01 03 04 05 06 07 08 09 10 12 13 14 17 18 19 20 21 22 23 24 25'.split(' ');
const countyNames = new Map(countyCodes.map((code) => [code, getCountyName(code)]));

function chipsOf(ground: Ground, found: UsagesFound, filter: Filter): readonly Chip[] {
  const { words } = ground;
  const say = wordsOf(ground, found);
  const { beside } = countingIn(ground.language);
  const only: readonly Chip[] =
    filter.kommun === undefined
      ? []
      : [
          {
            id: 'kommun',
            title: found.name(filter.kommun),
            clear: searchTo(ground, { ...filter, kommun: undefined }),
          },
        ];
  const chips = facetIds.flatMap((id): readonly Chip[] => {
    const chosen = filter[id];
    if (chosen !== undefined)
      return [{ id, title: say[id](chosen), clear: searchTo(ground, { ...filter, [id]: undefined }) }];
    const values = found.facets[id];
    if (values.length < 2) return [];
    return [
      {
        id,
        title: words.search.filters[id],
        options: values.map((value) => ({
          title: beside(say[id](value.id), value.count),
          to: searchTo(ground, { ...filter, [id]: value.id }),
        })),
      },
    ];
  });
  return [...only, ...chips];
}

function lineOf(ground: Ground, found: UsagesFound, row: SeenUsage): SearchLine {
  const { words, language, context } = ground;
  const { facts } = row;
  const product = found.products.name(row.product);
  const supplier = found.products.supplier(row.product);
  const confidence = confidenceOf(row.confirmedAt, context.now);
  const own = row.user === ground.organisation || row.organisation === ground.organisation;
  const contact = facts.contact ?? facts.contactEmail ?? null;
  const notes = [
    facts.localName === undefined ? null : words.search.called(facts.localName),
    facts.version === undefined ? null : words.search.version(facts.version),
  ];
  return {
    key: `${row.usage} ${row.user}`,
    organisation: found.name(row.user),
    through: row.organisation === row.user ? null : words.search.through(found.name(row.organisation)),
    organisationTo: searchTo(ground, { kommun: row.user }),
    product,
    productTo: pageTo(ground, at.product, { product: row.product }),
    note: notes.filter((note) => note !== null).join(', '),
    supplier: supplier === null ? '' : found.products.supplierName(supplier),
    status: facts.status === undefined ? '' : fieldWords(language).status.options[facts.status],
    confirmed: shortDay(isoDay(row.confirmedAt), language),
    confidence: confidence.state,
    ends: row.ends === null ? null : shortDay(row.ends, language),
    contact,
    ask:
      contact === null || own
        ? null
        : {
            to: pageTo(ground, at.newQuestion, {}, { till: row.organisation, system: row.usage }),
            label: words.search.askWhom(product, found.name(row.user)),
          },
    example: row.example,
    claimed: row.claimed ? supplyingTexts(language).received.claimed : null,
  };
}

/** The rows that were found, as they stand in a table. */
export const linesOf = (ground: Ground, found: UsagesFound): readonly SearchLine[] =>
  found.rows.map((row) => lineOf(ground, found, row));

/** The page of the search as a whole. */
export function searchView(ground: Ground, found: UsagesFound, filter: Filter): Omit<SearchView, 'tooLarge'> {
  const { words } = ground;
  const { q: question } = filter;
  const chosen = Object.values({ ...filter, q: undefined }).some((value) => value !== undefined);
  const from = (found.page - 1) * perPage + 1;
  const to = Math.min(found.page * perPage, found.total);
  return {
    words,
    nav: navOf(ground, 'search'),
    action: searchTo(ground, {}),
    question: question ?? '',
    kept: Object.fromEntries(
      Object.entries({ ...filter, q: undefined }).flatMap(([id, value]) =>
        value === undefined ? [] : [[id, value]],
      ),
    ),
    chips: found.total === 0 && !chosen ? [] : chipsOf(ground, found, filter),
    summary: words.search.found(found.total, found.users),
    count: found.total === 0 ? '' : words.search.range(from, to, found.total),
    rows: linesOf(ground, found),
    meant:
      found.didYouMean === null
        ? null
        : { word: found.didYouMean, to: searchTo(ground, { ...filter, q: found.didYouMean }) },
    nothing:
      question === undefined
        ? chosen
          ? words.search.noneFiltered
          : words.search.nothingYet
        : words.search.none(question),
    all: chosen || question !== undefined ? searchTo(ground, {}) : null,
    map: mapTo(ground, filter),
    page: found.page,
    pages: found.pages,
    pageTo: (page) => searchTo(ground, { ...filter, sida: page }),
  };
}

/** The map of what is asked for, where it is of something that has one. */
function mapTo(ground: Ground, { produkt, funktion, omrade }: Filter): string | null {
  if (produkt === undefined && funktion === undefined && omrade === undefined) return null;
  return pageTo(ground, at.map, {}, { produkt, funktion, omrade });
}
