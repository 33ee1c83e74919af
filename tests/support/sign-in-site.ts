import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { randomBytes, randomUUID } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { render } from 'preact-render-to-string';
import {
  cookieHeader,
  deriveKeys,
  signInDoors,
  type DoorReply,
  type Keys,
  type SignInMethod,
} from '../../src/modules/identity/index.ts';
import type { Db } from '../../src/platform/db/index.ts';

export const newSecret = (): string => randomBytes(32).toString('base64url');
export const keys: Keys = deriveKeys(new Uint8Array(32).fill(7));

/** A server on a free port of this machine, whose answers may be set once its address is known. */
export async function listen(): Promise<{
  readonly origin: string;
  readonly serve: (listener: RequestListener) => void;
  readonly close: () => Promise<void>;
}> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    origin: `http://127.0.0.1:${String(address.port)}`,
    serve: (listener) => {
      server.on('request', listener);
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

function cookiesOf(request: IncomingMessage): ReadonlyMap<string, string> {
  const pairs = (request.headers.cookie ?? '').split('; ').map((pair) => pair.split('='));
  return new Map(pairs.map(([name = '', value = '']) => [name, value]));
}

function answer(response: ServerResponse, reply: DoorReply): void {
  switch (reply.kind) {
    case 'missing':
      response.writeHead(404).end();
      return;
    case 'see':
      response.writeHead(303, { location: reply.to, 'set-cookie': reply.cookies.map(cookieHeader) }).end();
      return;
    case 'page':
      response
        .writeHead(reply.page.status ?? 200, { 'set-cookie': reply.cookies.map(cookieHeader) })
        .end(render(reply.page.content));
  }
}

export type SitePlan = {
  readonly db: Db;
  readonly origin: string;
  readonly method: SignInMethod;
  readonly now: () => Date;
  /** Whose public site a host name has. */
  readonly hosts?: ReadonlyMap<string, string>;
  /** Where somebody without a role belongs. */
  readonly home?: string;
};

/** The addresses of signing in and out as the web shell serves them; false for any other. */
export function doorListener({ db, origin, method, now, hosts = new Map(), home }: SitePlan) {
  const organisationOfHost = (host: string): string | null => hosts.get(host) ?? null;
  const findHome = async (): Promise<string | null> => home ?? null;
  const ways = { organisationOfHost, findHome };
  const doors = signInDoors({ db, origin, method, keys, newSecret, newId: randomUUID, ...ways });
  return async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const address = request.url ?? '/';
    const { pathname } = new URL(address, origin);
    const door = doors.find(({ method: verb, path }) => verb === request.method && path === pathname);
    if (door === undefined) return false;
    const fields = Object.fromEntries(
      new URLSearchParams(request.method === 'POST' ? await text(request) : ''),
    );
    const host = (request.headers.host ?? '').replace(/:\d+$/, '');
    const organisation = organisationOfHost(host);
    const at = organisation === null ? null : { host, organisation };
    const cookies = cookiesOf(request);
    answer(response, await door.handle({ at, language: 'sv', address, cookies, fields, now: now() }));
    return true;
  };
}

export type Answer = { readonly status: number; readonly location: string | null; readonly body: string };

/** A browser without script: keeps cookies, follows no redirect by itself. */
export function browser(origin: string) {
  const cookies = new Map<string, string>();
  const request = async (address: string, form?: Readonly<Record<string, string>>): Promise<Answer> => {
    const reply = await fetch(new URL(address, origin), {
      redirect: 'manual',
      signal: AbortSignal.timeout(10_000),
      method: form === undefined ? 'GET' : 'POST',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form === undefined ? {} : { body: new URLSearchParams(form) }),
    });
    for (const line of reply.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const [name = '', value = ''] = pair.split('=');
      if (value === '' || /max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return { status: reply.status, location: reply.headers.get('location'), body: await reply.text() };
  };
  return { cookies, request };
}
export type Browser = ReturnType<typeof browser>;
