import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

const Published = z.object({ fastify: z.custom<FastifyInstance>((value) => value !== null) });

/** Runs `compose` and lists every address that it registers, `GET /bibliotek/:work`, as the router has it. */
export async function listRegistered<T>(
  compose: () => Promise<T>,
): Promise<{ readonly made: T; readonly registered: readonly string[] }> {
  const registered: string[] = [];
  const listen = (message: unknown): void => {
    Published.parse(message).fastify.addHook('onRoute', ({ method, url }) => {
      for (const verb of [method].flat()) registered.push(`${verb} ${url}`);
    });
  };
  subscribe('fastify.initialization', listen);
  try {
    return { made: await compose(), registered };
  } finally {
    unsubscribe('fastify.initialization', listen);
  }
}
