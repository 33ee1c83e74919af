import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Transform, type Readable, type TransformCallback } from 'node:stream';

/** What one process takes on at once; docs/decisions/0013 says why these. */
export type Bounds = {
  /** Requests under way. The line for the database's connections is then about a second. */
  readonly requests: number;
  /** Bytes of bodies in memory: received, and not yet answered. */
  readonly bodyBytes: number;
};

export const usualBounds: Bounds = { requests: 256, bodyBytes: 256 * 1024 * 1024 };

/** Too much is under way; whoever asks again in a moment is let in. */
export class Overloaded extends Error {
  readonly statusCode = 503;
  constructor() {
    super('too much is under way at once');
  }
}

/** Counts the bytes of one request's body, until the request is answered. */
export type Meter = {
  /** Throws `Overloaded` when all bodies together are too large. */
  readonly take: (bytes: number) => void;
};

/** Bodies larger than this count, and are not read before it is known who sends them. */
const smallBody = 64 * 1024;

/** Whether a body is large, or does not say how large it is. */
export function mayBeLarge({ method, headers }: FastifyRequest): boolean {
  if (method === 'GET' || method === 'HEAD') return false;
  if (headers['transfer-encoding'] !== undefined) return true;
  return Number(headers['content-length'] ?? 0) > smallBody;
}

const alwaysAnswered = /^\/(health\/|metrics$)/;

const whenDone = (reply: FastifyReply, work: () => void): void => void reply.raw.once('close', work);

/** Turns requests away at once when too many are under way, and keeps count of the memory of bodies. */
export function keepWithin(bounds: Bounds, app: FastifyInstance): (request: FastifyRequest) => Meter {
  const held = { requests: 0, bytes: 0 };
  const meters = new WeakMap<FastifyRequest, Meter>();

  const open = (reply: FastifyReply): Meter => {
    const own = { bytes: 0, done: false };
    whenDone(reply, () => {
      own.done = true;
      held.bytes -= own.bytes;
    });
    return {
      take: (bytes) => {
        if (own.done) return;
        if (held.bytes + bytes > bounds.bodyBytes) throw new Overloaded();
        own.bytes += bytes;
        held.bytes += bytes;
      },
    };
  };

  app.addHook('onRequest', async (request, reply) => {
    if (alwaysAnswered.test(request.url)) return;
    if (held.requests >= bounds.requests) throw new Overloaded();
    held.requests += 1;
    whenDone(reply, () => (held.requests -= 1));
    meters.set(request, open(reply));
  });
  return (request) => meters.get(request) ?? { take: () => undefined };
}

/**
 * The same bytes, counted as they come. What comes after too many is let go by, so that the sender gets to read
 * the answer.
 */
export function metered(body: Readable, meter: Meter): Readable {
  const counted = new Transform({
    transform: (chunk: Buffer, _encoding, done: TransformCallback) => {
      try {
        meter.take(chunk.byteLength);
        done(null, chunk);
      } catch (error) {
        done(error instanceof Error ? error : new Overloaded());
      }
    },
  });
  body.once('error', (error) => counted.destroy(error));
  counted.once('error', () => body.unpipe(counted).resume());
  return body.pipe(counted);
}
