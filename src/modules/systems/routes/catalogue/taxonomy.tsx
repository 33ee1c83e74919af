import { z } from 'zod';
import {
  getOrganisation,
  hasRole,
  link,
  missing,
  route,
  see,
  type AnyRoute,
} from '../../../../platform/http/index.ts';
import * as addresses from '../../addresses.ts';
import { readCatalogue } from '../../catalogue/reading.ts';
import { landscapeAccess, registrars } from '../../everybody/reader.ts';
import { EditionPage } from '../../pages/catalogue/edition.tsx';
import { ComponentPage, TaxonomyPage } from '../../pages/catalogue/taxonomy.tsx';
import { compareEditions } from '../../taxonomy/compare.ts';
import { editions, findEdition } from '../../taxonomy/editions.ts';
import { carriedOver, ownTaxonomy, withDeviation } from '../../taxonomy/own.ts';
import { lockTaxonomy, readTaxonomy, saveTaxonomy } from '../../taxonomy/store.ts';
import { catalogueTexts } from '../../texts/catalogue.ts';
import { countAreas } from './list-view.ts';
import { cataloguePage } from './work-frame.tsx';

const at = addresses.catalogue;

const showTaxonomy = route({
  method: 'GET',
  path: at.taxonomy.path,
  access: landscapeAccess,
  query: z.object({ omrade: z.string().max(100).optional() }),
  handle: async (context, { query }) => {
    const { tx, language } = context;
    const organisation = getOrganisation(context);
    const taxonomy = await readTaxonomy(tx, organisation);
    const counted = countAreas(await readCatalogue(tx), taxonomy);
    const may = hasRole(context, organisation, 'strategist', 'admin');
    const later = may ? editions().findLast(({ from }) => from > taxonomy.edition.from) : undefined;
    const view = {
      language,
      taxonomy,
      counts: new Map(counted.map(({ area, count }) => [area.id, count])),
      newer:
        later === undefined
          ? null
          : {
              version: later.version,
              changes: compareEditions(taxonomy.edition, later).length,
              to: link(at.edition, { organisation, edition: later.version }),
            },
      componentAt: may ? (component: string) => link(at.component, { organisation, component }) : null,
      productsAt: (area: string) => link(at.list, { organisation }, { area }),
      opened: query.omrade ?? null,
    };
    const { title } = catalogueTexts(language).taxonomy;
    return cataloguePage(context, {
      part: 'taxonomy',
      title,
      list: true,
      content: <TaxonomyPage view={view} />,
    });
  },
});

const showComponent = route({
  method: 'GET',
  path: at.component.path,
  access: registrars,
  handle: async (context, { params }) => {
    const { tx, language } = context;
    const organisation = getOrganisation(context);
    const { edition, components } = await readTaxonomy(tx, organisation);
    const component = components.find(({ id }) => id === params.component);
    const common = edition.components.find(({ id }) => id === params.component);
    if (component === undefined || common === undefined) return missing;
    const words = catalogueTexts(language);
    const title = words.component.title(common.name[language]);
    const view = {
      language,
      component,
      common: { name: common.name[language], area: common.area },
      areas: edition.areas,
      action: link(at.component, { organisation, component: component.id }),
      trail: [{ title: words.taxonomy.title, to: link(at.taxonomy, { organisation }) }, { title }],
    };
    return cataloguePage(context, { part: 'taxonomy', title, content: <ComponentPage view={view} /> });
  },
});

const saveComponent = route({
  method: 'POST',
  path: at.component.path,
  access: registrars,
  body: z.object({
    name: z.string().trim().max(200).default(''),
    area: z.string().max(100).default(''),
    hidden: z.string().optional(),
  }),
  handle: async (context, { params: { component: id }, body: { name, area, hidden } }) => {
    const { tx, now } = context;
    const organisation = getOrganisation(context);
    const { edition, deviations, components } = await lockTaxonomy(tx, organisation);
    if (!components.some((one) => one.id === id)) return missing;
    const known = edition.areas.some((one) => one.id === area);
    const next = withDeviation(edition, deviations, {
      id,
      ...(name === '' ? {} : { name }),
      ...(known ? { area } : {}),
      ...(hidden === undefined ? {} : { hidden: true as const }),
    });
    await saveTaxonomy(tx, organisation, { edition: edition.version, deviations: next, at: now });
    const shown = ownTaxonomy(edition, next).components.find((one) => one.id === id);
    return see(`${link(at.taxonomy, { organisation }, { omrade: shown?.area })}#${id}`);
  },
});

const showEdition = route({
  method: 'GET',
  path: at.edition.path,
  access: registrars,
  handle: async (context, { params }) => {
    const { tx, language } = context;
    const organisation = getOrganisation(context);
    const { edition: from, deviations } = await readTaxonomy(tx, organisation);
    const to = findEdition(params.edition);
    if (to === null || to.from <= from.from) return missing;
    const words = catalogueTexts(language);
    const title = words.edition.title(to.version);
    const view = {
      language,
      from,
      to,
      changes: compareEditions(from, to),
      own: new Set(Object.keys(deviations)),
      action: link(at.edition, { organisation, edition: to.version }),
      trail: [{ title: words.taxonomy.title, to: link(at.taxonomy, { organisation }) }, { title }],
    };
    return cataloguePage(context, { part: 'taxonomy', title, content: <EditionPage view={view} /> });
  },
});

const takeEdition = route({
  method: 'POST',
  path: at.edition.path,
  access: registrars,
  body: z.object({
    behall: z
      .union([z.string(), z.array(z.string())])
      .default([])
      .transform((given) => new Set(typeof given === 'string' ? [given] : given)),
  }),
  handle: async (context, { params, body: { behall } }) => {
    const { tx, now } = context;
    const organisation = getOrganisation(context);
    const { edition: from, deviations } = await lockTaxonomy(tx, organisation);
    const to = findEdition(params.edition);
    if (to === null || to.from < from.from) return missing;
    const next = carriedOver(deviations, compareEditions(from, to), behall);
    await saveTaxonomy(tx, organisation, { edition: to.version, deviations: next, at: now });
    return see(link(at.taxonomy, { organisation }));
  },
});

export const taxonomyRoutes: readonly AnyRoute[] = [
  showTaxonomy,
  showComponent,
  saveComponent,
  showEdition,
  takeEdition,
];
