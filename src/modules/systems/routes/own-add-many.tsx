import { z } from 'zod';
import { link, route, see, type Reply } from '../../../platform/http/index.ts';
import type { Option } from '../../../ui/index.ts';
import { own as at } from '../addresses.ts';
import { addProducts } from '../catalogue/add-products.ts';
import { supplierOf } from '../catalogue/search.ts';
import { recognise } from '../catalogue/recognise.ts';
import { registrars } from '../everybody/reader.ts';
import { ownRows } from '../landscape/row.ts';
import { ManyPage, type ManyLine, type ManyView } from '../pages/own/many-page.tsx';
import { changeUsages, type Act } from '../usages/actions.ts';
import { deedOf } from './catalogue/deed.ts';
import { doingOf, frame, readGround, trailOf, type Ground } from './own-ground.ts';

const mostAtOnce = 100;
/** Stands for a product that is put into the catalogue by the name that was written. */
const fresh = '+';
/** From this likeness on a name is taken for a product until somebody says otherwise. */
const likely = 0.75;

function nameOf({ landscape }: Ground, id: string): string {
  const { catalogue } = landscape;
  const product = catalogue.products.get(id)?.record;
  if (product === undefined) return id;
  const supplier = supplierOf(catalogue, product);
  return supplier === null ? product.name : `${product.name}, ${supplier.name}`;
}

function lineOf(ground: Ground, written: string, place: number): ManyLine {
  const { words, landscape } = ground;
  const found = recognise(landscape.catalogue, written);
  const have = new Set(ownRows(landscape).map(({ product }) => product.id));
  const options: readonly Option[] = [
    ...found.map(({ id }) => ({ value: id, label: nameOf(ground, id) })),
    { value: fresh, label: words.many.fresh(written) },
  ];
  const [best] = found;
  const isLikely = best !== undefined && best.score >= likely;
  const already = isLikely && have.has(best.id);
  return {
    at: place,
    written,
    seen: found.map(({ id }) => id).join(' '),
    options,
    chosen: already ? '' : isLikely ? best.id : fresh,
    note: already ? words.many.already : null,
  };
}

type Asked = { readonly typed: string; readonly error?: string; readonly lines: readonly string[] | null };

function manyView(ground: Ground, { typed, error, lines }: Asked): ManyView {
  const { words, organisation } = ground;
  return {
    shell: {
      words,
      views: ground.views,
      head: {
        title: words.many.title,
        trail: [
          ...trailOf(ground).slice(0, 1),
          { title: words.add.title, to: link(at.add, { organisation }) },
          { title: words.many.title },
        ],
        summary: words.many.lede,
      },
      problems: error === undefined ? [] : [{ field: lines === null ? 'namn' : 'val-0', message: error }],
    },
    to: link(at.addMany, { organisation }),
    most: mostAtOnce,
    typed,
    error,
    lines: lines?.map((written, place) => lineOf(ground, written, place)) ?? null,
  };
}

function manyPage(ground: Ground, asked: Asked): Reply {
  const failed = asked.error !== undefined;
  return {
    kind: 'page',
    ...(failed ? { status: 422, failed } : {}),
    title: ground.words.many.title,
    frame,
    content: <ManyPage {...manyView(ground, asked)} />,
  };
}

const showMany = route({
  method: 'GET',
  path: at.addMany.path,
  access: registrars,
  handle: async (context) => manyPage(await readGround(context), { typed: '', lines: null }),
});

const Texts = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((given): readonly string[] =>
    given === undefined ? [] : typeof given === 'string' ? [given] : given,
  );

const Form = z.object({ namn: z.string().max(20_000).optional(), text: Texts, val: Texts, sett: Texts });

/** The acts of what was chosen, new products put into the catalogue first. */
async function actsOf(
  ground: Ground,
  chosen: readonly { written: string; value: string; seen: readonly string[] }[],
): Promise<readonly Act[]> {
  const { context, landscape } = ground;
  const products = chosen
    .filter(({ value }) => value === fresh)
    .map(({ written: name, seen: apart }) => ({ name, supplier: '', what: '', components: [], apart }));
  const ids = (await addProducts(await deedOf(context), products)).map(({ id }) => id);
  return chosen.flatMap(({ value }): readonly Act[] => {
    const product = value === fresh ? ids.shift() : value;
    if (product === undefined || (value !== fresh && !landscape.catalogue.products.has(product))) return [];
    return [
      {
        kind: 'make',
        id: context.newId(),
        product,
        facts: { status: 'in-use' },
        secret: false,
        members: [],
        example: false,
      },
    ];
  });
}

const saveMany = route({
  method: 'POST',
  path: at.addMany.path,
  access: registrars,
  body: Form,
  handle: async (context, { params: { organisation }, body }) => {
    const ground = await readGround(context);
    const { many } = ground.words;
    if (body.namn !== undefined) {
      const lines = body.namn
        .split('\n')
        .map((line) => line.trim().slice(0, 200))
        .filter(Boolean);
      const error =
        lines.length === 0 ? many.none : lines.length > mostAtOnce ? many.tooMany(mostAtOnce) : undefined;
      return error === undefined
        ? manyPage(ground, { typed: body.namn, lines: [...new Set(lines)] })
        : manyPage(ground, { typed: body.namn, lines: null, error });
    }
    const written = body.text.slice(0, mostAtOnce).map((line) => line.trim().slice(0, 200));
    const chosen = written
      .map((line, place) => ({
        written: line,
        value: body.val[place] ?? '',
        seen: (body.sett[place] ?? '').split(' '),
      }))
      .filter((one) => one.value !== '' && one.written !== '');
    if (chosen.length === 0) return manyPage(ground, { typed: '', lines: written, error: many.nothing });
    const doing = doingOf(context);
    const done = await changeUsages(doing, await actsOf(ground, chosen));
    if (!done.ok) throw new Error('new usages were refused');
    return see(link(at.batch, { organisation, batch: doing.batch.id }, { gjort: 'tillagt' }));
  },
});

export const addManyRoutes = [showMany, saveMany] as const;
