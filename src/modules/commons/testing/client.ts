import type { Db } from '../../../platform/db/index.ts';
import type { Actor, AnyRoute, Context, Reply } from '../../../platform/http/index.ts';
import { apiRoutes } from '../api/index.ts';

export type Answered = { readonly status: number; readonly body: unknown };

type Making = {
  readonly db: Db;
  readonly actor: Actor;
  readonly context: (more: Pick<Context, 'tx' | 'actor' | 'organisation'>) => Context;
};

export type Request = {
  readonly method: AnyRoute['method'];
  readonly address: string;
  readonly body?: unknown;
};

/** Sends requests to the module's own routes as the web shell does: match, parse, act, answer as JSON. */
export function createClient({ db, actor, context }: Making): (request: Request) => Promise<Answered> {
  return async ({ method, address, body }) => {
    const url = new URL(address, 'http://kommons.test');
    const { route, params } = findRoute(method, url.pathname);
    const query = route.query?.safeParse(Object.fromEntries(url.searchParams));
    const sent = route.body?.safeParse(body);
    if (query?.success === false || sent?.success === false) return { status: 422, body: 'unreadable' };
    const organisation = params['organisation'] ?? null;
    const person = actor.kind === 'person' ? actor.person : null;
    const reply = await db.transaction({ organisation, person }, (tx) =>
      route.handle(context({ tx, actor, organisation }), {
        params,
        query: query?.data ?? {},
        body: sent?.data ?? {},
        files: [],
        large: [],
      }),
    );
    return answered(route, reply);
  };
}

function findRoute(
  method: string,
  path: string,
): { readonly route: AnyRoute; readonly params: Record<string, string> } {
  for (const route of apiRoutes) {
    const pattern = new RegExp(`^${route.path.replaceAll(/:([a-zA-Z]+)/g, '(?<$1>[^/]+)')}$`);
    const match = route.method === method ? pattern.exec(path) : null;
    if (match !== null) return { route, params: { ...match.groups } };
  }
  throw new Error(`no route for ${method} ${path}`);
}

/** What goes on the wire, held against what the description of the API promises. */
function answered(route: AnyRoute, reply: Reply): Answered {
  if (reply.kind === 'missing') return { status: 404, body: null };
  if (reply.kind !== 'json') throw new Error(`${route.path} answered with ${reply.kind}`);
  const body: unknown = JSON.parse(JSON.stringify(reply.body));
  if (reply.status === 200) route.operation?.response.parse(body);
  return { status: reply.status, body };
}
