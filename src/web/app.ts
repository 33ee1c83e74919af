import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import { fastify, type FastifyInstance, type FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';
import { sessionCookie } from '../modules/identity/index.ts';
import { mostAtOnce, mostFileBytes } from '../platform/files/index.ts';
import type { Language } from '../platform/http/index.ts';
import { belongsHome, hostName, readArrival } from './address.ts';
import { longestArrival } from './arriving.ts';
import { serveAssets } from './assets.ts';
import { keepWithin, usualBounds } from './bounds.ts';
import { mostTyped } from './body.ts';
import type { Arrived } from './dispatch.ts';
import { serveDoors } from './doors.ts';
import { answerFaults } from './faults.ts';
import { setHeaders } from './headers.ts';
import { serveHealth } from './health.ts';
import { openRooms } from './large.ts';
import { limitRate } from './senders.ts';
import { serveRoutes, type Arrive } from './serve-routes.ts';
import { serveThemes } from './themes.ts';
import { observe } from './observe.ts';
import { serveOpenApi } from './openapi-route.ts';
import type { WebParts } from './parts.ts';
import { rememberPlaces } from './places.ts';

const megabyte = 1024 * 1024;
const limits = {
  fileSize: mostFileBytes,
  files: mostAtOnce.files,
  fields: 2_000,
  fieldSize: megabyte,
  parts: 2_020,
};

function readCredentials(request: FastifyRequest): Arrived['credentials'] {
  const bearer = /^Bearer ([\w.~+/-]+=*)$/.exec(request.headers.authorization ?? '')?.[1];
  // A fault may come before the cookies are read.
  const cookies: Partial<typeof request.cookies> | undefined = request.cookies;
  return { cookie: cookies?.[sessionCookie], bearer };
}

/** The language was read off the address before the router saw it. */
function languageStore() {
  const languages = new WeakMap<IncomingMessage, Language>();
  return {
    keep: (request: IncomingMessage, language: Language) => languages.set(request, language),
    of: (request: FastifyRequest): Language => languages.get(request.raw) ?? 'sv',
  };
}

function serveMounts(app: FastifyInstance, parts: WebParts): void {
  for (const mount of parts.mounts) {
    void app.register(async (scope) => {
      // The mounted server reads the body itself.
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
      scope.all(`${mount.prefix}*`, async (request, reply) => {
        reply.hijack();
        await mount.handle(request.raw, reply.raw);
      });
    });
  }
}

/** A municipality's own host has its public site; what belongs to all of Kommons is led to Kommons's own. */
function leadHome(app: FastifyInstance, parts: WebParts): void {
  app.addHook('onRequest', async (request, reply) => {
    const { method, originalUrl, headers } = request;
    if (method !== 'GET' || !belongsHome(originalUrl)) return undefined;
    if (parts.organisationOfHost(hostName(headers.host)) === null) return undefined;
    return reply.redirect(`${parts.settings.origin}${originalUrl}`, 303);
  });
}

/** The HTTP server, not yet listening. Reads like a table of contents of a request's way. */
export async function createApp(parts: WebParts): Promise<FastifyInstance> {
  const languages = languageStore();
  const app = fastify({
    logger: false,
    genReqId: parts.newId,
    // One proxy: what it adds is believed, what the sender claimed before it is not.
    trustProxy: parts.settings.behindProxy ? (_address, hop) => hop === 0 : false,
    bodyLimit: 8 * megabyte,
    // How fast a body has to come, and for how long at most, is kept in arriving.ts, which says so.
    requestTimeout: longestArrival + 60_000,
    http: { headersTimeout: 15_000 },
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    rewriteUrl: (request) => {
      const { url, language } = readArrival(
        request.url ?? '/',
        parts.organisationOfHost(hostName(request.headers.host)),
      );
      languages.keep(request, language);
      return url;
    },
  });
  observe(app, parts);
  setHeaders(app, parts);
  await limitRate(app, parts.settings.requestsPerMinute);
  leadHome(app, parts);
  const serving = { ...parts, places: rememberPlaces(parts), rooms: openRooms(parts.files) };
  const arrive: Arrive = (request, reply) => ({
    request,
    reply,
    language: languages.of(request),
    address: request.url,
    credentials: readCredentials(request),
  });
  answerFaults(app, serving, arrive);
  const load = keepWithin(parts.settings.bounds ?? usualBounds, app);
  await app.register(cookie);
  serveMounts(app, parts);
  await app.register(formbody, { bodyLimit: mostTyped });
  await app.register(multipart, { limits });
  serveAssets(app, parts);
  serveThemes(app);
  serveHealth(app, parts);
  serveOpenApi(app, parts);
  serveDoors(app, parts, arrive);
  serveRoutes(app, { ...serving, load }, arrive);
  return app;
}
