import type { FastifyInstance } from 'fastify';
import { openApi } from './openapi.ts';
import type { WebParts } from './parts.ts';

/** The API's own description, made once. */
export function serveOpenApi(app: FastifyInstance, parts: WebParts): void {
  const description = JSON.stringify(openApi(parts.routes, parts.settings.origin));
  app.get('/api/v1/openapi.json', async (_request, reply) =>
    reply.header('content-type', 'application/json; charset=utf-8').send(description),
  );
}
