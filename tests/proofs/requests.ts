import type { FastifyInstance } from 'fastify';
import { findDemoPerson, mintToken } from '../../src/modules/identity/demo/index.ts';
import type { TestApp } from '../support/app.ts';

export type Outgoing = {
  readonly method: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
};

export type Incoming = {
  readonly status: number;
  readonly headers: string;
  readonly location: string;
  readonly body: string;
};

/** Sends any request as somebody of the demo world (`ROLE@SLUG`), or as nobody, through the whole application. */
export function openRequests(app: Pick<TestApp, 'ground'>, server: FastifyInstance) {
  const tokens = new Map<string, string>();
  const tokenOf = async (who: string): Promise<string> => {
    const kept = tokens.get(who);
    if (kept !== undefined) return kept;
    const person = findDemoPerson(who);
    if (person === null) throw new Error(`${who} is nobody in the demo world`);
    const token = await mintToken(person, app.ground.keys, app.ground.clock());
    tokens.set(who, token);
    return token;
  };
  return async (who: string | null, { method, url, headers = {}, body }: Outgoing): Promise<Incoming> => {
    const authorization: Readonly<Record<string, string>> =
      who === null ? {} : { authorization: `Bearer ${await tokenOf(who)}` };
    const reply = await server.inject({
      // Any method may be tried, also one that is none.
      method: methodOf(method),
      url,
      headers: { origin: app.ground.settings.origin, ...authorization, ...headers },
      ...(body === undefined ? {} : { payload: body }),
    });
    return {
      status: reply.statusCode,
      headers: JSON.stringify(reply.headers),
      location: reply.headers.location ?? '',
      body: reply.body,
    };
  };
}

export type Send = ReturnType<typeof openRequests>;

const methods = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'] as const;

function methodOf(name: string): (typeof methods)[number] {
  const known = methods.find((method) => method === name);
  if (known === undefined) throw new Error(`${name} is not sent in this way`);
  return known;
}
