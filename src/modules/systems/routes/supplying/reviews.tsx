import { z } from 'zod';
import {
  getOrganisation,
  getPerson,
  link,
  missing,
  route,
  see,
  type AnyRoute,
} from '../../../../platform/http/index.ts';
import { formatDate } from '../../../../platform/text/index.ts';
import { catalogue as at } from '../../addresses.ts';
import { isCurator } from '../../catalogue/curators.ts';
import { readCatalogue } from '../../catalogue/reading.ts';
import { registrars } from '../../everybody/reader.ts';
import { ReviewsPage } from '../../pages/supplying/accounts.tsx';
import { listReviews, perPage, saveLookedOver } from '../../supplying/reviews.ts';
import { allComponents } from '../../taxonomy/editions.ts';
import { supplyingTexts } from '../../texts/supplying.ts';
import { cataloguePage, nameIn, recordAt } from '../catalogue/work-frame.tsx';

const showReviews = route({
  method: 'GET',
  path: at.reviews.path,
  access: registrars,
  query: z.object({ sida: z.coerce.number().int().min(1).max(10_000).default(1) }),
  handle: async (context, { query: { sida } }) => {
    const { tx, language } = context;
    const organisation = getOrganisation(context);
    if (!(await isCurator(tx, organisation))) return missing;
    const words = supplyingTexts(language);
    const found = await listReviews(tx, sida);
    const nameOf = nameIn(await readCatalogue(tx));
    const say = (ids: readonly string[]): string =>
      ids.map((id) => allComponents().get(id)?.name[language] ?? id).join(', ');
    const view = {
      words,
      rows: found.reviews.map(({ n, at: when, supplierName, product, was, became }) => ({
        n,
        product: nameOf('product', product),
        productTo: recordAt('product', product),
        supplier: supplierName,
        when: formatDate(when, language),
        was: say(was),
        became: say(became),
        lookTo: link(at.entry, { organisation, number: String(n) }),
        fineTo: link(at.lookedOver, { organisation, number: String(n) }),
      })),
      page: sida,
      pages: Math.max(1, Math.ceil(found.total / perPage)),
      pageTo: (page: number) => link(at.reviews, { organisation }, { sida: page }),
    };
    const { title } = words.reviews;
    return cataloguePage(context, { part: 'reviews', title, content: <ReviewsPage {...view} /> });
  },
});

const lookOver = route({
  method: 'POST',
  path: at.lookedOver.path,
  access: registrars,
  handle: async (context, { params: { number } }) => {
    const { tx, now } = context;
    const organisation = getOrganisation(context);
    if (!(await isCurator(tx, organisation)) || !/^\d{1,9}$/u.test(number)) return missing;
    const { person: actor } = getPerson(context);
    await saveLookedOver(tx, { n: Number(number), organisation, actor, at: now });
    return see(link(at.reviews, { organisation }));
  },
});

export const reviewRoutes: readonly AnyRoute[] = [showReviews, lookOver];
