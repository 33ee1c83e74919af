import type { FastifyInstance } from 'fastify';
import { DatabaseUnavailable } from '../platform/db/index.ts';
import { goneAstray } from './astray.ts';
import { hasBody } from './arriving.ts';
import { Overloaded } from './overloaded.ts';
import type { Serving } from './dispatch.ts';
import { nobody } from './outcome.ts';
import type { WebParts } from './parts.ts';
import type { Problem } from './problems.ts';
import { respond } from './respond.ts';
import type { Arrive } from './serve-routes.ts';

function statusCodeOf(error: unknown): number {
  return error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
    ? error.statusCode
    : 500;
}

function problemOf(error: unknown): Problem {
  if (error instanceof Overloaded) return { kind: 'busy' };
  if (error instanceof DatabaseUnavailable) return { kind: 'unavailable' };
  const status = statusCodeOf(error);
  if (status === 429) return { kind: 'too-many', seconds: 60 };
  if (status === 413) return { kind: 'too-large' };
  if (status === 503) return { kind: 'unavailable' };
  return status >= 400 && status < 500 ? { kind: 'malformed' } : { kind: 'fault' };
}

/** Faults are caught here, once: logged with the request's id, answered without a trace of the inside. */
export function answerFaults(
  app: FastifyInstance,
  parts: WebParts & Pick<Serving, 'places'>,
  arrive: Arrive,
): void {
  app.setNotFoundHandler(async (request, reply) => {
    const arrived = arrive(request, reply);
    return respond(parts, arrived, await goneAstray(parts, arrived));
  });
  // Nothing is read that no route takes.
  app.addHook('onRequest', async (request, reply) =>
    request.is404 && hasBody(request)
      ? respond(parts, arrive(request, reply), { ...nobody, result: { kind: 'missing' } })
      : undefined,
  );
  app.setErrorHandler((error, request, reply) => {
    const problem = problemOf(error);
    if (problem.kind === 'fault' || problem.kind === 'unavailable') {
      parts.log({
        level: 'error',
        event: problem.kind,
        requestId: request.id,
        route: request.routeOptions.url ?? 'unknown',
        error: error instanceof Error ? (error.stack ?? error.message) : 'not an error',
      });
    }
    return respond(parts, arrive(request, reply), { ...nobody, result: problem });
  });
}
