import { z } from 'zod';
import { link, missing, route, see } from '../../../platform/http/index.ts';
import { Link } from '../../../ui/index.ts';
import { own as at, sheets } from '../addresses.ts';
import { standsFor } from '../catalogue/catalogue.ts';
import { registrars } from '../everybody/reader.ts';
import { ownRows } from '../landscape/row.ts';
import { AddPage, type AddView } from '../pages/own/add-page.tsx';
import { changeUsages } from '../usages/actions.ts';
import { choicesFor } from './own-choices.ts';
import { doingOf, frame, readGround, trailOf, type Ground } from './own-ground.ts';

async function addView(ground: Ground, question: string, added: string): Promise<AddView> {
  const { words, organisation } = ground;
  const { choices, didYouMean } = await choicesFor(ground, question);
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
    choosing: {
      words,
      to,
      question,
      choices,
      meant:
        didYouMean === null
          ? null
          : { question: didYouMean, to: link(at.add, { organisation }, { q: didYouMean }) },
      verb: { title: words.add.choose, of: words.add.chooseName },
      again: { title: words.add.haveAgain, of: (name) => `${words.add.haveAgain}: ${name}` },
    },
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
