import { z } from 'zod';
import { addMonths } from '../../../../kernel/dates/index.ts';
import { getPerson, missing, route, see, type Reply } from '../../../../platform/http/index.ts';
import { isoDay, typedDay } from '../../../../platform/text/index.ts';
import { everybody as at } from '../../addresses.ts';
import { readCatalogue } from '../../catalogue/reading.ts';
import { beginCall, mostInvited } from '../../everybody/calls/actions.ts';
import type { CallContent } from '../../everybody/calls/call.ts';
import { namesOf } from '../../everybody/places.ts';
import { productsOf } from '../../everybody/products.ts';
import { registrars } from '../../everybody/reader.ts';
import { mostADay } from '../../pace.ts';
import { allComponents } from '../../taxonomy/editions.ts';
import { NewCallPage, type CallField, type NewCallView } from '../../pages/everybody/new-call-page.tsx';
import { ids } from './compare.tsx';
import {
  areaName,
  componentName,
  inText,
  frame,
  groundOf,
  monthOf,
  pageTo,
  trailOf,
  type Ground,
} from './ground.ts';
import { findOrganisations } from './named.ts';

const id = z.preprocess(
  (value) => (value === '' ? undefined : value),
  z.string().max(100).optional().catch(undefined),
);
const day = z.iso.date().optional().catch(undefined);

/** What a call is about and when the contracts end, as the horizon leads here with it. */
const About = z.object({ produkt: id, funktion: id, omrade: id, fran: day, till: day, med: ids });
type About = z.infer<typeof About>;

const text = (most: number) => z.string().trim().max(most).default('');
const Form = About.extend({
  /** The subject of a letter: one line. */
  titel: text(200).transform((said) => said.replace(/\s+/gu, ' ')),
  text: text(4000),
  namn: text(2000),
  'svara.day': text(4),
  'svara.month': text(4),
  'svara.year': text(4),
  /** Everybody that was suggested, ticked or not. */
  forslag: ids,
});
type Form = z.infer<typeof Form>;

type Subject = Pick<CallContent, 'product' | 'component' | 'area'> & { readonly name: string };

/** Only what there is: a call is of a product, a component or an area, or of nothing of the catalogue. */
async function subjectOf(ground: Ground, { produkt, funktion, omrade }: About): Promise<Subject> {
  const { context } = ground;
  const products = productsOf(await readCatalogue(context.tx));
  const standing = produkt === undefined ? null : products.standing(produkt);
  const product = standing !== null && products.record(standing) !== null ? standing : null;
  const component = funktion !== undefined && allComponents().has(funktion) ? funktion : null;
  const area =
    omrade !== undefined && ground.reader.taxonomy.edition.areas.some((one) => one.id === omrade)
      ? omrade
      : null;
  const name =
    product !== null
      ? products.name(product)
      : component !== null
        ? inText(componentName(ground, component))
        : area === null
          ? ''
          : inText(areaName(ground, area));
  return { product, component, area, name };
}

type Shown = Pick<NewCallView, 'title' | 'text' | 'answerBy' | 'invited' | 'names' | 'problems'>;

async function newCallPage(
  ground: Ground,
  about: About & { readonly forslag: readonly string[] },
  shown: Shown,
): Promise<Reply> {
  const { words, context, organisation } = ground;
  const suggested = [...new Set([...about.forslag, ...about.med])].filter((one) => one !== organisation);
  const known = (await findOrganisations(context.tx, suggested)).map((one) => one.id);
  const name = await namesOf(context.tx, known);
  const { produkt = '', funktion = '', omrade = '', fran = '', till = '' } = about;
  const view: NewCallView = {
    ...shown,
    words,
    trail: trailOf(
      ground,
      { title: words.calls.trail, to: pageTo(ground, at.calls) },
      { title: words.calls.make.title },
    ),
    action: pageTo(ground, at.newCall),
    hidden: { produkt, funktion, omrade, fran, till, forslag: known.join(',') },
    suggested: known.map((value) => ({ value, label: name(value) })),
  };
  const failed = shown.problems.size === 0 ? {} : { status: 422, failed: true };
  return {
    kind: 'page',
    ...failed,
    title: words.calls.make.title,
    frame,
    content: <NewCallPage {...view} />,
  };
}

const short = (digits: string): string => String(Number(digits));

const showNewCall = route({
  method: 'GET',
  path: at.newCall.path,
  access: registrars,
  query: About,
  handle: async (context, { query: about }) => {
    const ground = await groundOf(context);
    if (ground === null) return missing;
    const { words, language } = ground;
    const { name } = await subjectOf(ground, about);
    const { make } = words.calls;
    const { fran, till } = about;
    const [year = '', month = '', date = ''] = addMonths(isoDay(context.now), 1).split('-');
    const says =
      name === '' || fran === undefined || till === undefined
        ? ''
        : make.suggestedText(name, monthOf(fran, language), monthOf(till, language));
    return newCallPage(
      ground,
      { ...about, forslag: [] },
      {
        title: name === '' ? '' : make.suggested(name),
        text: says,
        answerBy: { year, month: short(month), day: short(date) },
        invited: about.med,
        names: '',
        problems: new Map(),
      },
    );
  },
});

type Read =
  | { readonly ok: true; readonly content: CallContent }
  | { readonly ok: false; readonly problems: ReadonlyMap<CallField, string> };

async function readForm(ground: Ground, form: Form): Promise<Read> {
  const { words, context, organisation } = ground;
  const { make } = words.calls;
  const names = form.namn
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  const named = await findOrganisations(context.tx, names);
  const ticked = await findOrganisations(context.tx, form.med);
  const unknown = names.filter((one) => !named.some(({ asked }) => asked === one));
  const invited = [...new Set([...ticked, ...named].map((one) => one.id))].filter(
    (one) => one !== organisation,
  );
  const today = isoDay(context.now);
  const answerBy = typedDay({ day: form['svara.day'], month: form['svara.month'], year: form['svara.year'] });
  const problems = new Map<CallField, string>();
  if (form.titel === '') problems.set('titel', make.noName);
  if (form.text === '') problems.set('text', make.noText);
  if (answerBy === null) problems.set('svara', make.noDay);
  else if (answerBy < today) problems.set('svara', make.pastDay);
  if (unknown.length > 0) problems.set('namn', make.unknown(unknown));
  else if (invited.length === 0) problems.set(form.forslag.length === 0 ? 'namn' : 'med', make.nobody);
  else if (invited.length > mostInvited) problems.set('namn', make.tooMany);
  if (problems.size > 0 || answerBy === null) return { ok: false, problems };
  const { product, component, area } = await subjectOf(ground, form);
  const from = form.fran ?? today;
  const to = form.till !== undefined && form.till >= from ? form.till : from;
  const author = getPerson(context).name;
  const { titel: title, text: says } = form;
  return {
    ok: true,
    content: {
      title,
      text: says,
      product,
      component,
      area,
      from,
      to,
      answerBy,
      invited,
      author,
      language: ground.language,
    },
  };
}

const sendCall = route({
  method: 'POST',
  path: at.newCall.path,
  access: registrars,
  body: Form,
  handle: async (context, { body: form }) => {
    const ground = await groundOf(context);
    if (ground === null) return missing;
    const again = (problems: ReadonlyMap<CallField, string>) => {
      const answerBy = { day: form['svara.day'], month: form['svara.month'], year: form['svara.year'] };
      const { titel: title, text: says, med: invited, namn: names } = form;
      return newCallPage(ground, form, { title, text: says, answerBy, invited, names, problems });
    };
    const read = await readForm(ground, form);
    if (!read.ok) return again(read.problems);
    const { tx, now, newId } = context;
    const { person } = getPerson(context);
    const call = await beginCall(
      { tx, organisation: ground.organisation, person, at: now, newId },
      read.content,
    );
    if (call === null)
      return again(new Map([['titel', ground.words.calls.make.enoughToday(mostADay.calls)]]));
    return see(pageTo(ground, at.call, { call }, { klart: 'skickat' }));
  },
});

export const newCallRoutes = [showNewCall, sendCall] as const;
