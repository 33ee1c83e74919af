import type { FastifyInstance, FastifyReply } from 'fastify';
import type { WebParts } from './parts.ts';

/** One policy: our own scripts, styles, fonts, pictures and panels; forms to ourselves. */
const contentPolicy = (demo: boolean): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    // The design system's style sheets carry small icons as data: addresses.
    "img-src 'self' data:",
    "media-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-src 'self'",
    "frame-ancestors 'none'",
    ...(demo ? [] : ['upgrade-insecure-requests']),
  ].join('; ');

/** What only a document obeys. */
const ofDocuments = ['referrer-policy', 'cross-origin-opener-policy', 'permissions-policy'];

/** For what no page is: nothing may run or frame in it, and the rest of what a page is told is left out. */
export function asPart(reply: FastifyReply): void {
  for (const name of ofDocuments) reply.removeHeader(name);
  reply.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
}

/** Security headers on every answer, errors and files too. A route may only make them stricter; a style sheet or a font has fewer. */
export function setHeaders(app: FastifyInstance, parts: WebParts): void {
  const { demo } = parts.settings;
  const policy = contentPolicy(demo);
  app.addHook('onRequest', async (request, reply) => {
    reply.headers({
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
      'x-request-id': request.id,
      ...(demo ? {} : { 'strict-transport-security': 'max-age=63072000; includeSubDomains' }),
    });
  });
}
