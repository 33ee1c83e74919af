import { z } from 'zod';
import { link, route, see, suppliersOnly, type AnyRoute } from '../../../../platform/http/index.ts';
import { formatDate } from '../../../../platform/text/index.ts';
import { catalogue as work, openCatalogue, supplying as at } from '../../addresses.ts';
import { entriesOf, standsFor } from '../../catalogue/catalogue.ts';
import type { RecordKind } from '../../catalogue/record.ts';
import { fieldName } from '../../pages/catalogue/values.tsx';
import { NewsPage, type NewsLine } from '../../pages/supplying/news.tsx';
import { listNews, perPage, saveVisit, type News } from '../../supplying/news.ts';
import { readGround, supplyingPage, to, type Ground } from './ground.tsx';

/** Fields that say how a record stands and not what it says. */
const unsaid: ReadonlySet<string> = new Set(['madeBy', 'mergedInto', 'withdrawn']);

/** The record that stands for one, with where it is read and changed. */
function recordOf(ground: Ground, of: RecordKind, id: string) {
  const entries = entriesOf(ground.catalogue, of);
  const head = entries.has(id) ? standsFor(entries, id) : id;
  const name = entries.get(head)?.record.name ?? head;
  return of === 'product'
    ? {
        name,
        to: link(openCatalogue.product, { product: head }),
        changeTo: to(ground, work.changeProduct, { product: head }),
        withdrawn: entries.get(head)?.withdrawn === true,
      }
    : {
        name,
        to: link(openCatalogue.supplier, { supplier: head }),
        changeTo: to(ground, work.changeSupplier, { supplier: head }),
        withdrawn: entries.get(head)?.withdrawn === true,
      };
}

function lineOf(ground: Ground, { n, at: when, operation }: News): NewsLine {
  const { words, language } = ground;
  const record = recordOf(ground, operation.of, operation.id);
  const fields = operation.writes.map(({ field }) => field).filter((field) => !unsaid.has(field));
  const names = [...new Set(fields)].map((field) => fieldName(language, field).toLowerCase());
  return {
    key: String(n),
    when: formatDate(when, language),
    record: record.name,
    recordTo: record.to,
    what: words.news.kinds[operation.kind],
    fields: operation.kind === 'change' ? names.join(', ') : '',
    changeTo: record.withdrawn ? null : record.changeTo,
  };
}

const showNews = route({
  method: 'GET',
  path: at.news.path,
  access: suppliersOnly,
  query: z.object({ sida: z.coerce.number().int().min(1).max(10_000).default(1) }),
  handle: async (context, { query: { sida } }) => {
    const ground = await readGround(context);
    const { words, organisation, own } = ground;
    const found = await listNews(context.tx, organisation, { own, page: sida });
    const view = {
      words,
      rows: found.news.map((one) => lineOf(ground, one)),
      seenTo: to(ground, at.newsSeen),
      newest: found.newest,
      page: sida,
      pages: Math.max(1, Math.ceil(found.total / perPage)),
      pageTo: (page: number) => to(ground, at.news, {}, { sida: page }),
    };
    const content = <NewsPage {...view} />;
    return supplyingPage(ground, { part: 'news', title: words.news.title, content });
  },
});

const seeNews = route({
  method: 'POST',
  path: at.newsSeen.path,
  access: suppliersOnly,
  body: z.object({ till: z.coerce.number().int().min(0).max(2_000_000_000).catch(0) }),
  handle: async (context, { body: { till } }) => {
    const ground = await readGround(context);
    await saveVisit(context.tx, ground.organisation, till);
    return see(to(ground, at.news));
  },
});

export const newsRoutes: readonly AnyRoute[] = [showNews, seeNews];
