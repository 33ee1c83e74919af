import { z } from 'zod';
import { noonOf } from '../../../kernel/dates/index.ts';
import { pickText } from '../../../kernel/index.ts';
import { link, route } from '../../../platform/http/index.ts';
import { formatDate } from '../../../platform/text/index.ts';
import { ButtonLink, type Chip } from '../../../ui/index.ts';
import { own as at } from '../addresses.ts';
import { landscapeAccess } from '../everybody/reader.ts';
import { findRows, orders, statuses, type Filter } from '../landscape/find.ts';
import { lacks, lacksOf, neediest, type Lack } from '../landscape/lacks.ts';
import { byName, ownRows, type Row } from '../landscape/row.ts';
import { confidenceOf } from '../model/confidence.ts';
import { termOf } from '../model/contract.ts';
import { OwnListPage, type ListLine, type ListView } from '../pages/own/list-page.tsx';
import { optionsOf } from '../texts/fields.ts';
import { viewTexts } from '../texts/own-views.ts';
import { areaNames, frame, navOf, pageOf, perPage, readGround, usageTo, type Ground } from './own-ground.ts';
import { areasInOrder } from '../taxonomy/reading.ts';

const chosen = z.string().max(200).default('');
/** What is asked of the list, as it stands in the address. */
export const Query = z.object({
  q: chosen,
  omrade: chosen,
  leverantor: chosen,
  enhet: chosen,
  status: z.enum(['', ...statuses]).catch(''),
  saknas: z.enum(['', ...lacks]).catch(''),
  ordning: z.enum(orders).catch('namn'),
  sida: z.coerce.number().int().min(1).max(1000).catch(1),
});
type Query = z.infer<typeof Query>;

export const filterOf = (query: Omit<Query, 'sida'>): Filter => ({
  question: query.q,
  area: query.omrade,
  supplier: query.leverantor,
  unit: query.enhet,
  status: query.status,
  lack: query.saknas,
  order: query.ordning,
});

type Choice = { readonly value: string; readonly title: string };

/** The address of the list with one thing of the question changed, on the first page. */
function addressOf({ organisation }: Ground, query: Query, change: Partial<Query>): string {
  const { sida: _page, ...asked } = { ...query, ...change };
  const said = Object.entries({ ...asked, ordning: asked.ordning === 'namn' ? '' : asked.ordning });
  return link(at.list, { organisation }, Object.fromEntries(said.filter(([, value]) => value !== '')));
}

function chipOf(
  ground: Ground,
  query: Query,
  chip: { readonly id: keyof Query; readonly title: string; readonly choices: readonly Choice[] },
): readonly Chip[] {
  const { id, title, choices } = chip;
  const current = choices.find(({ value }) => value === query[id]);
  if (choices.length === 0) return [];
  if (query[id] !== '' && id !== 'ordning')
    return [{ id, title: current?.title ?? title, clear: addressOf(ground, query, { [id]: '' }) }];
  return [
    {
      id,
      title: id === 'ordning' ? (current?.title ?? title) : title,
      options: choices.map((choice) => ({
        title: choice.title,
        to: addressOf(ground, query, { [id]: choice.value }),
        current: choice.value === query[id],
      })),
    },
  ];
}

/** Only what there is something of. */
function chipsOf(ground: Ground, query: Query): readonly Chip[] {
  const { words, landscape, units, context } = ground;
  const { rows, taxonomy } = landscape;
  const used = new Set(rows.flatMap(({ areas }) => areas));
  const suppliers = new Map(
    rows.flatMap(({ supplier }) => (supplier === null ? [] : [[supplier.id, supplier]])),
  );
  const inUnits = new Set(rows.flatMap(({ facts }) => facts.units ?? []));
  const at = { today: ground.today, now: context.now };
  const lacking = new Set(ownRows(landscape).flatMap((row) => lacksOf(row, at)));
  const { list } = words;
  const says = viewTexts(context.language).lacks.names;
  return [
    {
      id: 'omrade' as const,
      title: list.area,
      choices: areasInOrder(taxonomy, context.language)
        .filter(({ id }) => used.has(id))
        .map(({ id, name }) => ({ value: id, title: pickText(name, context.language) })),
    },
    {
      id: 'leverantor' as const,
      title: list.supplier,
      choices: [...suppliers.values()].toSorted(byName).map(({ id, name }) => ({ value: id, title: name })),
    },
    {
      id: 'enhet' as const,
      title: list.unit,
      choices: units.filter(({ id }) => inUnits.has(id)).map(({ id, name }) => ({ value: id, title: name })),
    },
    {
      id: 'status' as const,
      title: list.status,
      choices: optionsOf(context.language, 'status').map(({ value, label }) => ({ value, title: label })),
    },
    {
      id: 'saknas' as const,
      title: list.lack,
      choices: lacks.filter((lack) => lacking.has(lack)).map((lack) => ({ value: lack, title: says[lack] })),
    },
    {
      id: 'ordning' as const,
      title: list.order.namn,
      choices: orders.map((order) => ({ value: order, title: list.order[order] })),
    },
  ].flatMap((chip) => chipOf(ground, query, chip));
}

function endsOf(ground: Ground, row: Row): ListLine['ends'] {
  const { words, today, context } = ground;
  const term = termOf(row.facts);
  if (term === null) return null;
  const say = (day: string): string => formatDate(noonOf(day), context.language);
  const { noticeBy } = term;
  const gone = noticeBy !== null && noticeBy < today;
  const note =
    noticeBy === null ? null : gone ? words.list.noticeGone(say(noticeBy)) : words.list.notice(say(noticeBy));
  return { day: say(term.ends), note, late: gone || term.ends < today };
}

function noteOf({ words }: Ground, { name, product, supplier, registeredBy }: Row): string {
  const parts = [name === product.name ? '' : product.name, supplier?.name ?? ''];
  const by = registeredBy === null ? '' : words.list.registeredBy(registeredBy.name);
  return [...parts, by].filter(Boolean).join(', ');
}

function lineOf(ground: Ground, row: Row): ListLine {
  const { words, context, today } = ground;
  const { facts } = row;
  const own = row.registeredBy === null;
  const confidence = confidenceOf(row.confirmedAt, context.now);
  const missing: readonly Lack[] = own ? lacksOf(row, { today, now: context.now }) : [];
  const status = optionsOf(context.language, 'status').find(({ value }) => value === facts.status);
  return {
    id: row.id,
    name: row.name,
    to: usageTo(ground, row.id),
    note: noteOf(ground, row),
    does: areaNames(ground, row).join(', ') || words.list.noArea,
    whom:
      facts.contact === undefined && facts.contactEmail === undefined
        ? null
        : {
            name: facts.contact ?? facts.contactEmail ?? '',
            email: facts.contact === undefined ? null : (facts.contactEmail ?? null),
          },
    ends: endsOf(ground, row),
    confirmed: { text: words.ago(confidence.days), old: confidence.state !== 'confirmed' },
    lacking:
      missing.length === 0
        ? null
        : { text: words.list.lacking(missing.length), to: `${usageTo(ground, row.id)}#saknas` },
    status: facts.status === undefined || facts.status === 'in-use' ? null : (status?.label ?? null),
    mark: row.secret ? words.list.secret : null,
    own,
  };
}

/** How many are named to begin with. */
const mostNamed = 5;

/** What to fill in first, where the list is not asked for something else. */
function beginOf(ground: Ground, query: Query): ListView['begin'] {
  const { words, landscape, organisation, context, today } = ground;
  if (!ground.canChange || query.sida > 1 || addressOf(ground, query, {}) !== link(at.list, { organisation }))
    return null;
  const first = neediest(ownRows(landscape), { today, now: context.now }).slice(0, mostNamed);
  if (first.length === 0) return null;
  return {
    says: words.list.begin(first.map(({ name }) => name)),
    to: link(at.table, { organisation }, { ordning: 'brister' }),
  };
}

function viewOf(ground: Ground, query: Query): ListView {
  const { words, landscape, organisation, context, canChange, today } = ground;
  const time = { today, now: context.now };
  const found = findRows(landscape.rows, filterOf(query), time);
  const { rows, pages } = pageOf(found, query.sida);
  const lacking = ownRows(landscape).filter((row) => lacksOf(row, time).length > 0).length;
  const addTo = link(at.add, { organisation });
  const first = (query.sida - 1) * perPage;
  const isEmpty = landscape.rows.length === 0;
  const { q: _question, sida: _page, ...others } = query;
  const kept = Object.entries(others).filter(
    ([id, value]) => value !== '' && !(id === 'ordning' && value === 'namn'),
  );
  return {
    shell: {
      words,
      views: ground.views,
      nav: navOf(ground, 'all'),
      head: {
        title: words.title,
        summary: words.list.summary(landscape.rows.length, lacking),
        ...(canChange && !isEmpty ? { aside: <ButtonLink to={addTo}>{words.list.add}</ButtonLink> } : {}),
      },
      example: landscape.rows.some(({ example }) => example),
    },
    canChange,
    begin: beginOf(ground, query),
    isEmpty,
    question: query.q,
    searchTo: link(at.list, { organisation }),
    hidden: Object.fromEntries(kept),
    chips: chipsOf(ground, query),
    count: found.length === 0 ? '' : words.list.count(first + 1, first + rows.length, found.length),
    rows: rows.map((row) => lineOf(ground, row)),
    addTo,
    severalTo: link(at.several, { organisation }),
    clearTo: link(at.list, { organisation }),
    page: query.sida,
    pages,
    pageTo: (page) => {
      const to = addressOf(ground, query, {});
      return `${to}${to.includes('?') ? '&' : '?'}sida=${page}`;
    },
  };
}

export const showList = route({
  method: 'GET',
  path: at.list.path,
  access: landscapeAccess,
  query: Query,
  handle: async (context, { query }) => {
    const ground = await readGround(context);
    return {
      kind: 'page',
      title: ground.words.title,
      frame,
      content: <OwnListPage {...viewOf(ground, query)} />,
    };
  },
});
