import { z } from 'zod';
import { link, missing, route, see, type Reply } from '../../../platform/http/index.ts';
import { own as at } from '../addresses.ts';
import { addProducts } from '../catalogue/add-products.ts';
import { isSeveral, recognise, recogniseSupplier } from '../catalogue/recognise.ts';
import { registrars } from '../everybody/reader.ts';
import { Body, typedIn } from '../landscape/typed.ts';
import { FreshProductPage, type FreshView } from '../pages/own/fresh-page.tsx';
import { allComponents } from '../taxonomy/editions.ts';
import { changeUsages } from '../usages/actions.ts';
import { deedOf } from './catalogue/deed.ts';
import { doingOf, frame, readGround, trailOf, type Ground } from './own-ground.ts';
import { inputOf } from './own-inputs.ts';

/** From this likeness on one is asked whether it is the same. */
const alike = 0.8;

type Asked = {
  readonly typed: FreshView['typed'];
  readonly components: readonly string[];
  readonly errors?: FreshView['errors'];
  readonly like?: string;
};

function freshPage(ground: Ground, { typed, components, errors = {}, like }: Asked): Reply {
  const { words, organisation, landscape } = ground;
  const found = like === undefined ? undefined : landscape.catalogue.products.get(like)?.record;
  const input = inputOf(ground, 'components', { typed: components });
  const problems = [
    { field: 'namn', message: errors.name },
    { field: 'leverantor', message: errors.supplier },
  ].flatMap(({ field, message }) => (message === undefined ? [] : [{ field, message }]));
  const failed = problems.length > 0 || found !== undefined;
  const view: FreshView = {
    shell: {
      words,
      views: ground.views,
      head: {
        title: words.fresh.title,
        trail: [
          ...trailOf(ground).slice(0, 1),
          { title: words.add.title, to: link(at.add, { organisation }) },
          { title: words.fresh.title },
        ],
        summary: words.fresh.lede,
      },
      problems,
    },
    to: link(at.addNew, { organisation }),
    typed,
    errors,
    components: { ...input, name: words.fresh.components, hint: words.fresh.componentsHelp },
    like:
      found === undefined
        ? null
        : { name: found.name, product: found.id, addTo: link(at.add, { organisation }) },
  };
  return {
    kind: 'page',
    ...(failed ? { status: 422, failed } : {}),
    title: words.fresh.title,
    frame,
    content: <FreshProductPage {...view} />,
  };
}

const showNew = route({
  method: 'GET',
  path: at.addNew.path,
  access: registrars,
  query: z.object({ namn: z.string().trim().max(200).default('') }),
  handle: async (context, { query }) =>
    freshPage(await readGround(context), {
      typed: { name: query.namn, supplier: '', what: '' },
      components: [],
    }),
});

const textIn = (body: Body, name: string, longest: number): string => {
  const given = body[name] ?? '';
  return typeof given === 'string' ? given.trim().slice(0, longest) : '';
};

const saveNew = route({
  method: 'POST',
  path: at.addNew.path,
  access: registrars,
  body: Body,
  handle: async (context, { params: { organisation }, body }) => {
    const ground = await readGround(context);
    const typed = {
      name: textIn(body, 'namn', 200),
      supplier: textIn(body, 'leverantor', 200),
      what: textIn(body, 'vad', 1000),
    };
    const chosen = typedIn(body, 'components');
    const components = (typeof chosen === 'string' ? [chosen] : chosen)
      .filter((id) => allComponents().has(id))
      .slice(0, 50);
    const { words, landscape } = ground;
    const isUnclear = isSeveral(recogniseSupplier(landscape.catalogue, typed.supplier));
    const errors = {
      ...(typed.name === '' ? { name: words.fresh.noName } : {}),
      ...(isUnclear ? { supplier: words.fresh.severalSuppliers(typed.supplier) } : {}),
    };
    if (typed.name === '' || isUnclear) return freshPage(ground, { typed, components, errors });
    const [best] = recognise(landscape.catalogue, typed.name);
    const isLike = best !== undefined && best.score >= alike;
    if (isLike && body['annan'] !== 'ja') return freshPage(ground, { typed, components, like: best.id });
    const apart = body['annan'] === 'ja' ? 'all' : [];
    const [added] = await addProducts(await deedOf(context), [{ ...typed, components, apart }]);
    if (added === undefined) throw new Error('no product was added');
    const { id: product, known } = added;
    if (known) return freshPage(await readGround(context), { typed, components, like: product });
    const id = context.newId();
    const done = await changeUsages(doingOf(context), [
      { kind: 'make', id, product, facts: { status: 'in-use' }, secret: false, members: [], example: false },
    ]);
    return done.ok ? see(link(at.add, { organisation }, { ny: id })) : missing;
  },
});

export const addNewRoutes = [showNew, saveNew] as const;
