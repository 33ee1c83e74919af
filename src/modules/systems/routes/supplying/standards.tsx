import { z } from 'zod';
import {
  getPerson,
  link,
  missing,
  route,
  see,
  suppliersOnly,
  type AnyRoute,
  type Reply,
} from '../../../../platform/http/index.ts';
import { formatDate } from '../../../../platform/text/index.ts';
import { findLabels } from '../../../identity/index.ts';
import { openCatalogue, supplying as at } from '../../addresses.ts';
import type { Product } from '../../catalogue/record.ts';
import { standards } from '../../catalogue/standards.ts';
import { StandardsPage, type StandardLine } from '../../pages/supplying/standards.tsx';
import { listAnswers, saveAnswers, standardAnswers, type Answered } from '../../supplying/answers.ts';
import { listAsked, standardsFor } from '../../supplying/asked.ts';
import { readGround, supplyingPage, to, type Ground } from './ground.tsx';
import { areasOf } from './product-lines.ts';

const ownProduct = ({ own }: Ground, id: string): Product | null =>
  own.products.find(({ record }) => record.id === id)?.record ?? null;

/** As typed, by standard: `svar-…`, `fran-…` and `bevis-…`. */
const Body = z.record(z.string().max(200), z.union([z.string().max(1000), z.array(z.string())]));
type Typed = Omit<Answered, 'at' | 'by' | 'answer'> & { readonly answer: string };

function typedOf(body: z.infer<typeof Body>): readonly Typed[] {
  const read = (name: string): string => {
    const value = body[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  return standards().map(({ id }) => ({
    standard: id,
    answer: read(`svar-${id}`),
    since: read(`fran-${id}`).slice(0, 100),
    evidence: read(`bevis-${id}`),
  }));
}

const isAddress = (text: string): boolean =>
  text === '' ||
  z
    .url({ protocol: /^https?$/u })
    .max(500)
    .safeParse(text).success;

/** An answer that counts; null where none is given. */
function answeredBy({ answer, ...rest }: Typed): Omit<Answered, 'at' | 'by'> | null {
  const known = standardAnswers.find((one) => one === answer);
  return known === undefined ? null : { ...rest, answer: known };
}

type Said = { readonly typed: readonly Typed[] | null; readonly saved: boolean };

async function standardsPage(ground: Ground, product: Product, { typed, saved }: Said): Promise<Reply> {
  const { context, words, language } = ground;
  const { tx, now } = context;
  const answers = new Map(
    ((await listAnswers(tx, [product.id])).get(product.id) ?? []).map((one) => [one.standard, one]),
  );
  const given = new Map(typed?.map((one) => [one.standard, one]));
  const asked = await listAsked(tx, now);
  const lines = standardsFor(areasOf(product), asked).map(({ standard, circle }): StandardLine => {
    const { id, name, about, web } = standard;
    const before = answers.get(id);
    const { answer = '', since = '', evidence = '' } = given.get(id) ?? before ?? {};
    return {
      id,
      name,
      about: about[language],
      web,
      circle,
      answer,
      since,
      evidence,
      answered:
        before === undefined ? '' : words.standards.answeredOn(formatDate(before.at, language), before.by),
      error: isAddress(evidence) ? null : words.standards.badEvidence(name),
    };
  });
  const title = words.standards.title(product.name);
  const view = {
    words,
    title,
    trail: [
      { title: words.products.title, to: to(ground, at.products) },
      { title: product.name, to: link(openCatalogue.product, { product: product.id }) },
      { title: words.products.answers },
    ],
    action: to(ground, at.standards, { product: product.id }),
    lines,
    saved,
  };
  const failed = typed !== null;
  const content = <StandardsPage {...view} />;
  return supplyingPage(ground, { part: 'products', title, content, failed });
}

const showStandards = route({
  method: 'GET',
  path: at.standards.path,
  access: suppliersOnly,
  query: z.object({ gjort: z.string().max(20).default('') }),
  handle: async (context, { params, query }) => {
    const ground = await readGround(context);
    const product = ownProduct(ground, params.product);
    return product === null
      ? missing
      : standardsPage(ground, product, { typed: null, saved: query.gjort === 'sparat' });
  },
});

const answerStandards = route({
  method: 'POST',
  path: at.standards.path,
  access: suppliersOnly,
  body: Body,
  handle: async (context, { params, body }) => {
    const ground = await readGround(context);
    const product = ownProduct(ground, params.product);
    if (product === null) return missing;
    const typed = typedOf(body);
    if (typed.some(({ evidence }) => !isAddress(evidence)))
      return standardsPage(ground, product, { typed, saved: false });
    const { person } = getPerson(context);
    const { organisation } = ground;
    const labels = await findLabels(context.tx, organisation, [person]);
    await saveAnswers(context.tx, organisation, {
      product: product.id,
      answers: typed.flatMap((one) => answeredBy(one) ?? []),
      at: context.now,
      by: labels.get(person) ?? getPerson(context).name,
    });
    return see(to(ground, at.standards, { product: product.id }, { gjort: 'sparat' }));
  },
});

export const standardRoutes: readonly AnyRoute[] = [showStandards, answerStandards];
