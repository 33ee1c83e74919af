import { isIP } from 'node:net';

/** Why nothing is sent to an address, whatever it leads to. */
export type AddressFault =
  | 'unreadable'
  | 'too-long'
  | 'not-https'
  | 'port'
  /** A user or a password in it. */
  | 'credentials'
  /** A number, however it is written: names alone are looked up and checked. */
  | 'number'
  /** A name that only this machine or the network around it knows. */
  | 'local-name';

export type ReadAddress =
  | { readonly ok: true; readonly url: URL }
  | { readonly ok: false; readonly failure: AddressFault };

const longest = 500;
const ports: ReadonlySet<string> = new Set(['', '443', '8443']);
const localNames = /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|home|corp|home\.arpa)$/u;

const wrong = (failure: AddressFault): ReadAddress => ({ ok: false, failure });

/** Without brackets, and without the dot that a full name may end with. */
const hostOf = ({ hostname }: URL): string => hostname.replaceAll(/^\[|\]$/gu, '').replace(/\.$/u, '');

/** Reads an address that something may be sent to. `also` are origins that are let through as they stand. */
export function readAddress(text: string, also: ReadonlySet<string>): ReadAddress {
  if (text.length > longest) return wrong('too-long');
  if (!URL.canParse(text)) return wrong('unreadable');
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return wrong('credentials');
  if (also.has(url.origin)) return { ok: true, url };
  if (url.protocol !== 'https:') return wrong('not-https');
  if (!ports.has(url.port)) return wrong('port');
  const host = hostOf(url);
  if (isIP(host) !== 0) return wrong('number');
  if (!host.includes('.') || localNames.test(host)) return wrong('local-name');
  return { ok: true, url };
}
