import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Actor, AnyRoute, Context, Language, Reply } from '../platform/http/index.ts';
import type { Tx } from '../platform/db/index.ts';
import { decideAccess } from './access.ts';
import { readBody, type RawBody } from './body.ts';
import { comesFromUs } from './cross-origin.ts';
import { claim, settle, type Attempt } from './idempotency.ts';
import type { Credentials } from '../modules/identity/index.ts';
import type { Place, WebParts } from './parts.ts';
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

export type Outcome = {
  readonly actor: Actor;
  readonly place: Place | null;
  readonly workplace: Place | null;
  readonly result: Reply | Problem;
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

async function identify(parts: WebParts, credentials: Credentials): Promise<Actor> {
  if (credentials.cookie === undefined && credentials.bearer === undefined) return anonymous;
  return parts.db.transaction({ organisation: null, person: null }, async (tx) =>
    parts.identify(tx, credentials, parts.now()),
  );
}

function readInput(route: AnyRoute, arrived: Arrived, raw: RawBody): Sent {
  const inputs = raw.files.map(({ field }) => field);
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
  const input = { params, query: sent.query, body: sent.body, files: sent.files };
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

async function placesOf(parts: WebParts, tx: Tx, organisation: string | null, actor: Actor) {
  const place = organisation === null ? null : await parts.findPlace(tx, organisation);
  if (organisation !== null && place === null) throw new Refused({ kind: 'missing' });
  const working = actor.kind === 'person' ? actor.workingFor : null;
  if (working === null) return { place, workplace: null };
  return { place, workplace: working === organisation ? place : await parts.findPlace(tx, working) };
}

/**
 * The route of a request after its address is known: cross-origin check, person, access rule, body,
 * transaction with tenant and person, idempotency key, action.
 */
export async function dispatch(parts: WebParts, route: AnyRoute, arrived: Arrived): Promise<Outcome> {
  const { request, credentials } = arrived;
  const nobody = { actor: anonymous, place: null, workplace: null };
  const fromUs = comesFromUs({
    method: request.method,
    fetchSite: request.headers['sec-fetch-site']?.toString(),
    origin: request.headers.origin,
    ownOrigins: [parts.settings.origin, `${request.protocol}://${request.host}`],
    bearer: credentials.bearer !== undefined,
  });
  if (!fromUs) return { ...nobody, result: { kind: 'foreign-origin' } };

  const params = PathValues.parse(request.params);
  if (!isStorable(params)) return { ...nobody, result: { kind: 'missing' } };
  const actor = await identify(parts, credentials);
  const organisation = params.organisation ?? null;
  const verdict = decideAccess(route.access, actor, { organisation, demo: parts.settings.demo });
  if (verdict === 'missing') return { ...nobody, actor, result: { kind: verdict } };

  const raw = await readBody(request);
  if (!raw.ok) return { ...nobody, actor, result: { kind: raw.failure } };
  // Whoever was signed out while writing gets back what was written.
  if (verdict === 'sign-in') return { ...nobody, actor, result: { kind: verdict, sent: raw.value.fields } };
  try {
    const sent = readInput(route, arrived, raw.value);
    return await parts.db.transaction({ organisation, person: personOf(actor) }, async (tx) => {
      const places = await placesOf(parts, tx, organisation, actor);
      const context = contextOf(parts, arrived, { actor, organisation, tx });
      return { actor, ...places, result: await actOnce(route, context, sent, params) };
    });
  } catch (error) {
    if (error instanceof Refused) return { ...nobody, actor, result: error.problem };
    throw error;
  }
}
