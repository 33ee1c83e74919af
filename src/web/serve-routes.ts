import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AnyRoute } from '../platform/http/index.ts';
import { isUpload } from './body.ts';
import { mayBeLarge } from './arriving.ts';
import { metered } from './bounds.ts';
import { askFirst, dispatch, type Arrived, type Known, type Serving } from './dispatch.ts';
import { respond } from './respond.ts';

export type Arrive = (request: FastifyRequest, reply: FastifyReply) => Arrived;

/** Whether it is asked who sends a body before it is read: where it may be large, or hold files that may. */
const asksFirst = (route: AnyRoute, request: FastifyRequest): boolean =>
  mayBeLarge(request) || (isUpload(request) && route.takesLarge !== undefined);

/** Every route. A large body is read when it is known that its sender may send it, and counted as it comes. */
export function serveRoutes(app: FastifyInstance, parts: Serving, arrive: Arrive): void {
  const senders = new WeakMap<FastifyRequest, Known>();
  const serve = (route: AnyRoute) =>
    app.route({
      method: route.method,
      url: route.path,
      onRequest: async (request, reply) => {
        if (!asksFirst(route, request)) return undefined;
        const arrived = arrive(request, reply);
        parts.load.enter(request);
        const asked = await askFirst(parts, route, arrived);
        if (asked.kind === 'turned-away') return respond(parts, arrived, asked.outcome);
        senders.set(request, asked);
        parts.load.leave(request);
        return undefined;
      },
      preParsing: async (request, _reply, payload) =>
        // A form with files is read by the action's own reader, which counts for itself.
        mayBeLarge(request) && !isUpload(request) ? metered(payload, parts.load.meterOf(request)) : payload,
      handler: async (request, reply) => {
        const arrived = { ...arrive(request, reply), known: senders.get(request) ?? null };
        const outcome = await dispatch(parts, route, arrived);
        if (outcome.result.kind === 'stored') parts.load.stream(request);
        return respond(parts, arrived, outcome);
      },
    });
  parts.routes.forEach(serve);
}
