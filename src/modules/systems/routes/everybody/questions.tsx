import { z } from 'zod';
import { getPerson, missing, route, see, type Reply } from '../../../../platform/http/index.ts';
import { formatDate } from '../../../../platform/text/index.ts';
import { saveReadElsewhere } from '../../../commons/index.ts';
import { everybody as at, own } from '../../addresses.ts';
import { readCatalogue } from '../../catalogue/reading.ts';
import { namesOf } from '../../everybody/places.ts';
import { productsOf } from '../../everybody/products.ts';
import { answerQuestion, askAll, findAskable, type Askable } from '../../everybody/questions/ask.ts';
import { findQuestion, listQuestions, perPage, type Question } from '../../everybody/questions/store.ts';
import { landscapeAccess } from '../../everybody/reader.ts';
import { mostADay } from '../../pace.ts';
import { page } from '../../everybody/search/filter.ts';
import {
  AskPage,
  QuestionPage,
  QuestionsPage,
  type QuestionLine,
} from '../../pages/everybody/question-pages.tsx';
import { ids } from './compare.tsx';
import { frame, groundOf, navOf, pageTo, trailOf, type Ground } from './ground.ts';

const listTrail = (ground: Ground) => ({
  title: ground.words.questions.trail,
  to: pageTo(ground, at.questions),
});

const showList = route({
  method: 'GET',
  path: at.questions.path,
  access: landscapeAccess,
  query: z.object({ sida: page }),
  handle: async (context, { query: { sida } }) => {
    const ground = await groundOf(context);
    if (ground === null) return missing;
    const { words, organisation, language } = ground;
    const { questions, total } = await listQuestions(context.tx, organisation, sida);
    const products = productsOf(await readCatalogue(context.tx));
    const name = await namesOf(
      context.tx,
      questions.flatMap((one) => [one.organisation, one.to]),
    );
    const rows = questions.map((one): QuestionLine => {
      const toUs = one.to === organisation;
      return {
        id: one.id,
        to: pageTo(ground, at.question, { question: one.id }),
        about: words.questions.show.title(products.name(products.standing(one.product))),
        text: one.text,
        who: toUs ? words.questions.toUs(name(one.organisation)) : words.questions.fromUs(name(one.to)),
        state: one.answer !== null ? 'answered' : toUs ? 'toAnswer' : 'waiting',
        when: formatDate(one.at, language),
      };
    });
    const view = {
      words,
      trail: trailOf(ground, { title: words.questions.trail }),
      nav: navOf(ground, 'questions'),
      rows,
      page: sida,
      pages: Math.max(1, Math.ceil(total / perPage)),
      pageTo: (to: number) => pageTo(ground, at.questions, {}, { sida: to }),
    };
    return { kind: 'page', title: words.questions.title, frame, content: <QuestionsPage {...view} /> };
  },
});

const Asked = z.object({
  till: ids,
  system: z.preprocess((value) => (value === '' ? undefined : value), z.uuid().optional().catch(undefined)),
  produkt: z.preprocess((value) => (value === '' ? undefined : value), z.string().max(100).optional()),
});
type Asked = z.infer<typeof Asked>;

type Target = { readonly to: readonly Askable[]; readonly about: string };

/** Who is asked about what; null where nobody of those is shown as one to ask. */
async function targetOf(
  { context, reader }: Ground,
  { till, system, produkt }: Asked,
): Promise<Target | null> {
  const products = productsOf(await readCatalogue(context.tx));
  const registered = produkt === undefined ? [] : products.registered(products.standing(produkt));
  const to = await findAskable(context.tx, reader, { to: till, usage: system ?? null, products: registered });
  const [first] = to;
  return first === undefined ? null : { to, about: products.name(products.standing(first.product)) };
}

async function askPage(
  ground: Ground,
  { to, about }: Target,
  form: { readonly asked: Asked; readonly text: string; readonly problem: string | null },
): Promise<Reply> {
  const { words, context } = ground;
  const { make } = words.questions;
  const name = await namesOf(
    context.tx,
    to.map(({ organisation }) => organisation),
  );
  const { till, system = '', produkt = '' } = form.asked;
  const title = to.length === 1 ? make.title(about) : make.titleMany(to.length, about);
  const view = {
    words,
    title,
    trail: trailOf(ground, listTrail(ground), { title }),
    action: pageTo(ground, at.newQuestion),
    hidden: { till: till.join(','), system, produkt },
    to: to.map(({ organisation, contact }) => make.contact(name(organisation), contact)),
    text: form.text,
    problem: form.problem,
  };
  const failed = form.problem === null ? {} : { status: 422, failed: true };
  return { kind: 'page', ...failed, title, frame, content: <AskPage {...view} /> };
}

const showAsk = route({
  method: 'GET',
  path: at.newQuestion.path,
  access: landscapeAccess,
  query: Asked,
  handle: async (context, { query: asked }) => {
    const ground = await groundOf(context);
    const target = ground === null ? null : await targetOf(ground, asked);
    if (ground === null || target === null) return missing;
    return askPage(ground, target, { asked, text: '', problem: null });
  },
});

const ask = route({
  method: 'POST',
  path: at.newQuestion.path,
  access: landscapeAccess,
  body: Asked.extend({ text: z.string().trim().max(2000).default('') }),
  handle: async (context, { body: { text, ...asked } }) => {
    const ground = await groundOf(context);
    const target = ground === null ? null : await targetOf(ground, asked);
    if (ground === null || target === null) return missing;
    if (text === '')
      return askPage(ground, target, { asked, text, problem: ground.words.questions.make.empty });
    const { person, name } = getPerson(context);
    const { tx, now, newId } = context;
    const asking = {
      tx,
      organisation: ground.organisation,
      person,
      author: name,
      language: ground.language,
      at: now,
      newId,
    };
    const sent = await askAll(asking, { ...target, text });
    if (!sent.ok) {
      const problem = ground.words.questions.make.enoughToday(mostADay.questions, sent.left);
      return askPage(ground, target, { asked, text, problem });
    }
    const [first, ...more] = sent.ids;
    return more.length > 0 || first === undefined
      ? see(pageTo(ground, at.questions))
      : see(pageTo(ground, at.question, { question: first }, { skickat: 'ja' }));
  },
});

type Answering = {
  readonly typed: string;
  readonly problem: string | null;
  readonly sent: boolean;
  readonly status?: number;
};

async function questionPage(ground: Ground, question: Question, form: Answering): Promise<Reply> {
  const { words, context, organisation, language } = ground;
  const { show } = words.questions;
  const products = productsOf(await readCatalogue(context.tx));
  const name = await namesOf(context.tx, [question.organisation, question.to]);
  const toUs = question.to === organisation;
  const title = show.title(products.name(products.standing(question.product)));
  const { answer } = question;
  const view = {
    words,
    title,
    trail: trailOf(ground, listTrail(ground), { title }),
    who: toUs ? words.questions.toUs(name(question.organisation)) : words.questions.fromUs(name(question.to)),
    asked: show.asked(question.author, formatDate(question.at, language)),
    text: question.text,
    answer:
      answer === null
        ? null
        : { head: show.answered(answer.by, formatDate(answer.at, language)), text: answer.text },
    sent: form.sent,
    action: toUs ? pageTo(ground, at.answerQuestion, { question: question.id }) : null,
    usage: toUs ? pageTo(ground, own.usage, { usage: question.usage }) : null,
    typed: form.typed,
    problem: form.problem,
  };
  const failed = form.problem === null ? {} : { status: form.status ?? 422, failed: true };
  return { kind: 'page', ...failed, title, frame, content: <QuestionPage {...view} /> };
}

const showQuestion = route({
  method: 'GET',
  path: at.question.path,
  access: landscapeAccess,
  query: z.object({ skickat: z.string().optional() }),
  handle: async (context, { params, query }) => {
    const ground = await groundOf(context);
    const question =
      ground === null ? null : await findQuestion(context.tx, ground.organisation, params.question);
    if (ground === null || question === null) return missing;
    const { organisation } = ground;
    await saveReadElsewhere(context.tx, {
      organisation,
      path: `systemfragor/${question.id}`,
      at: context.now,
    });
    return questionPage(ground, question, { typed: '', problem: null, sent: query.skickat === 'ja' });
  },
});

const answer = route({
  method: 'POST',
  path: at.answerQuestion.path,
  access: landscapeAccess,
  body: z.object({ svar: z.string().trim().max(4000).default('') }),
  handle: async (context, { params, body: { svar: text } }) => {
    const ground = await groundOf(context);
    const question =
      ground === null ? null : await findQuestion(context.tx, ground.organisation, params.question);
    if (ground === null || question === null || question.to !== ground.organisation) return missing;
    const { words, organisation } = ground;
    const { show } = words.questions;
    if (text === '') return questionPage(ground, question, { typed: text, problem: show.empty, sent: false });
    const products = productsOf(await readCatalogue(context.tx));
    const { tx, now, newId } = context;
    const answered = await answerQuestion(
      { tx, organisation, author: getPerson(context).name, at: now, newId },
      { question, text, about: products.name(products.standing(question.product)) },
    );
    if (answered) return see(pageTo(ground, at.question, { question: question.id }));
    const standing = (await findQuestion(tx, organisation, question.id)) ?? question;
    return questionPage(ground, standing, { typed: text, problem: show.already, sent: false, status: 409 });
  },
});

export const questionRoutes = [showList, showAsk, ask, showQuestion, answer] as const;
