import { setTimeout as sleep } from 'node:timers/promises';
import type { AddressFault, ReadAddress } from './address.ts';
import type { Sending } from './send.ts';

export type PostFailure =
  | AddressFault
  | 'unknown-name'
  /** The name leads to this machine or the network around it. */
  | 'inside'
  | 'no-connection'
  | 'not-secure'
  | 'no-answer';

export type Posted =
  | { readonly ok: true; readonly status: number }
  | { readonly ok: false; readonly failure: PostFailure };

export type Outbound = {
  /** What is wrong with an address as it is written; null where it may be tried. */
  readonly check: (address: string) => AddressFault | null;
  /** Sends once, follows no redirect, and waits ten seconds at most unless told otherwise. */
  readonly post: (message: {
    readonly address: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  }) => Promise<Posted>;
};

/** Every address of a name; throws where there is none. */
export type Resolve = (name: string) => Promise<readonly string[]>;

/** What it is made of, each of which a proof can spoil. */
export type OutboundParts = {
  /** Origins that may be reached although they are inside, at other ports or without TLS. */
  readonly also: readonly string[];
  /** Milliseconds for all of it. */
  readonly patience: number;
  readonly resolve: Resolve;
  readonly read: (text: string, also: ReadonlySet<string>) => ReadAddress;
  readonly isInside: (address: string) => boolean;
  readonly send: (sending: Sending) => Promise<number>;
};

const failed = (failure: PostFailure): Posted => ({ ok: false, failure });

/** Errors of TLS by their codes, as Node names them. */
const insecure = /^(?:ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|EPROTO)/u;

function failureOf(error: unknown, gaveUp: boolean): PostFailure {
  if (gaveUp) return 'no-answer';
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return insecure.test(code) ? 'not-secure' : 'no-connection';
}

export function makeOutbound({ also, patience, resolve, read, isInside, send }: OutboundParts): Outbound {
  const letThrough = new Set(also);
  const find = (name: string, signal: AbortSignal): Promise<readonly string[]> =>
    Promise.race([
      resolve(name).catch(() => []),
      sleep(patience, [], { signal, ref: false }).catch(() => []),
    ]);
  return {
    check: (address) => {
      const asked = read(address, letThrough);
      return asked.ok ? null : asked.failure;
    },
    post: async ({ address, headers, body }) => {
      const asked = read(address, letThrough);
      if (!asked.ok) return failed(asked.failure);
      const { url } = asked;
      const signal = AbortSignal.timeout(patience);
      const found = await find(url.hostname.replaceAll(/^\[|\]$/gu, ''), signal);
      const [to] = found;
      if (to === undefined) return failed(signal.aborted ? 'no-answer' : 'unknown-name');
      // One address inside is enough: which of them is used is not for whoever owns the name to say.
      if (!letThrough.has(url.origin) && found.some(isInside)) return failed('inside');
      try {
        return { ok: true, status: await send({ url, to, headers, body, signal }) };
      } catch (error) {
        return failed(failureOf(error, signal.aborted));
      }
    },
  };
}
