import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  type Actor,
  type AnyRoute,
  type Context,
  type Language,
  type Large,
  type LargeFile,
  type Reply,
} from '../platform/http/index.ts';
import type { Tx } from '../platform/db/index.ts';
import { decideRoute, isAtSuppliers, mayHere } from './access.ts';
import { afterForm } from './after-form.ts';
import { supportOf, unreadOf } from './around.ts';
import { isForm, isUpload, readBody, type BodyResult, type RawBody } from './body.ts';
import type { Load } from './bounds.ts';
import { comesFromUs } from './cross-origin.ts';
import { claim, settle, type Attempt } from './idempotency.ts';
import { makeReady, type LargeRoom, type openRooms } from './large.ts';
import type { Credentials } from '../modules/identity/index.ts';
import { nobody, type Outcome } from './outcome.ts';
import type { WebParts } from './parts.ts';
import type { rememberPlaces } from './places.ts';
import { readWith, type Problem } from './problems.ts';
import { contentOf, type Sent } from './sent.ts';
import { isStorable } from './storable.ts';

/** What one request is, read once. */
export type Arrived = {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly language: Language;
  readonly address: string;
  readonly credentials: Credentials;
};

/** What the shell is given, with what it keeps while it serves. */
export type Serving = WebParts & {
  readonly places: ReturnType<typeof rememberPlaces>;
  readonly load: Load;
  readonly rooms: ReturnType<typeof openRooms>;
};

const PathValues = z.record(z.string(), z.string());

const anonymous: Actor = { kind: 'anonymous' };

/** The problem that turns a request away inside its transaction; rolls nothing forward. */
class Refused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.kind);
    this.problem = problem;
  }
}

function personOf(actor: Actor): string | null {
  return actor.kind === 'person' ? actor.person : null;
}

async function identify(parts: WebParts, tx: Tx, credentials: Credentials): Promise<Actor> {
  if (credentials.cookie === undefined && credentials.bearer === undefined) return anonymous;
  return parts.identify(tx, credentials, parts.now());
}

type Read = RawBody & { readonly large: readonly LargeFile[] };

function readInput(route: AnyRoute, arrived: Arrived, raw: Read): Sent {
  const inputs = [...raw.files, ...raw.large].map(({ field }) => field);
  if (!isStorable([arrived.request.query, raw.fields, inputs])) throw new Refused({ kind: 'malformed' });
  const { _key: key, ...fields } = raw.fields;
  const query =
    route.query === undefined ? null : readWith(route.query, arrived.request.query, arrived.language);
  const body = route.body === undefined ? null : readWith(route.body, fields, arrived.language);
  const issues = [query, body].flatMap((part) => (part === null || part.ok ? [] : part.issues));
  if (issues.length > 0) throw new Refused({ kind: 'unreadable', issues });
  const header = arrived.request.headers['idempotency-key'];
  const named = typeof header === 'string' ? header : typeof key === 'string' ? key : null;
  return {
    key: named !== null && /^[\w-]{8,100}$/.test(named) ? named : null,
    fields,
    files: raw.files,
    large: raw.large,
    query: query?.ok === true ? query.value : {},
    body: body?.ok === true ? body.value : {},
  };
}

function contextOf(
  parts: WebParts,
  arrived: Arrived,
  more: Pick<Context, 'actor' | 'organisation' | 'tx'>,
): Context {
  return {
    requestId: arrived.request.id,
    accept: arrived.request.headers.accept ?? '',
    now: parts.now(),
    newId: parts.newId,
    newSecret: parts.newSecret,
    language: arrived.language,
    files: parts.files,
    pdf: parts.pdf,
    origin: parts.settings.origin,
    address: arrived.address,
    demo: parts.settings.demo,
    ...more,
  };
}

/**
 * Whoever is not signed in shares one space of keys with everybody else, and a repeat is answered with the
 * secret address of a draft: there a key counts only when it is long enough to be nobody else's.
 */
function isGuessable(actor: Actor, key: string): boolean {
  return actor.kind === 'anonymous' && key.length < 32;
}

async function actOnce(
  route: AnyRoute,
  context: Context,
  sent: Sent,
  params: Record<string, string>,
): Promise<Reply> {
  const { query, body, files, large } = sent;
  const input = { params, query, body, files, large };
  if (route.method === 'GET' || sent.key === null || isGuessable(context.actor, sent.key)) {
    return route.handle(context, input);
  }
  const attempt: Attempt = {
    organisation: context.organisation ?? 'kommons',
    person: personOf(context.actor) ?? '',
    key: sent.key,
    route: `${route.method} ${route.path}`,
    content: contentOf(params, sent),
    at: context.now,
  };
  const claimed = await claim(context.tx, attempt);
  if (claimed.kind === 'other-content') throw new Refused({ kind: 'key-reused' });
  if (claimed.kind === 'repeat') return claimed.reply;
  const result = await route.handle(context, input);
  await settle(context.tx, attempt, result);
  return result;
}

async function placesOf(parts: Serving, tx: Tx, organisation: string | null, actor: Actor) {
  const worksThere =
    actor.kind === 'person' && actor.mandates.some((mandate) => mandate.organisation === organisation);
  const place =
    organisation === null
      ? null
      : await parts.places(tx, { slug: organisation, own: true, fresh: worksThere });
  if (organisation !== null && place === null) throw new Refused({ kind: 'missing' });
  const working = actor.kind === 'person' ? actor.workingFor : null;
  if (working === null) return { place, workplace: null };
  const workplace =
    working === organisation ? place : await parts.places(tx, { slug: working, own: false, fresh: false });
  return { place, workplace };
}

/** What is wrong with a request before anybody asks who sends it. */
function wrongAtOnce(parts: WebParts, { request, credentials }: Arrived): Problem | null {
  const fromUs = comesFromUs({
    method: request.method,
    fetchSite: request.headers['sec-fetch-site']?.toString(),
    origin: request.headers.origin,
    ownOrigins: [parts.settings.origin, `${request.protocol}://${request.host}`],
    bearer: credentials.bearer !== undefined,
  });
  if (!fromUs) return { kind: 'foreign-origin' };
  return isStorable(request.params) ? null : { kind: 'missing' };
}

const verdictOn = (parts: WebParts, route: AnyRoute, { request, credentials }: Arrived, actor: Actor) =>
  decideRoute(route, actor, {
    organisation: PathValues.parse(request.params)['organisation'] ?? null,
    demo: parts.settings.demo,
    bearer: credentials.bearer !== undefined,
  });

/** Who sends a large body, and what happens to the files in it. */
export type Known = {
  readonly kind: 'known';
  readonly actor: Actor;
  readonly files: 'kept' | 'dropped';
  /** Which of them may be larger than others. */
  readonly large: Large | null;
};

type Asked = Known | { readonly kind: 'turned-away'; readonly outcome: Outcome };

const turnAway = (actor: Actor, result: Problem): Asked => ({
  kind: 'turned-away',
  outcome: { ...nobody, actor, result },
});

/**
 * Asks who sends a large body before it is read, and whether it will be used. Gives the answer to whoever may
 * not send one, or what is known, for `dispatch`.
 */
export async function askFirst(parts: Serving, route: AnyRoute, arrived: Arrived): Promise<Asked> {
  const wrong = wrongAtOnce(parts, arrived);
  if (wrong !== null) return turnAway(anonymous, wrong);
  const params = PathValues.parse(arrived.request.params);
  const { organisation = null } = params;
  return parts.db.transaction({ organisation, person: null }, async (tx): Promise<Asked> => {
    const actor = await identify(parts, tx, arrived.credentials);
    const verdict = verdictOn(parts, route, arrived, actor);
    switch (verdict) {
      case 'bad-key':
      case 'missing':
      case 'reads-only':
        return turnAway(actor, { kind: verdict });
      case 'sign-in':
        // Whoever was signed out while writing gets back what was written; what a system sends is not kept.
        return isForm(arrived.request)
          ? { kind: 'known', actor, files: 'dropped', large: null }
          : turnAway(actor, { kind: verdict });
      case 'allow': {
        const context = contextOf(parts, arrived, { actor, organisation, tx });
        const takes =
          isUpload(arrived.request) &&
          (await mayHere(route.access, context, params)) &&
          (await route.takesFiles?.(context, params)) === true;
        const large = takes ? ((await route.takesLarge?.(context, params)) ?? null) : null;
        return { kind: 'known', actor, files: takes ? 'kept' : 'dropped', large };
      }
    }
  });
}

/**
 * The route of a request after its address is known: cross-origin check, body, transaction with the tenant,
 * person, access rule, idempotency key, action. One transaction: the person is set in it when it is known who
 * it is. `known` is who sends a large body, which `askFirst` has asked.
 */
export async function dispatch(
  parts: Serving,
  route: AnyRoute,
  arrived: Arrived & { readonly known: Known | null },
): Promise<Outcome> {
  const { request, credentials, known } = arrived;
  const wrong = wrongAtOnce(parts, arrived);
  if (wrong !== null) return { ...nobody, result: wrong };
  const params = PathValues.parse(request.params);
  const { organisation = null } = params;

  const seen = { actor: known?.actor ?? anonymous };
  const large =
    known === null || known.large === null
      ? null
      : parts.rooms({ person: personOf(known.actor) ?? '', organisation: organisation ?? '' }, known.large);
  const meter = parts.load.meterOf(request);
  try {
    const raw = await readBody(request, { files: known?.files ?? 'kept', meter, large });
    parts.load.enter(request);
    if (!raw.ok) return { ...nobody, actor: seen.actor, result: problemOf(raw.failure, large) };
    const read = { ...raw.value, large: await makeReady(large, raw.value.arrived, parts.settings) };
    return await parts.db.transaction({ organisation, person: personOf(seen.actor) }, async (tx) => {
      const actor = known?.actor ?? (await identify(parts, tx, credentials));
      seen.actor = actor;
      const verdict = verdictOn(parts, route, arrived, actor);
      if (verdict === 'sign-in')
        return { ...nobody, actor, result: { kind: verdict, sent: raw.value.fields } };
      if (verdict === 'reads-only' || verdict === 'bad-key')
        return { ...nobody, actor, result: { kind: verdict } };
      const places = await placesOf(parts, tx, organisation, actor);
      const shut = places.place?.supplies === true && !isAtSuppliers(route.access);
      if (verdict === 'missing' || shut)
        return { actor, ...places, result: { kind: 'missing' }, support: null, unread: null };
      const context = contextOf(parts, arrived, { actor, organisation, tx });
      if (!(await mayHere(route.access, context, params)))
        return { actor, ...places, result: { kind: 'missing' }, support: null, unread: null };
      const result = await actOnce(route, context, readInput(route, arrived, read), params);
      const shown = { route, result, actor, ...places };
      const support = await supportOf(parts, tx, shown);
      const unread = await unreadOf(parts, tx, shown);
      return { actor, ...places, support, unread, result: afterForm(route.method, result, raw.value.fields) };
    });
  } catch (error) {
    if (error instanceof Refused) return { ...nobody, actor: seen.actor, result: error.problem };
    throw error;
  } finally {
    await large?.end();
  }
}

type BodyFailure = Extract<BodyResult, { readonly ok: false }>['failure'];

const problemOf = (failure: BodyFailure, room: LargeRoom | null): Problem =>
  failure === 'too-large' && room !== null ? { kind: failure, large: room.large } : { kind: failure };
