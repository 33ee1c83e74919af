import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Socket } from 'node:net';
import { Overloaded } from './overloaded.ts';
import { senderOf } from './senders.ts';

/** How bodies may come: how many at once, and how fast. */
export type Arrival = {
  /** Bodies under way from one sender. */
  readonly fromOne: number;
  /** Bodies under way from all senders. */
  readonly inAll: number;
  /** The longest that a small body may take; a large one has this long before its rate counts. */
  readonly milliseconds: number;
  /** The least that a large body must bring, in bytes a second. */
  readonly rate: number;
};

/** The longest that any body may take, in milliseconds: an hour, for the largest film. */
export const longestArrival = 60 * 60_000;

export const usualArrival: Arrival = { fromOne: 32, inAll: 1024, milliseconds: 5000, rate: 64 * 1024 };

/** Bodies larger than this count, and are not read before it is known who sends them. */
const smallBody = 64 * 1024;

/** Whether a body follows that is read. */
export function hasBody({ method, headers }: FastifyRequest): boolean {
  if (method === 'GET' || method === 'HEAD') return false;
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** Whether a body is large, or does not say how large it is. */
export function mayBeLarge(request: FastifyRequest): boolean {
  if (!hasBody(request)) return false;
  const { headers } = request;
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length']) > smallBody;
}

const slowWords = `Det du skickade kom för långsamt, så vi slutade vänta. Gå tillbaka och skicka igen, gärna från en
snabbare uppkoppling. En stor fil får ta högst en timme.

What you sent came too slowly, so we stopped waiting. Go back and send again, preferably from a faster connection. A
large file may take an hour at most.
`;

/** The answer to a body that does not come; the usual way out waits for the body. */
const tooSlow = [
  'HTTP/1.1 408 Request Timeout',
  'Connection: close',
  'Content-Type: text/plain; charset=utf-8',
  `Content-Length: ${Buffer.byteLength(slowWords)}`,
  '',
  slowWords,
].join('\r\n');

/** Ends the connection of a body that stands still, or comes slower than the least rate. */
function keepPace(request: FastifyRequest, reply: FastifyReply, { milliseconds, rate }: Arrival): void {
  const { raw } = request;
  const { socket } = raw;
  // A request that is put in by hand has no connection.
  if (!(socket instanceof Socket)) return;
  const large = mayBeLarge(request);
  const before = socket.bytesRead;
  let periods = 0;
  const stop = (): void => clearInterval(timer);
  const check = (): void => {
    if (raw.complete || socket.destroyed) return stop();
    const least = ((periods - 1) * milliseconds * rate) / 1000 + 1;
    const inTime = periods * milliseconds < longestArrival;
    if (large && inTime && socket.bytesRead - before >= least) return undefined;
    stop();
    if (reply.raw.headersSent) socket.destroy();
    else socket.end(tooSlow, () => socket.destroy());
    return undefined;
  };
  const timer = setInterval(() => {
    periods += 1;
    // What has come while the process was busy is read first.
    setImmediate(check);
  }, milliseconds);
  timer.unref();
  raw.once('close', stop);
}

/**
 * Bounds bodies under way by who sends them and by time. A body holds nothing of what others need
 * while it comes.
 */
export function boundArrivals(app: FastifyInstance, arrival: Arrival): void {
  const under = { all: 0, from: new Map<string, number>() };
  const change = (sender: string, by: 1 | -1): void => {
    const now = (under.from.get(sender) ?? 0) + by;
    under.all += by;
    if (now === 0) under.from.delete(sender);
    else under.from.set(sender, now);
  };
  app.addHook('onRequest', async (request, reply) => {
    if (!hasBody(request)) return;
    const { raw } = request;
    const sender = senderOf(request);
    if (under.all >= arrival.inAll || (under.from.get(sender) ?? 0) >= arrival.fromOne)
      throw new Overloaded();
    change(sender, 1);
    let counted = true;
    const leave = (): void => {
      if (counted) change(sender, -1);
      counted = false;
    };
    raw.once('end', leave).once('close', leave);
    reply.raw.once('close', leave);
    keepPace(request, reply, arrival);
  });
}
