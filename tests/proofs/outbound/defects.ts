import { isIP } from 'node:net';
import { readAddress } from '../../../src/platform/outbound/address.ts';
import { isInside } from '../../../src/platform/outbound/inside.ts';
import { send, type Sending } from '../../../src/platform/outbound/send.ts';
import type { Spoilt } from './outbound.ts';

/** Anything that can be read is an address. */
const readAnything: Spoilt['read'] = (text) =>
  URL.canParse(text) ? { ok: true, url: new URL(text) } : { ok: false, failure: 'unreadable' };

const private4 = /^(?:10|127|192\.168|172\.(?:1[6-9]|2\d|3[01]))\./u;

/** As fetch does it. */
async function following(sending: Sending): Promise<number> {
  const { url, headers, body, signal } = sending;
  const answer = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'follow' });
  await answer.body?.cancel();
  return answer.status;
}

/** Mistakes that somebody could make, each of which the proof must notice. */
export const defects: readonly { readonly name: string; readonly spoilt: Spoilt }[] = [
  { name: 'addresses are not looked at', spoilt: { isInside: () => false } },
  { name: 'only the private ranges that everybody knows', spoilt: { isInside: (one) => private4.test(one) } },
  { name: 'IPv6 is forgotten', spoilt: { isInside: (one) => isIP(one) === 4 && isInside(one) } },
  {
    name: 'IPv4 inside IPv6 is let through',
    spoilt: { isInside: (one) => !one.startsWith('::ffff:') && isInside(one) },
  },
  { name: 'the form of the address is not looked at', spoilt: { read: readAnything } },
  {
    name: 'numbers are let through as names',
    spoilt: {
      read: (text, also) => {
        const read = readAddress(text, also);
        return !read.ok && read.failure === 'number' ? { ok: true, url: new URL(text) } : read;
      },
    },
  },
  { name: 'the name is looked up again when connecting', spoilt: { send } },
  { name: 'redirects are followed', spoilt: { send: following } },
];
