import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { composeApp, allRoutes } from '../../../src/main-app.ts';
import { fieldIds, fieldOf } from '../../../src/modules/systems/model/fields.ts';
import { openDataRoutes, routes as systemRoutes, webhookRoutes } from '../../../src/modules/systems/index.ts';
import type { AnyRoute } from '../../../src/platform/http/index.ts';
import { seeded } from '../random.ts';
import { openRequests, type Incoming, type Send } from '../requests.ts';
import { asksOf, leadingQuestions, ownPages } from './asking.ts';
import { canariesIn, type World } from './canaries.ts';
import { plantings, type Planting } from './defects.ts';
import { maySee } from './expected.ts';
import { openStage, owners, ownViewer, secretive, viewers, type Stage, type Viewer } from './stage.ts';

export type VisibilityPlan = {
  readonly seed: number;
  /** Addresses asked of each route of the register, by each reader, in each world. */
  readonly rounds: number;
  /** Also every other address of the application. */
  readonly everywhere: boolean;
  /** The part of the addresses that is asked, by chance; 1 for all. */
  readonly share: number;
  readonly planted: boolean;
  readonly say: (line: string) => void;
};

export type VisibilityReport = {
  readonly requests: number;
  /** Addresses of the register that were asked, and of the rest of the application. */
  readonly routes: number;
  readonly others: number;
  readonly fields: number;
  /** Fields of owners that readers may see and saw: the way is open where it should be. */
  readonly seen: number;
  readonly findings: readonly string[];
  readonly planted: readonly string[];
  readonly missed: readonly string[];
};

const ownerIds = [...owners.map(({ organisation }) => organisation), secretive];

/** Canaries that the reader may not see, as "sundsvall price". */
function hiddenFrom(viewer: Viewer): ReadonlySet<string> {
  const hidden = owners.flatMap((owner) =>
    fieldIds.filter((id) => !maySee(viewer, owner, id)).map((id) => `${owner.organisation} ${id}`),
  );
  return new Set([...hidden, ...fieldIds.map((id) => `${secretive} ${id}`)]);
}

/**
 * Without what is new in every answer: the key that keeps a form from being sent twice, the request's id, and the place
 * in the order of all transactions that a cursor holds.
 */
export const steady = (reply: Incoming): string =>
  `${reply.status} ${reply.location}\n${reply.body.replaceAll(/name="_key" value="[^"]*"|"requestId":"[^"]*"|"next":"[^"]*"/gu, '')}`;

type Ask = { readonly viewer: Viewer; readonly url: string };

function judge({ viewer, url }: Ask, reply: Incoming, hidden: ReadonlySet<string>): readonly string[] {
  const what = `${viewer.name} GET ${url} → ${reply.status}`;
  if (reply.status >= 500) return [`${what}: a fault`];
  // What one asks for oneself stands in the answer's form.
  const asked = canariesIn(decodeURIComponent(url.replaceAll('+', ' ')), ownerIds);
  return [...canariesIn(`${reply.headers}${reply.body}`, ownerIds)]
    .filter((one) => hidden.has(one) && !asked.has(one))
    .map((one) => `${what}: the canary of ${one}`);
}

/** Where two answers begin to differ. */
function differing(one: string, other: string): string {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const part = (text: string): string => text.slice(Math.max(0, at - 40), at + 60).replaceAll(/\s+/gu, ' ');
  return `"${part(one)}" and "${part(other)}"`;
}

type Tally = { requests: number; readonly seen: Set<string>; readonly findings: string[] };

const Fed = z.object({ rows: z.array(z.unknown()), next: z.string(), more: z.boolean() });

const fedIn = ({ status, body }: Incoming) => (status === 200 ? Fed.parse(JSON.parse(body)) : null);

const feedOf = (viewer: Viewer): string =>
  `/api/v1/organisations/${viewer.organisation ?? 'harnosand'}/everybody/usages/changes?limit=500`;

/** A feed to its end, as one answer, and where it ended; null for those who are not let in. */
async function readFeed(send: Send, viewer: Viewer) {
  const bodies: string[] = [];
  let end: string | null = null;
  for (;;) {
    const after: string = end === null ? '' : `&after=${end}`;
    const reply = await send(viewer.who, { method: 'GET', url: `${feedOf(viewer)}${after}` });
    const fed = fedIn(reply);
    if (fed === null) return { reply, end: null };
    bodies.push(reply.body);
    end = fed.next;
    if (!fed.more) return { reply: { ...reply, body: bodies.join('\n') }, end };
  }
}

/** The answers to all, and to the feed at the end. */
async function ask(
  send: Send,
  viewer: Viewer,
  urls: readonly string[],
): Promise<{ readonly replies: readonly Incoming[]; readonly end: string | null }> {
  const replies: Incoming[] = [];
  for (const url of urls) replies.push(await send(viewer.who, { method: 'GET', url }));
  const { reply, end } = await readFeed(send, viewer);
  return { replies: [...replies, reply], end };
}

/** What is hidden changes between the worlds, and nothing else: whoever follows hears of nothing. */
async function heardSince(send: Send, viewer: Viewer, end: string | null): Promise<readonly string[]> {
  if (end === null) return [];
  const reply = await send(viewer.who, { method: 'GET', url: `${feedOf(viewer)}&after=${end}` });
  const rows = fedIn(reply)?.rows ?? [reply.body];
  return rows.length === 0
    ? []
    : [`${viewer.name}: the feed tells of ${rows.length} changes of what is hidden`];
}

/** Asks the same in both worlds: nothing hidden is told, in words or by any difference. */
async function tryViewer(
  { stage, send, tally }: { readonly stage: Stage; readonly send: Send; readonly tally: Tally },
  viewer: Viewer,
  urls: readonly string[],
): Promise<void> {
  const hidden = hiddenFrom(viewer);
  const worlds: readonly World[] = ['ett', 'tva'];
  const ends: (string | null)[] = [];
  const [first, second] = await inTurn(worlds, async (world) => {
    await stage.put(viewer, world);
    tally.findings.push(...(await heardSince(send, viewer, ends.at(-1) ?? null)));
    const asked = await ask(send, viewer, urls);
    ends.push(asked.end);
    return asked.replies;
  });
  tally.requests += (urls.length + 2) * 2;
  for (const [index, url] of [...urls, feedOf(viewer)].entries()) {
    const [one, other] = [first?.[index], second?.[index]];
    if (one === undefined || other === undefined) throw new Error('an answer is missing');
    const told = [...new Set([one, other].flatMap((reply) => judge({ viewer, url }, reply, hidden)))];
    tally.findings.push(...told);
    if (told.length === 0 && steady(one) !== steady(other))
      tally.findings.push(
        `${viewer.name} GET ${url}: what is hidden makes a difference, ${differing(steady(one), steady(other))}`,
      );
    for (const canary of canariesIn(one.body, ownerIds))
      if (!hidden.has(canary)) tally.seen.add(`${viewer.name} ${canary}`);
  }
}

async function inTurn<A, B>(list: readonly A[], work: (one: A) => Promise<B>): Promise<readonly B[]> {
  const done: B[] = [];
  for (const one of list) done.push(await work(one));
  return done;
}

/** Every address of the register. */
const registersOf = ({ app: { ground } }: Stage): readonly AnyRoute[] => [
  ...systemRoutes,
  ...webhookRoutes({ key: ground.keys.webhook, outbound: ground.outbound }),
  ...openDataRoutes({ contact: ground.contact }),
];

async function run(
  stage: Stage,
  server: FastifyInstance,
  routes: readonly AnyRoute[],
  plan: VisibilityPlan,
): Promise<Tally> {
  const tally: Tally = { requests: 0, seen: new Set(), findings: [] };
  const send = openRequests(stage.app, server);
  const registers = registersOf(stage);
  const own = new Set(registers.map(({ path }) => path));
  const others = routes.filter(({ path }) => !own.has(path));
  for (const [index, viewer] of viewers.entries()) {
    const random = seeded(plan.seed + index);
    const organisation = viewer.organisation ?? 'harnosand';
    const all = [
      ...leadingQuestions(organisation),
      ...asksOf(random, registers, { organisation, rounds: plan.rounds }),
      ...(plan.everywhere ? asksOf(random, others, { organisation, rounds: 1 }) : []),
    ];
    const urls = all.filter(() => random() < plan.share);
    await tryViewer({ stage, send, tally }, viewer, urls);
    plan.say(
      `${viewer.name}: ${urls.length} addresses in two worlds, ${tally.findings.length} findings so far`,
    );
  }
  return tally;
}

/** Whether a defect is noticed by somebody; what it did is taken back. */
async function isNoticed(stage: Stage, { plant }: Planting): Promise<boolean> {
  const { routes = [], spoil, mend } = await plant(stage.app);
  const all = [...allRoutes(stage.app.ground), ...routes];
  const server = await composeApp(stage.app.ground, all);
  try {
    const spoilt: Stage = {
      ...stage,
      put: async (viewer, world) => {
        await stage.put(viewer, world);
        await spoil?.();
      },
    };
    const tally: Tally = { requests: 0, seen: new Set(), findings: [] };
    const send = openRequests(stage.app, server);
    for (const viewer of viewers) {
      const organisation = viewer.organisation ?? 'harnosand';
      const asks = (some: readonly AnyRoute[]): readonly string[] =>
        asksOf(seeded(1), some, { organisation, rounds: 3 });
      const urls =
        routes.length > 0 ? asks(routes) : [...leadingQuestions(organisation), ...asks(registersOf(stage))];
      await tryViewer({ stage: spoilt, send, tally }, viewer, urls);
      if (tally.findings.length > 0) return true;
    }
    return false;
  } finally {
    await server.close();
    await mend?.();
  }
}

/** Fields with a text of their own that the owner's people do not meet: there the canaries would prove nothing. */
async function blindSpots(stage: Stage): Promise<readonly string[]> {
  await stage.put(ownViewer, 'ett');
  const { replies } = await ask(openRequests(stage.app, stage.app.app), ownViewer, ownPages('sundsvall'));
  const seen = canariesIn(replies.map(({ body }) => body).join('\n'), ['sundsvall']);
  return fieldIds
    .filter((id) => ['text', 'texts'].includes(fieldOf(id).type) && !seen.has(`sundsvall ${id}`))
    .map((id) => `the owner itself does not meet ${id}: the canaries prove nothing of it`);
}

const askable = (routes: readonly AnyRoute[]): number =>
  routes.filter(({ method }) => method === 'GET').length;

/**
 * Every field × kind of reader × route of the register: the same questions in two worlds that differ in what the
 * reader may not see, and in nothing else, get the same answers to the last byte, without a canary in them.
 */
export async function proveVisibility(plan: VisibilityPlan): Promise<VisibilityReport> {
  const stage = await openStage();
  const { app } = stage;
  try {
    const routes = allRoutes(app.ground);
    const ofRegister = askable(registersOf(stage));
    const blind = await blindSpots(stage);
    const tally = await run(stage, app.app, routes, plan);
    const chosen = plan.planted ? plantings : [];
    const noticed = await inTurn(chosen, async (one) => ({
      name: one.name,
      noticed: await isNoticed(stage, one),
    }));
    return {
      requests: tally.requests,
      routes: ofRegister,
      others: plan.everywhere ? askable(routes) - ofRegister : 0,
      fields: fieldIds.length,
      seen: tally.seen.size,
      findings: [...tally.findings, ...blind],
      planted: chosen.map(({ name }) => name),
      missed: noticed.filter((one) => !one.noticed).map(({ name }) => name),
    };
  } finally {
    await app.close();
  }
}
