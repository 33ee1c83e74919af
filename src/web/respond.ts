import type { FastifyReply } from 'fastify';
import { gzipSync } from 'node:zlib';
import { render } from 'preact-render-to-string';
import { link, type Page, type Reply } from '../platform/http/index.ts';
import { addresses } from './addresses.ts';
import { frame } from './frame.tsx';
import { problemPage } from './problem-page.tsx';
import type { Arrived } from './dispatch.ts';
import type { Outcome } from './outcome.ts';
import type { WebParts } from './parts.ts';
import { problemBody, statusOf, type Problem } from './problems.ts';
import { sendFile, sendStored } from './send-file.ts';

const isApi = (address: string): boolean => address.startsWith('/api/');

const isProblem = (result: Reply | Problem): result is Problem =>
  !['page', 'see', 'json', 'file', 'stored'].includes(result.kind);

function withLanguage(arrived: Arrived, address: string): string {
  return arrived.language === 'en' && address.startsWith('/') && !isApi(address) ? `/en${address}` : address;
}

function sendPage(parts: WebParts, arrived: Arrived, outcome: Outcome, page: Page): FastifyReply {
  const { actor, place, workplace, support, unread } = outcome;
  const { language, address, reply } = arrived;
  const { newId: newKey, nameOf, settings } = parts;
  const html = render(
    frame({
      page,
      place,
      workplace,
      actor,
      language,
      address,
      newKey,
      nameOf,
      mayOpen: parts.reach(actor, settings.demo),
      demo: settings.demo,
      support,
      unread,
    }),
  );
  if (page.frame.kind === 'panel') letStandIn(reply, page.frame.embedded);
  reply
    .code(page.status ?? 200)
    .header('content-type', 'text/html; charset=utf-8')
    .header('content-language', language)
    .header('vary', 'accept-encoding, cookie')
    .header('cache-control', actor.kind === 'person' ? 'no-store' : 'private, no-cache');
  return sendText(arrived, `<!doctype html>${html}`);
}

/** Our own pages may hold it; what is for everybody, any page. */
function letStandIn(reply: FastifyReply, embedded: 'here' | 'anywhere'): void {
  const policy = String(reply.getHeader('content-security-policy'));
  const ancestors = embedded === 'here' ? "'self'" : '*';
  reply.header(
    'content-security-policy',
    policy.replace("frame-ancestors 'none'", `frame-ancestors ${ancestors}`),
  );
  if (embedded === 'here') reply.header('x-frame-options', 'SAMEORIGIN');
  else reply.removeHeader('x-frame-options');
}

/** Compressed where the browser takes it; a proxy in front need not. */
function sendText({ request, reply }: Arrived, text: string): FastifyReply {
  const accepted = request.headers['accept-encoding'] ?? '';
  if (!accepted.includes('gzip')) return reply.send(text);
  return reply.header('content-encoding', 'gzip').send(gzipSync(text, { level: 5 }));
}

function sendProblem(parts: WebParts, arrived: Arrived, outcome: Outcome, problem: Problem): FastifyReply {
  const { reply, language, request, address } = arrived;
  if (problem.kind === 'too-many') reply.header('retry-after', problem.seconds);
  if (problem.kind === 'unavailable') reply.header('retry-after', 2);
  if (problem.kind === 'busy') reply.header('retry-after', 5);
  if (isApi(address)) {
    return reply
      .code(statusOf[problem.kind])
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(JSON.stringify(problemBody(problem, language, request.id)));
  }
  if (problem.kind === 'sign-in' && request.method === 'GET') {
    const till = withLanguage(arrived, address);
    return reply.redirect(withLanguage(arrived, link(addresses.signIn, {}, { till })), 303);
  }
  const place = { language, requestId: request.id, status: statusOf[problem.kind], address };
  return sendPage(parts, arrived, outcome, problemPage(problem, place));
}

/** Turns what an action gave into bytes on the wire. */
export function respond(parts: WebParts, arrived: Arrived, outcome: Outcome): FastifyReply {
  const { result } = outcome;
  const { reply } = arrived;
  if (isProblem(result)) return sendProblem(parts, arrived, outcome, result);
  switch (result.kind) {
    case 'page':
      return sendPage(parts, arrived, outcome, result);
    case 'see':
      return reply.redirect(withLanguage(arrived, result.to), 303);
    case 'json':
      return reply
        .code(result.status)
        .header('content-type', 'application/json; charset=utf-8')
        .header('cache-control', 'no-store')
        .send(JSON.stringify(result.body));
    case 'file':
      return sendFile(arrived, result);
    case 'stored':
      return sendStored(parts, arrived, result);
  }
}
