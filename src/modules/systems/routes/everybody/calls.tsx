import { z } from 'zod';
import {
  getPerson,
  hasRole,
  missing,
  route,
  see,
  type Context,
  type Reply,
} from '../../../../platform/http/index.ts';
import { formatDate, joinList } from '../../../../platform/text/index.ts';
import type { Fact } from '../../../../ui/index.ts';
import { saveReadElsewhere } from '../../../commons/index.ts';
import { everybody as at } from '../../addresses.ts';
import { readCatalogue } from '../../catalogue/reading.ts';
import { answerCall, endCall, type Calling } from '../../everybody/calls/actions.ts';
import { answers, type Call } from '../../everybody/calls/call.ts';
import { findLed, findReceived, type Led, type Received } from '../../everybody/calls/store.ts';
import { inSwedishOrder, namesOf } from '../../everybody/places.ts';
import { page } from '../../everybody/search/filter.ts';
import { productsOf } from '../../everybody/products.ts';
import { landscapeAccess, registering, registrars } from '../../everybody/reader.ts';
import { CallPage, type CallAnswering, type CallView } from '../../pages/everybody/call-pages.tsx';
import { showCalls } from './call-list.tsx';
import {
  areaName,
  componentName,
  dayIn,
  frame,
  groundOf,
  pageTo,
  shortDay,
  trailOf,
  type Ground,
} from './ground.ts';

const listTrail = (ground: Ground) => ({ title: ground.words.calls.trail, to: pageTo(ground, at.calls) });

/** More names than anybody reads in one go. */
const mostNamed = 20;

function invitedIn({ words, language }: Ground, names: readonly string[]): string {
  const sorted = names.toSorted(inSwedishOrder);
  return sorted.length <= mostNamed
    ? joinList(sorted, language)
    : words.calls.show.invitedMany(sorted.slice(0, mostNamed).join(', '), sorted.length - mostNamed);
}

async function factsOf(ground: Ground, { organisation, content }: Call): Promise<readonly Fact[]> {
  const { words, language, context } = ground;
  const { show } = words.calls;
  const products = productsOf(await readCatalogue(context.tx));
  const name = await namesOf(context.tx, [organisation, ...content.invited]);
  const { product, component, area } = content;
  const need =
    component !== null ? componentName(ground, component) : area === null ? null : areaName(ground, area);
  const facts: readonly (Fact | null)[] = [
    { term: show.lead, value: name(organisation), source: content.author },
    product === null ? null : { term: show.product, value: products.name(products.standing(product)) },
    need === null ? null : { term: show.need, value: need },
    {
      term: show.window,
      value: show.windowOf(shortDay(content.from, language), shortDay(content.to, language)),
    },
    { term: show.answerBy, value: dayIn(content.answerBy, language) },
    { term: show.invited, value: invitedIn(ground, content.invited.map(name)) },
  ];
  return facts.filter((fact) => fact !== null);
}

type Shown = {
  readonly done: string | null;
  readonly form?: Partial<CallAnswering>;
  readonly status?: number;
};

async function basicView(ground: Ground, call: Call, done: string | null): Promise<CallView> {
  const { words, language } = ground;
  const { title, text } = call.content;
  return {
    words,
    title,
    trail: trailOf(ground, listTrail(ground), { title }),
    text,
    facts: await factsOf(ground, call),
    done,
    ended: call.endedAt === null ? null : words.calls.show.ended(formatDate(call.endedAt, language)),
    answers: null,
    end: null,
    answering: null,
    cannot: null,
  };
}

const answersPerPage = 50;

async function ledPage(
  ground: Ground,
  { call, invitations }: Led,
  { done, sida }: { readonly done: string | null; readonly sida: number },
): Promise<Reply> {
  const { words, language, context } = ground;
  const { show, answers: say } = words.calls;
  const name = await namesOf(
    context.tx,
    invitations.map(({ to }) => to),
  );
  const inOrder = invitations.toSorted(
    (a, b) => Number(a.given === null) - Number(b.given === null) || inSwedishOrder(name(a.to), name(b.to)),
  );
  const count = (answer: string | null): number =>
    invitations.filter(({ given }) => (given?.answer ?? null) === answer).length;
  const view: CallView = {
    ...(await basicView(ground, call, done)),
    answers: {
      tally: show.tally(count('yes'), count('perhaps'), count('no'), count(null)),
      page: sida,
      pages: Math.max(1, Math.ceil(invitations.length / answersPerPage)),
      pageTo: (page) => pageTo(ground, at.call, { call: call.id }, { sida: page }),
      rows: inOrder.slice((sida - 1) * answersPerPage, sida * answersPerPage).map(({ to, given }) => ({
        organisation: name(to),
        answer: given === null ? show.waiting : say[given.answer],
        given: given !== null,
        volume: given?.volume ?? '',
        words: given?.words ?? '',
        when: given === null ? '' : formatDate(given.at, language),
      })),
    },
    end:
      call.endedAt === null && mayAct(context, ground) ? pageTo(ground, at.endCall, { call: call.id }) : null,
  };
  return { kind: 'page', title: view.title, frame, content: <CallPage {...view} /> };
}

const mayAct = (context: Context, { organisation }: Ground): boolean =>
  hasRole(context, organisation, ...registering);

async function receivedPage(
  ground: Ground,
  call: Received,
  { done, form = {}, status }: Shown,
): Promise<Reply> {
  const { words, context } = ground;
  const open = call.endedAt === null;
  const may = mayAct(context, ground);
  const view: CallView = {
    ...(await basicView(ground, call, done)),
    answering:
      open && may
        ? {
            action: pageTo(ground, at.answerCall, { call: call.id }),
            answer: call.given?.answer,
            volume: call.given?.volume ?? '',
            words: call.given?.words ?? '',
            problem: null,
            ...form,
          }
        : null,
    cannot: open && !may ? words.calls.show.onlyRegistrars : null,
  };
  const failed = status === undefined ? {} : { status, failed: true };
  return { kind: 'page', ...failed, title: view.title, frame, content: <CallPage {...view} /> };
}

const showCall = route({
  method: 'GET',
  path: at.call.path,
  access: landscapeAccess,
  query: z.object({ klart: z.enum(['skickat', 'svarat']).optional().catch(undefined), sida: page }),
  handle: async (context, { params, query: { klart, sida } }) => {
    const ground = await groundOf(context);
    if (ground === null) return missing;
    const { organisation, words } = ground;
    const led = await findLed(context.tx, organisation, params.call);
    const received = led === null ? await findReceived(context.tx, organisation, params.call) : null;
    if (led === null && received === null) return missing;
    await saveReadElsewhere(context.tx, { organisation, path: `upprop/${params.call}`, at: context.now });
    if (led !== null)
      return ledPage(ground, led, { done: klart === 'skickat' ? words.calls.show.sent : null, sida });
    if (received === null) return missing;
    return receivedPage(ground, received, { done: klart === 'svarat' ? words.calls.show.saved : null });
  },
});

const callingOf = (context: Context, organisation: string): Calling => ({
  tx: context.tx,
  organisation,
  person: getPerson(context).person,
  at: context.now,
  newId: context.newId,
});

const text = (most: number) => z.string().trim().max(most).default('');

const giveAnswer = route({
  method: 'POST',
  path: at.answerCall.path,
  access: registrars,
  body: z.object({
    svar: z.enum(answers).optional().catch(undefined),
    omfattning: text(200),
    kommentar: text(2000),
  }),
  handle: async (context, { params, body: { svar, omfattning, kommentar } }) => {
    const ground = await groundOf(context);
    const call = ground === null ? null : await findReceived(context.tx, ground.organisation, params.call);
    if (ground === null || call === null) return missing;
    const { words, organisation } = ground;
    const typed = { volume: omfattning, words: kommentar };
    if (svar === undefined)
      return receivedPage(ground, call, {
        done: null,
        form: { ...typed, problem: words.calls.show.noAnswer },
        status: 422,
      });
    const given = { answer: svar, ...typed, by: getPerson(context).name };
    if (await answerCall(callingOf(context, organisation), call, given))
      return see(pageTo(ground, at.call, { call: call.id }, { klart: 'svarat' }));
    const standing = (await findReceived(context.tx, organisation, call.id)) ?? call;
    return receivedPage(ground, standing, { done: null, status: 409 });
  },
});

const end = route({
  method: 'POST',
  path: at.endCall.path,
  access: registrars,
  handle: async (context, { params }) => {
    const ground = await groundOf(context);
    const led = ground === null ? null : await findLed(context.tx, ground.organisation, params.call);
    if (ground === null || led === null) return missing;
    // Ended already is as good as ended now.
    await endCall(callingOf(context, ground.organisation), led);
    return see(pageTo(ground, at.call, { call: led.call.id }));
  },
});

export const callRoutes = [showCalls, showCall, giveAnswer, end] as const;
