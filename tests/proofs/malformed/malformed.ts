import { z } from 'zod';
import { allRoutes, composeApp } from '../../../src/main-app.ts';
import { findDemoPerson, mintToken } from '../../../src/modules/identity/demo/index.ts';
import { asOwner } from '../../../src/platform/db/index.ts';
import type { AnyRoute } from '../../../src/platform/http/index.ts';
import type { TestApp } from '../../support/app.ts';
import { pick, seeded, type Random } from '../random.ts';
import { people } from '../routes/judge.ts';
import { own } from '../routes/stage.ts';
import { aim, thingsOf, type Things } from '../routes/targets.ts';
import { sample } from '../samples.ts';
import { malform, type Sound } from './messages.ts';
import { talk } from './wire.ts';

export type MalformedReport = {
  readonly requests: number;
  readonly routes: number;
  /** How often each status was heard; 0 is a connection closed without an answer. */
  readonly statuses: ReadonlyMap<number, number>;
  /** Milliseconds of the slowest answer. */
  readonly slowest: number;
  readonly findings: readonly string[];
};

const atOnce = 8;
/** Milliseconds that an answer may take. */
const limit = 2000;

const tokenOf = (app: TestApp) => {
  const kept = new Map<string, string>();
  return async (who: string): Promise<string> => {
    const person = findDemoPerson(who);
    if (person === null) throw new Error(`${who} is nobody in the demo world`);
    const token = kept.get(who) ?? (await mintToken(person, app.ground.keys, app.ground.clock()));
    kept.set(who, token);
    return token;
  };
};

const supplier = 'mallsta-digital';

/** For people of suppliers and nobody else. */
const isSuppliers = (access: AnyRoute['access']): boolean =>
  access.kind === 'staff' && access.roles.length === 0;

/** Mostly somebody whom the route lets in, so that what they send is read. */
function somebodyFor({ access }: AnyRoute, random: Random): string | null {
  if (random() < 0.1) return pick(random, people);
  switch (access.kind) {
    case 'staff':
      return isSuppliers(access) ? `supplier@${supplier}` : `${pick(random, access.roles)}@${own}`;
    case 'signed-in':
    case 'open':
      return random() < 0.7 ? `citizen:1@${own}` : null;
    case 'demo':
      return null;
  }
}

type Case = { readonly route: AnyRoute; readonly sound: Sound };

function soundRequest(route: AnyRoute, things: Things, random: Random): Sound {
  const { method, url } = aim({ route, place: isSuppliers(route.access) ? supplier : own, things, random });
  const named = (name: string): unknown => things[name]?.[0];
  const fields = route.body === undefined ? {} : sample(route.body, { random, named });
  return { method, url, fields, headers: {} };
}

const LogLine = z.object({ event: z.string(), route: z.string().default(''), error: z.string().default('') });

/** Faults that the application has told its log of: where, and the first lines of why. */
function faultsIn(logged: readonly string[]): readonly string[] {
  const faults = logged
    .map((line) => LogLine.parse(JSON.parse(line)))
    .filter(({ event }) => event === 'fault')
    .map(({ route, error }) => `a fault at ${route}: ${error.split('\n').slice(0, 4).join(' ')}`);
  return [...new Set(faults)];
}

type Sending = {
  readonly port: number;
  readonly random: Random;
  readonly count: number;
  readonly things: Things;
};

async function sendAll(app: TestApp, { port, random, count, things }: Sending) {
  const routes = allRoutes(app.ground);
  const token = tokenOf(app);
  const statuses = new Map<number, number>();
  const findings: string[] = [];
  let slowest = 0;
  let sent = 0;
  const prepare = (): Case | null => {
    if (sent === count) return null;
    const route = routes[sent % routes.length] ?? pick(random, routes);
    sent += 1;
    return { route, sound: soundRequest(route, things, random) };
  };
  const worker = async (): Promise<void> => {
    for (let next = prepare(); next !== null; next = prepare()) {
      const { route, sound } = next;
      const who = somebodyFor(route, random);
      const origin = { origin: app.ground.settings.origin };
      const headers = who === null ? origin : { ...origin, authorization: `Bearer ${await token(who)}` };
      const { kind, bytes } = malform(random, { ...sound, headers });
      const heard = await talk(port, bytes, kind === 'wire' ? 300 : null);
      const status = heard.status ?? 0;
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      const what = `${kind} at ${route.method} ${route.path}`;
      if (status >= 500) findings.push(`${what}: ${status} to ${bytes.toString('latin1', 0, 300)}`);
      slowest = Math.max(slowest, heard.milliseconds);
      if (heard.hung || heard.milliseconds > limit)
        findings.push(`${what}: ${Math.round(heard.milliseconds)} ms`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return { requests: sent, routes: routes.length, statuses, slowest, findings };
}

const Address = z.object({ port: z.number() });

export type MalformedPlan = {
  readonly seed: number;
  readonly count: number;
  /** Changes each route, to show that what is wrong would be seen. */
  readonly change?: (route: AnyRoute) => AnyRoute;
};

/**
 * Malformed requests over every route of a staged application, by raw sockets: no fault, no hang, and the
 * process still serves.
 */
export async function proveMalformed(app: TestApp, plan: MalformedPlan): Promise<MalformedReport> {
  const random = seeded(plan.seed);
  const routes = plan.change === undefined ? allRoutes(app.ground) : allRoutes(app.ground).map(plan.change);
  const server = await composeApp(app.ground, routes);
  const before = app.logged.length;
  try {
    await server.listen({ port: 0, host: '127.0.0.1' });
    const { port } = Address.parse(server.server.address());
    const things = await asOwner(app.database.ownerUrl, (client) => thingsOf(client, own));
    const tried = await sendAll(app, { port, random, count: plan.count, things });
    const alive = await talk(
      port,
      Buffer.from('GET /bibliotek HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n'),
    );
    const dead = alive.status === 200 ? [] : [`afterwards the library answers ${String(alive.status)}`];
    return { ...tried, findings: [...faultsIn(app.logged.slice(before)), ...tried.findings, ...dead] };
  } finally {
    await server.close();
  }
}
