import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Whoever hung up before the address was read: all such are one. */
const gone = 'gone';

/**
 * Who sends, as what is counted by sender counts: an IPv6 network of 64 bits is one sender, since whoever has one has
 * all the addresses in it (RFC 6177), and an IPv4 address is the same one inside IPv6.
 */
export const senderOf = ({ ip }: { readonly ip?: string | undefined }): string =>
  ip === undefined ? gone : rateLimit.normalizeIP(ip, 64);

/** Asked by those who keep watch, and never turned away. */
export const isWatch = ({ url }: Pick<FastifyRequest, 'url'>): boolean => /^\/(health\/|metrics$)/.test(url);

/**
 * Turns whoever asks too often away with 429, before anything is read or looked up: also for what no route has.
 * No limit where `perMinute` is 0.
 */
export async function limitRate(app: FastifyInstance, perMinute: number): Promise<void> {
  if (perMinute === 0) return;
  await app.register(rateLimit, {
    global: false,
    max: perMinute,
    timeWindow: '1 minute',
    keyGenerator: senderOf,
    allowList: isWatch,
  });
  app.addHook('onRequest', app.rateLimit());
}
