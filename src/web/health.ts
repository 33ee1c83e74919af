import type { FastifyInstance } from 'fastify';
import type { WebParts } from './parts.ts';

/** `/health/live`: the process answers. `/health/ready`: it can serve, database and all. */
export function serveHealth(app: FastifyInstance, parts: WebParts): void {
  app.get('/health/live', async (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'live' }),
  );
  app.get('/health/ready', async (_request, reply) => {
    const ready = await parts.ready();
    return reply
      .code(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: ready ? 'ready' : 'not-ready', version: parts.settings.version });
  });
}
