import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import { fastify, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';
import { sessionCookie } from '../modules/identity/index.ts';
import type { AnyRoute, Language } from '../platform/http/index.ts';
import { hostName, readArrival } from './address.ts';
import { serveAssets } from './assets.ts';
import { dispatch, type Arrived } from './dispatch.ts';
import { serveDoors } from './doors.ts';
import { answerFaults } from './faults.ts';
import { setHeaders } from './headers.ts';
import { serveHealth } from './health.ts';
import { serveThemes } from './themes.ts';
import { observe } from './observe.ts';
import { serveOpenApi } from './openapi-route.ts';
import type { WebParts } from './parts.ts';
import { respond } from './respond.ts';

const megabyte = 1024 * 1024;
const limits = { fileSize: 21 * megabyte, files: 20, fields: 2_000, fieldSize: megabyte, parts: 2_020 };

function readCredentials(request: FastifyRequest): Arrived['credentials'] {
  const bearer = /^Bearer ([\w.~+/-]+=*)$/.exec(request.headers.authorization ?? '')?.[1];
  return { cookie: request.cookies[sessionCookie], bearer };
}

/** The language was read off the address before the router saw it. */
function languageStore() {
  const languages = new WeakMap<IncomingMessage, Language>();
  return {
    keep: (request: IncomingMessage, language: Language) => languages.set(request, language),
    of: (request: FastifyRequest): Language => languages.get(request.raw) ?? 'sv',
  };
}

type Arrive = (request: FastifyRequest, reply: FastifyReply) => Arrived;

function serveRoutes(app: FastifyInstance, parts: WebParts, arrive: Arrive): void {
  const serve = (route: AnyRoute) =>
    app.route({
      method: route.method,
      url: route.path,
      handler: async (request, reply) => {
        const arrived = arrive(request, reply);
        return respond(parts, arrived, await dispatch(parts, route, arrived));
      },
    });
  parts.routes.forEach(serve);
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

/** The HTTP server, not yet listening. Reads like a table of contents of a request's way. */
export async function createApp(parts: WebParts): Promise<FastifyInstance> {
  const languages = languageStore();
  const app = fastify({
    logger: false,
    genReqId: parts.newId,
    // One proxy: what it adds is believed, what the sender claimed before it is not.
    trustProxy: parts.settings.behindProxy ? (_address, hop) => hop === 0 : false,
    bodyLimit: 8 * megabyte,
    requestTimeout: 30_000,
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
  answerFaults(app, parts, (request) => languages.of(request));
  if (parts.settings.requestsPerMinute > 0) {
    await app.register(rateLimit, { max: parts.settings.requestsPerMinute, timeWindow: '1 minute' });
  }
  await app.register(cookie);
  serveMounts(app, parts);
  await app.register(formbody, { bodyLimit: 2 * megabyte });
  await app.register(multipart, { limits });
  serveAssets(app, parts);
  serveThemes(app);
  serveHealth(app, parts);
  serveOpenApi(app, parts);
  const arrive: Arrive = (request, reply) => ({
    request,
    reply,
    language: languages.of(request),
    address: request.url,
    credentials: readCredentials(request),
  });
  serveDoors(app, parts, arrive);
  serveRoutes(app, parts, arrive);
  return app;
}
