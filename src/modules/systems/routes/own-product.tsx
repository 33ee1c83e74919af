import { z } from 'zod';
import { link, missing, route, see } from '../../../platform/http/index.ts';
import { own as at } from '../addresses.ts';
import { standsFor } from '../catalogue/catalogue.ts';
import { registrars } from '../everybody/reader.ts';
import type { Row } from '../landscape/row.ts';
import { ProductChangePage, type ProductChangeView } from '../pages/own/product-page.tsx';
import { wordsOf } from '../texts/fields.ts';
import { changeUsages } from '../usages/actions.ts';
import { findUsage } from '../usages/store.ts';
import { choicesFor } from './own-choices.ts';
import { doingOf, frame, readGround, trailOf, usageTo, type Ground } from './own-ground.ts';
import { findOwn } from './own-usage.tsx';

type Asked = { readonly question: string; readonly revision: number; readonly stale: boolean };

async function productView(ground: Ground, row: Row, asked: Asked): Promise<ProductChangeView> {
  const { words, views, organisation, context } = ground;
  const { question, revision, stale } = asked;
  const names = { organisation, usage: row.id };
  const { choices, didYouMean } = await choicesFor(ground, question);
  const verb = { title: words.product.choose, of: words.product.chooseName };
  const title = words.product.title(row.name);
  const said: readonly (readonly [string, string])[] = [
    [words.one.product, row.product.name],
    [words.one.supplier, row.supplier?.name ?? ''],
    [wordsOf(context.language, 'version').name, row.facts.version ?? ''],
  ];
  return {
    shell: {
      words,
      views,
      head: {
        title,
        trail: [
          ...trailOf(ground).slice(0, 1),
          { title: row.name, to: usageTo(ground, row.id) },
          { title: words.one.changeProduct },
        ],
        summary: words.product.lede,
      },
      ...(stale ? { problems: [{ field: 'q', message: words.product.stale }] } : {}),
      example: row.example,
    },
    now: said.filter(([, value]) => value !== '').map(([term, value]) => ({ term, value })),
    choosing: {
      words,
      to: link(at.changeProduct, names),
      question,
      choices: choices.filter(({ id }) => id !== row.product.id),
      meant:
        didYouMean === null
          ? null
          : { question: didYouMean, to: link(at.changeProduct, names, { q: didYouMean }) },
      verb,
      again: verb,
      hidden: { revision },
    },
  };
}

const text = z.string().trim().max(200).default('');

const show = route({
  method: 'GET',
  path: at.changeProduct.path,
  access: registrars,
  query: z.object({ q: text, hann: z.enum(['', 'nagon']).catch('') }),
  handle: async (context, { params, query }) => {
    const ground = await readGround(context);
    const row = findOwn(ground, params.usage);
    const usage = row === null ? null : await findUsage(context.tx, ground.organisation, row.id);
    if (row === null || usage === null) return missing;
    const asked = { question: query.q, revision: usage.revision, stale: query.hann === 'nagon' };
    const view = await productView(ground, row, asked);
    const { title } = view.shell.head;
    return { kind: 'page', title, frame, content: <ProductChangePage {...view} /> };
  },
});

/** Only the product becomes another: what is said of the system stays, and the change is undone as any other. */
const change = route({
  method: 'POST',
  path: at.changeProduct.path,
  access: registrars,
  body: z.object({ produkt: text, revision: z.coerce.number().int().min(0).catch(0) }),
  handle: async (context, { params, body }) => {
    const ground = await readGround(context);
    const row = findOwn(ground, params.usage);
    const { products } = ground.landscape.catalogue;
    if (row === null || !products.has(body.produkt)) return missing;
    const product = standsFor(products, body.produkt);
    if (product === row.product.id || products.get(product)?.withdrawn === true)
      return see(usageTo(ground, row.id));
    const doing = doingOf(context);
    const { revision } = body;
    const done = await changeUsages(doing, [{ kind: 'change', id: row.id, changes: {}, product, revision }]);
    if (!done.ok) return see(link(at.changeProduct, params, { hann: 'nagon' }));
    return see(link(at.usage, params, { gjort: 'bytt', andring: doing.batch.id }));
  },
});

export const productRoutes = [show, change] as const;
