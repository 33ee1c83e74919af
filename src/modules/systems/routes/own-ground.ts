import { pickText } from '../../../kernel/index.ts';
import { getOrganisation, getPerson, hasRole, link, type Context } from '../../../platform/http/index.ts';
import { isoDay } from '../../../platform/text/index.ts';
import type { SideGroup } from '../../../ui/index.ts';
import { findLabels } from '../../identity/index.ts';
import { listUnits } from '../../organisations/index.ts';
import { connections, own as at, sheets } from '../addresses.ts';
import { standsFor } from '../catalogue/catalogue.ts';
import { onlySure, recogniseSupplier } from '../catalogue/recognise.ts';
import type { Names } from '../landscape/say.ts';
import type { Lookup } from '../landscape/typed.ts';
import { readLandscape, type Landscape, type Row } from '../landscape/row.ts';
import { otherParts } from '../pages/register-parts.ts';
import { saveAs } from './connections/save-as.ts';
import { ownTexts, type OwnTexts } from '../texts/own.ts';
import { viewTexts, type ViewTexts } from '../texts/own-views.ts';
import { allComponents } from '../taxonomy/editions.ts';
import { areasInOrder, componentNameIn } from '../taxonomy/reading.ts';
import type { Doing } from '../usages/actions.ts';

export const frame = { kind: 'work', area: 'systems' } as const;

/** What every page about one's own systems reads. */
export type Ground = {
  readonly context: Context;
  readonly organisation: string;
  readonly words: OwnTexts;
  readonly views: ViewTexts;
  readonly landscape: Landscape;
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly names: Names;
  readonly canChange: boolean;
  readonly today: string;
};

export async function readGround(context: Context): Promise<Ground> {
  const organisation = getOrganisation(context);
  const { language, tx } = context;
  const landscape = await readLandscape(tx, organisation);
  const units = await listUnits(tx, organisation);
  const unitNames = new Map(units.map(({ id, name }) => [id, name]));
  const { suppliers } = landscape.catalogue;
  return {
    context,
    organisation,
    words: ownTexts(language),
    views: viewTexts(language),
    landscape,
    units,
    names: {
      unit: (id) => unitNames.get(id) ?? id,
      component: (id) => componentNameIn(landscape.taxonomy, id, language),
      supplier: (id) =>
        (suppliers.has(id) ? suppliers.get(standsFor(suppliers, id))?.record.name : undefined) ?? id,
    },
    canChange: hasRole(context, organisation, 'strategist', 'admin'),
    today: isoDay(context.now),
  };
}

const plain = (text: string): string => text.trim().toLowerCase();

/** Finds what is named in a form. A supplier is known by any of its names, as long as nobody needs to be asked. */
export function lookupOf({ units, landscape }: Ground): Lookup {
  const { suppliers } = landscape.catalogue;
  return {
    unit: (typed) => units.find(({ id, name }) => id === typed || plain(name) === plain(typed))?.id ?? null,
    component: (typed) => (allComponents().has(typed) ? typed : null),
    supplier: (typed) => {
      if (suppliers.has(typed)) return standsFor(suppliers, typed);
      return onlySure(recogniseSupplier(landscape.catalogue, typed))?.id ?? null;
    },
  };
}

/** A batch of changes by whoever makes the request. */
export const doingOf = (context: Context): Doing => ({
  tx: context.tx,
  organisation: getOrganisation(context),
  batch: { id: context.newId(), at: context.now, actor: getPerson(context).person },
});

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u;
export const isUuid = (text: string): boolean => uuid.test(text);

/** What colleagues read for those who have changed something. */
export async function actorNames(
  { context, organisation, words }: Ground,
  actors: readonly string[],
): Promise<(actor: string) => string> {
  const people = [...new Set(actors)].filter(isUuid);
  const labels = await findLabels(context.tx, organisation, people);
  return (actor) =>
    labels.get(actor)?.split(', ')[0] ?? (isUuid(actor) ? words.history.somebody : words.history.kommons);
}

export type NavItem = Exclude<keyof OwnTexts['nav'], 'label' | 'register' | 'views' | 'care'>;

const items: Readonly<Record<NavItem, { readonly path: `/arbete/:organisation/${string}` }>> = {
  all: at.list,
  table: at.table,
  sheet: sheets.begin,
  batches: at.batches,
  removed: at.removed,
  areas: at.areas,
  suppliers: at.suppliers,
  units: at.units,
  flows: at.flows,
  lacks: at.lacks,
  due: at.due,
  claims: at.claims,
  plan: at.plan,
  processing: at.processing,
  policy: at.policy,
  connections: connections.page,
};

const navGroups: readonly (readonly [id: 'register' | 'care' | 'views', items: readonly NavItem[]])[] = [
  ['register', ['all', 'table', 'sheet', 'batches', 'removed', 'policy', 'connections']],
  ['care', ['lacks', 'due', 'claims', 'plan', 'processing']],
  ['views', ['areas', 'suppliers', 'units', 'flows']],
];

/** Those that change something are for those who may. */
const forRegistrars: ReadonlySet<NavItem> = new Set(['table', 'sheet', 'due', 'claims']);

/** Those that show a list, which can be saved as a file. */
const listed: ReadonlySet<NavItem> = new Set([
  'all',
  'batches',
  'removed',
  'areas',
  'suppliers',
  'units',
  'flows',
  'lacks',
  'due',
  'plan',
]);

/** The pages of the register, at the left. */
export function navOf(
  { context, words, organisation, canChange }: Ground,
  current: NavItem,
): readonly SideGroup[] {
  const groups = navGroups.map(([id, ids]) => ({
    id,
    title: words.nav[id],
    items: ids
      .filter((item) => canChange || !forRegistrars.has(item))
      .map((item) => ({
        id: item,
        title: words.nav[item],
        to: link(items[item], { organisation }),
        current: item === current,
      })),
  }));
  const save = listed.has(current) ? [saveAs(context)] : [];
  return [...groups, ...save, otherParts(context.language, organisation, 'own')];
}

/** The way to a page of one's own systems. */
export const trailOf = ({ words, organisation }: Ground, ...last: readonly string[]) => [
  { title: words.title, to: link(at.list, { organisation }) },
  ...last.map((title) => ({ title })),
];

export const usageTo = ({ organisation }: Ground, usage: string): string =>
  link(at.usage, { organisation, usage });

export const perPage = 25;

export const pageOf = <T>(
  all: readonly T[],
  page: number,
): { readonly rows: readonly T[]; readonly pages: number } => ({
  rows: all.slice((page - 1) * perPage, page * perPage),
  pages: Math.max(1, Math.ceil(all.length / perPage)),
});

/** Areas of a row in words, in the order of the alphabet. */
export function areaNames({ landscape, context }: Ground, { areas }: Pick<Row, 'areas'>): readonly string[] {
  return areasInOrder(landscape.taxonomy, context.language)
    .filter(({ id }) => areas.includes(id))
    .map(({ name }) => pickText(name, context.language));
}
