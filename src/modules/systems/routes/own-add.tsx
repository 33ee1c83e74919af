import { z } from 'zod';
import { pickText } from '../../../kernel/index.ts';
import { link, missing, route, see } from '../../../platform/http/index.ts';
import { Link } from '../../../ui/index.ts';
import { own as at, sheets } from '../addresses.ts';
import { standsFor } from '../catalogue/catalogue.ts';
import { recognise } from '../catalogue/recognise.ts';
import { searchProducts, supplierOf } from '../catalogue/search.ts';
import { registrars } from '../everybody/reader.ts';
import { ownRows } from '../landscape/row.ts';
import { AddPage, type AddView, type ProductChoice } from '../pages/own/add-page.tsx';
import { changeUsages } from '../usages/actions.ts';
import { doingOf, frame, readGround, trailOf, usageTo, type Ground } from './own-ground.ts';

const mostChoices = 12;

/** Ids of the products that a name may mean: those recognised first, then what a search finds. */
async function choicesFor(
  { context, landscape }: Ground,
  question: string,
): Promise<{ readonly ids: readonly string[]; readonly didYouMean: string | null }> {
  if (question === '') return { ids: [], didYouMean: null };
  const known = recognise(landscape.catalogue, question).map(({ id }) => id);
  const found = await searchProducts(context.tx, question, { page: 1 });
  const ids = [...new Set([...known, ...found.hits.map(({ product }) => product.id)])].slice(0, mostChoices);
  return { ids, didYouMean: ids.length > 0 ? null : found.didYouMean };
}

function choiceOf(ground: Ground, id: string): readonly ProductChoice[] {
  const { catalogue } = ground.landscape;
  const product = catalogue.products.get(id)?.record;
  if (product === undefined) return [];
  const have = ownRows(ground.landscape).find((row) => row.product.id === id);
  const does = product.components.map(ground.names.component).join(', ');
  return [
    {
      id,
      name: product.name,
      supplier: supplierOf(catalogue, product)?.name ?? null,
      does: does === '' ? pickText(product.what, ground.context.language) : does,
      have: have === undefined ? null : usageTo(ground, have.id),
    },
  ];
}

async function addView(ground: Ground, question: string, added: string): Promise<AddView> {
  const { words, organisation } = ground;
  const { ids, didYouMean } = await choicesFor(ground, question);
  const row = ownRows(ground.landscape).find(({ id }) => id === added);
  const to = link(at.add, { organisation });
  return {
    shell: {
      words,
      views: ground.views,
      head: { title: words.add.title, trail: trailOf(ground, words.add.title), summary: words.add.lede },
      ...(row === undefined
        ? {}
        : {
            saved: {
              text: words.add.added(row.name),
              more: <Link to={link(at.proposals, { organisation, usage: row.id })}>{words.add.fillIn}</Link>,
            },
          }),
    },
    to,
    question,
    choices: ids.flatMap((id) => choiceOf(ground, id)),
    meant:
      didYouMean === null
        ? null
        : { question: didYouMean, to: link(at.add, { organisation }, { q: didYouMean }) },
    other: [
      {
        id: 'sheet',
        title: words.add.sheet,
        note: words.add.sheetText,
        to: link(sheets.begin, { organisation }),
      },
      { id: 'many', title: words.add.many, note: words.add.manyText, to: link(at.addMany, { organisation }) },
      {
        id: 'new',
        title: words.add.newOne,
        to: link(at.addNew, { organisation }, question === '' ? {} : { namn: question }),
      },
    ],
  };
}

const text = z.string().trim().max(200).default('');

const showAdd = route({
  method: 'GET',
  path: at.add.path,
  access: registrars,
  query: z.object({ q: text, ny: text }),
  handle: async (context, { query }) => {
    const ground = await readGround(context);
    const view = await addView(ground, query.q, query.ny);
    return { kind: 'page', title: ground.words.add.title, frame, content: <AddPage {...view} /> };
  },
});

const add = route({
  method: 'POST',
  path: at.add.path,
  access: registrars,
  body: z.object({ produkt: text }),
  handle: async (context, { params: { organisation }, body }) => {
    const { landscape } = await readGround(context);
    const { products } = landscape.catalogue;
    if (!products.has(body.produkt)) return missing;
    const id = context.newId();
    const done = await changeUsages(doingOf(context), [
      {
        kind: 'make',
        id,
        product: standsFor(products, body.produkt),
        facts: { status: 'in-use' },
        secret: false,
        members: [],
        example: false,
      },
    ]);
    return done.ok ? see(link(at.add, { organisation }, { ny: id })) : missing;
  },
});

export const addRoutes = [showAdd, add] as const;
