import type { FastifyInstance } from 'fastify';
import { findDemoPerson, mintToken } from '../../src/modules/identity/demo/index.ts';
import type { Keys } from '../../src/modules/identity/index.ts';

export type Answered = { readonly status: number; readonly body: unknown };

/** One person of the demo world at the API: `ROLE@SLUG`, as on the command line. */
export type Person = {
  readonly get: (address: string) => Promise<unknown>;
  readonly post: (address: string, body?: object) => Promise<unknown>;
  readonly put: (address: string, body: object) => Promise<unknown>;
  /** A form of a page, with its fields. */
  readonly send: (address: string, fields: Readonly<Record<string, string>>) => Promise<void>;
  /** Any request, whatever it answers. */
  readonly ask: (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    address: string,
    body?: object,
  ) => Promise<Answered>;
};

export type Client = { readonly as: (key: string) => Person; readonly api: string };

type Parts = { readonly app: FastifyInstance; readonly keys: Keys; readonly now: () => Date };

/** People who use the API with tokens, through the whole application. */
export function openClient({ app, keys, now }: Parts): Client {
  const signedAs = async (key: string) => {
    const person = findDemoPerson(key);
    if (person === null) throw new Error(`${key} is nobody in the demo world`);
    return { authorization: `Bearer ${await mintToken(person, keys, now())}` };
  };
  const ask =
    (key: string): Person['ask'] =>
    async (method, url, body) => {
      const headers = await signedAs(key);
      const sent = await app.inject({
        method,
        url,
        headers,
        ...(body === undefined ? {} : { payload: body }),
      });
      return { status: sent.statusCode, body: sent.body === '' ? null : JSON.parse(sent.body) };
    };
  const insist = async (key: string, method: 'GET' | 'POST' | 'PUT', address: string, body?: object) => {
    const answered = await ask(key)(method, address, body);
    if (answered.status >= 400) {
      throw new Error(
        `${key} ${method} ${address}: ${answered.status} ${JSON.stringify(answered.body).slice(0, 2000)}`,
      );
    }
    return answered.body;
  };
  const send = async (key: string, url: string, fields: Readonly<Record<string, string>>): Promise<void> => {
    const headers = { ...(await signedAs(key)), 'content-type': 'application/x-www-form-urlencoded' };
    const payload = new URLSearchParams(fields).toString();
    const sent = await app.inject({ method: 'POST', url, headers, payload });
    if (sent.statusCode !== 303) throw new Error(`${key} sent ${url}: ${sent.statusCode}`);
  };
  return {
    api: '/api/v1',
    as: (key) => ({
      get: (address) => insist(key, 'GET', address),
      post: (address, body = {}) => insist(key, 'POST', address, body),
      put: (address, body) => insist(key, 'PUT', address, body),
      send: (address, fields) => send(key, address, fields),
      ask: ask(key),
    }),
  };
}
