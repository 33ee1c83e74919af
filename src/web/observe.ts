import type { FastifyInstance } from 'fastify';
import { createHash, timingSafeEqual } from 'node:crypto';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { WebParts } from './parts.ts';

const buckets = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5];

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Equal, in a time that does not tell where they differ. */
const sameSecret = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));

/**
 * One log line and one measurement a request, by the route's pattern: an address can hold a case number,
 * a pattern cannot. `/metrics` answers only to the token.
 */
export function observe(app: FastifyInstance, parts: WebParts): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'kommons_request_seconds',
    help: 'Time to answer a request, by route pattern, method and status',
    labelNames: ['route', 'method', 'status'],
    buckets,
    registers: [registry],
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown';
    const status = reply.statusCode;
    const milliseconds = Math.round(reply.elapsedTime * 10) / 10;
    seconds.observe({ route, method: request.method, status }, reply.elapsedTime / 1000);
    parts.log({
      level: status >= 500 ? 'error' : 'info',
      event: 'request',
      requestId: request.id,
      route: `${request.method} ${route}`,
      status,
      milliseconds,
    });
  });
  app.get('/metrics', async (request, reply) => {
    const { metricsToken } = parts.settings;
    const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    if (metricsToken === null || !sameSecret(given, metricsToken)) {
      return reply.code(404).send({ title: 'Not found', status: 404 });
    }
    return reply.header('content-type', registry.contentType).send(await registry.metrics());
  });
}
