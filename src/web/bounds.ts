import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Transform, type Readable, type TransformCallback } from 'node:stream';
import { boundArrivals, hasBody, usualArrival, type Arrival } from './arriving.ts';
import { Overloaded } from './overloaded.ts';
import { isWatch } from './senders.ts';

/** What one process takes on at once; docs/decisions/0013 says why these. */
export type Bounds = {
  /** Requests under way. The line for the database's connections is then about a second. */
  readonly requests: number;
  /** Bytes of bodies in memory: received, and not yet answered. */
  readonly bodyBytes: number;
  /** Large files that are sent at once: each takes its time, and holds a piece of it in memory. */
  readonly streams: number;
  /** How bodies may come, where it is not the usual. */
  readonly arrival?: Arrival;
};

export const usualBounds: Bounds = { requests: 256, bodyBytes: 256 * 1024 * 1024, streams: 256 };

/** Counts the bytes of one request's body, until the request is answered. */
export type Meter = {
  /** Throws `Overloaded` when all bodies together are too large. */
  readonly take: (bytes: number) => void;
};

const whenDone = (reply: FastifyReply, work: () => void): void => void reply.raw.once('close', work);

/** What is kept count of for each request. */
export type Load = {
  readonly meterOf: (request: FastifyRequest) => Meter;
  /** Takes one of the places for work; throws `Overloaded` when there is none. Twice is once. */
  readonly enter: (request: FastifyRequest) => void;
  /** Gives the place back before the answer, while a body is waited for. */
  readonly leave: (request: FastifyRequest) => void;
  /** Changes the place for one of those for large files that are sent; throws `Overloaded` when there is none. */
  readonly stream: (request: FastifyRequest) => void;
};

/**
 * Turns requests away at once when too many are under way, and keeps count of the memory of bodies. A request
 * counts from when all of it is here: one that waits for its body needs nothing that others need.
 */
export function keepWithin(bounds: Bounds, app: FastifyInstance): Load {
  const held = { requests: new Set<FastifyRequest>(), streams: new Set<FastifyRequest>(), bytes: 0 };
  const meters = new WeakMap<FastifyRequest, Meter>();
  const answered = new WeakSet<FastifyRequest>();

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
  const enter = (request: FastifyRequest): void => {
    if (answered.has(request) || isWatch(request)) return;
    if (!held.requests.has(request) && held.requests.size >= bounds.requests) throw new Overloaded();
    held.requests.add(request);
  };
  const leave = (request: FastifyRequest): void => void held.requests.delete(request);
  const stream = (request: FastifyRequest): void => {
    if (answered.has(request)) return;
    if (held.streams.size >= bounds.streams) throw new Overloaded();
    leave(request);
    held.streams.add(request);
  };

  boundArrivals(app, bounds.arrival ?? usualArrival);
  app.addHook('onRequest', async (request, reply) => {
    meters.set(request, open(reply));
    whenDone(reply, () => {
      answered.add(request);
      leave(request);
      held.streams.delete(request);
    });
    if (!hasBody(request)) enter(request);
  });
  app.addHook('preValidation', async (request) => {
    // Whoever reads the body itself enters when it is read.
    if (!hasBody(request) || request.raw.readableEnded) enter(request);
  });
  return { meterOf: (request) => meters.get(request) ?? { take: () => undefined }, enter, leave, stream };
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
