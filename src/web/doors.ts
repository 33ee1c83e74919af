import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { cookieHeader, type Door, type DoorReply, type OwnHost } from '../modules/identity/index.ts';
import { hostName } from './address.ts';
import { comesFromUs } from './cross-origin.ts';
import type { Arrived } from './dispatch.ts';
import { nobody, type Outcome } from './outcome.ts';
import type { WebParts } from './parts.ts';
import { readBody } from './body.ts';
import { respond } from './respond.ts';

function cookiesOf(request: FastifyRequest): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(request.cookies).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

function outcomeOf(answer: DoorReply): Outcome {
  switch (answer.kind) {
    case 'see':
      return { ...nobody, result: { kind: 'see', to: answer.to } };
    case 'page':
      return { ...nobody, result: answer.page };
    case 'missing':
      return { ...nobody, result: { kind: 'missing' } };
  }
}

async function enter(parts: WebParts, door: Door, arrived: Arrived): Promise<FastifyReply> {
  const { request, reply, language, address } = arrived;
  const at = ownHost(parts, request);
  const home = at === null ? elsewhere(parts, arrived) : null;
  if (home !== null) return reply.redirect(home, 303);
  const fromUs = comesFromUs({
    method: request.method,
    fetchSite: request.headers['sec-fetch-site']?.toString(),
    origin: request.headers.origin,
    ownOrigins: [parts.settings.origin, `${request.protocol}://${request.host}`],
    bearer: false,
  });
  if (!fromUs) return respond(parts, arrived, { ...nobody, result: { kind: 'foreign-origin' } });
  const body = await readBody(request);
  if (!body.ok) return respond(parts, arrived, { ...nobody, result: { kind: body.failure } });
  const answer = await door.handle({
    at,
    language,
    address,
    cookies: cookiesOf(request),
    fields: body.value.fields,
    now: parts.now(),
  });
  if (answer.kind !== 'missing') {
    for (const cookie of answer.cookies) reply.header('set-cookie', cookieHeader(cookie));
  }
  return respond(parts, arrived, outcomeOf(answer));
}

/** The municipality's own host that a request came to, as it chose the site; null for Kommons's own. */
function ownHost(parts: WebParts, request: FastifyRequest): OwnHost | null {
  const host = hostName(request.headers.host);
  const organisation = parts.organisationOfHost(host);
  return organisation === null ? null : { host, organisation };
}

/**
 * A session belongs to the host that set its cookie. Whoever asks to sign in under a name that is nobody's (such as
 * localhost) is led to Kommons's own host first, back to the same page.
 */
function elsewhere(parts: WebParts, { request, language }: Arrived): string | null {
  if (request.method !== 'GET' || request.url.startsWith('/logga-in/')) return null;
  if (request.host === new URL(parts.settings.origin).host) return null;
  return `${parts.settings.origin}${language === 'en' ? '/en' : ''}${request.url}`;
}

/** Signing in and out: the only addresses that set cookies, and that wait for somebody else's server. */
export function serveDoors(
  app: FastifyInstance,
  parts: WebParts,
  arrive: (request: FastifyRequest, reply: FastifyReply) => Arrived,
): void {
  for (const door of parts.doors) {
    app.route({
      method: door.method,
      url: door.path,
      handler: async (request, reply) => enter(parts, door, arrive(request, reply)),
    });
  }
}
