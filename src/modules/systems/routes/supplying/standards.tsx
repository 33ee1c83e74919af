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
import type { MeanwhileRow } from '../../pages/catalogue/meanwhile.tsx';
import { StandardsPage, type StandardLine } from '../../pages/supplying/standards.tsx';
import {
  answersOpened,
  giveAnswers,
  openedText,
  type Answers,
  type AnswersGiven,
} from '../../supplying/answering.ts';
import { listAnswers, standardAnswers, type Answer } from '../../supplying/answers.ts';
import { listAsked, standardsFor } from '../../supplying/asked.ts';
import { readGround, supplyingPage, to, type Ground } from './ground.tsx';
import { areasOf } from './product-lines.ts';

const ownProduct = ({ own }: Ground, id: string): Product | null =>
  own.products.find(({ record }) => record.id === id)?.record ?? null;

/** As typed, by standard: `svar-…`, `fran-…` and `bevis-…`; `ta` names those in which a colleague's answer is taken. */
const Body = z
  .object({
    oppnat: z.string().max(100_000).default(''),
    ta: z.union([z.string(), z.array(z.string())]).default([]),
  })
  .catchall(z.union([z.string().max(1000), z.array(z.string())]));
type Typed = Omit<Answer, 'answer'> & { readonly answer: string };

const unanswered = { answer: '', since: '', evidence: '' } as const;

function typedOf(body: z.infer<typeof Body>, opened: Answers): readonly Typed[] {
  const read = (name: string): string => {
    const value = body[name];
    return typeof value === 'string' ? value.trim() : '';
  };
  const taken = new Set([body.ta].flat());
  return standards().map(({ id }) =>
    taken.has(id)
      ? { standard: id, ...(opened.get(id) ?? unanswered) }
      : {
          standard: id,
          answer: read(`svar-${id}`),
          since: read(`fran-${id}`).slice(0, 100),
          evidence: read(`bevis-${id}`),
        },
  );
}

const isAddress = (text: string): boolean =>
  text === '' ||
  z
    .url({ protocol: /^https?$/u })
    .max(500)
    .safeParse(text).success;

/** An answer that counts; null where none is given. */
function answeredBy({ answer, ...rest }: Typed): Answer | null {
  const known = standardAnswers.find((one) => one === answer);
  return known === undefined ? null : { ...rest, answer: known };
}

const answersIn = (typed: readonly Typed[]): Answers =>
  new Map(typed.flatMap((one) => answeredBy(one) ?? []).map((one) => [one.standard, one]));

type Late = Extract<AnswersGiven, { ok: false }>;

/** What is answered in one line: "Följer delvis, från version 5.1, https://…". */
function inWords({ words }: Ground, answer: Answer | undefined): string {
  if (answer === undefined) return words.standards.none;
  const since = answer.since === '' ? [] : [words.standards.from(answer.since)];
  const evidence = answer.evidence === '' ? [] : [answer.evidence];
  return [words.standards.answers[answer.answer], ...since, ...evidence].join(', ');
}

function meanwhileRows(ground: Ground, typed: Answers, { now, meanwhile }: Late): readonly MeanwhileRow[] {
  const names = new Map(standards().map(({ id, name }) => [id, name]));
  return meanwhile.map(({ standard, touched }) => ({
    field: standard,
    name: names.get(standard) ?? standard,
    within: names.get(standard) ?? standard,
    theirs: inWords(ground, now.get(standard)),
    ours: touched ? inWords(ground, typed.get(standard)) : null,
  }));
}

/** What was typed, and what a colleague answered where it was not touched. */
function standingIn(typed: readonly Typed[], { now, meanwhile }: Late): readonly Typed[] {
  const theirs = new Set(meanwhile.flatMap(({ standard, touched }) => (touched ? [] : [standard])));
  return typed.map((one) =>
    theirs.has(one.standard) ? { ...unanswered, ...now.get(one.standard), standard: one.standard } : one,
  );
}

type Said = {
  /** What is in the form instead of what is answered. */
  readonly typed: readonly Typed[] | null;
  /** What stood in it when it was opened; null where it is opened now. */
  readonly opened: string | null;
  readonly meanwhile: readonly MeanwhileRow[];
  readonly saved: boolean;
};

async function standardsPage(ground: Ground, product: Product, said: Said): Promise<Reply> {
  const { typed, opened, meanwhile, saved } = said;
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
    language,
    title,
    trail: [
      { title: words.products.title, to: to(ground, at.products) },
      { title: product.name, to: link(openCatalogue.product, { product: product.id }) },
      { title: words.products.answers },
    ],
    action: to(ground, at.standards, { product: product.id }),
    opened: opened ?? openedText(lines.flatMap(({ id }) => answers.get(id) ?? [])),
    meanwhile,
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
      : standardsPage(ground, product, {
          typed: null,
          opened: null,
          meanwhile: [],
          saved: query.gjort === 'sparat',
        });
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
    const opened = answersOpened(body.oppnat);
    const typed = typedOf(body, opened);
    if (typed.some(({ evidence }) => !isAddress(evidence)))
      return standardsPage(ground, product, { typed, opened: body.oppnat, meanwhile: [], saved: false });
    const { person } = getPerson(context);
    const { organisation } = ground;
    const labels = await findLabels(context.tx, organisation, [person]);
    const given = await giveAnswers(context.tx, organisation, {
      product: product.id,
      opened,
      typed: answersIn(typed),
      at: context.now,
      by: labels.get(person) ?? getPerson(context).name,
    });
    if (!given.ok)
      return standardsPage(ground, product, {
        typed: standingIn(typed, given),
        opened: null,
        meanwhile: meanwhileRows(ground, answersIn(typed), given),
        saved: false,
      });
    return see(to(ground, at.standards, { product: product.id }, { gjort: 'sparat' }));
  },
});

export const standardRoutes: readonly AnyRoute[] = [showStandards, answerStandards];
