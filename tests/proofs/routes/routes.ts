import type { FastifyInstance } from 'fastify';
import { allRoutes, composeApp } from '../../../src/main-app.ts';
import { asOwner } from '../../../src/platform/db/index.ts';
import type { AnyRoute } from '../../../src/platform/http/index.ts';
import { isAtSuppliers } from '../../../src/web/access.ts';
import { testApp, type TestApp } from '../../support/app.ts';
import { buildWorld } from '../../world/index.ts';
import { seeded, type Random } from '../random.ts';
import { openRequests } from '../requests.ts';
import { judge, people, stranger, type Attempt } from './judge.ts';
import { plantDefects, type DefectReport } from './defects.ts';
import { listRegistered } from './registered.ts';
import { canary, control, foreign, own, setStage, supplier, type Stolen } from './stage.ts';
import { askForStolen } from './stolen.ts';
import { aim, namesOrganisation, namesThings, readThings, type ThingsByOwner } from './targets.ts';
import { compareSnapshots, tablesWithout, takeSnapshot } from './writes.ts';

export type RoutesPlan = {
  readonly seed: number;
  /** Requests at most; null sends all. Every route is tried at least once either way. */
  readonly sample: number | null;
  /** How often each route, person and target is tried, with other bodies. */
  readonly rounds: number;
  readonly planted: boolean;
};

export type RoutesReport = {
  readonly routes: number;
  readonly registered: number;
  readonly requests: number;
  readonly statuses: ReadonlyMap<number, number>;
  /** Answers with the own organisation's texts, to people who may read them: the way is open where it should be. */
  readonly controls: number;
  readonly findings: readonly string[];
  readonly defects: DefectReport | null;
};

type Target = Pick<Attempt, 'route' | 'who' | 'place' | 'thingsOf'>;

/** The foreign targets first: the own people change and use up what is their own. */
function targetsOf(routes: readonly AnyRoute[]): readonly Target[] {
  const combinations = [
    { place: foreign, thingsOf: foreign },
    { place: own, thingsOf: foreign },
    { place: foreign, thingsOf: own },
    { place: own, thingsOf: own },
    { place: supplier, thingsOf: supplier },
  ];
  return combinations.flatMap(({ place, thingsOf }) =>
    routes
      .filter((route) => namesThings(route) || place === thingsOf)
      .filter((route) => namesOrganisation(route) || place === own)
      .filter((route) => place !== supplier || isAtSuppliers(route.access))
      .flatMap((route) =>
        people
          .filter((who) => place !== supplier || who !== stranger)
          .map((who) => ({ route, who, place, thingsOf })),
      ),
  );
}

/** A seeded part that still has every route. */
function chosen(targets: readonly Target[], most: number | null, random: Random): readonly Target[] {
  if (most === null || targets.length <= most) return targets;
  const order = targets.map((target) => ({ target, at: random() })).toSorted((a, b) => a.at - b.at);
  const seen = new Set<AnyRoute>();
  const first = order.filter(({ target }) => !seen.has(target.route) && seen.add(target.route));
  const rest = order.filter((one) => !first.includes(one)).slice(0, Math.max(0, most - first.length));
  const kept = new Set([...first, ...rest].map(({ target }) => target));
  return targets.filter((target) => kept.has(target));
}

/** Addresses that the router has and that no route of a module stands for: files, doors, health. */
function missingFrom(registered: readonly string[], routes: readonly AnyRoute[]): readonly string[] {
  const tried = new Set(routes.map(({ method, path }) => `${method} ${path}`));
  const known = new Set(registered);
  const infrastructure =
    /^(GET \/metrics|GET \/assets\/|GET \/teman\/|GET \/health\/|GET \/api\/v1\/openapi\.json|(GET|POST) \/(logga-in|logga-ut|byt-organisation))/;
  return [
    ...registered
      .filter((one) => !one.startsWith('HEAD ') && !tried.has(one) && !infrastructure.test(one))
      .map((one) => `${one} is registered and was not tried`),
    ...[...tried].filter((one) => !known.has(one)).map((one) => `${one} was tried and is not registered`),
  ];
}

async function tryAll(
  app: TestApp,
  server: FastifyInstance,
  targets: readonly Target[],
  {
    random,
    rounds,
    things,
  }: { readonly random: Random; readonly rounds: number; readonly things: ThingsByOwner },
) {
  const send = openRequests(app, server);
  const statuses = new Map<number, number>();
  const findings: string[] = [];
  let requests = 0;
  let controls = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (const target of targets) {
      const outgoing = aim({ ...target, things: things[target.thingsOf] ?? {}, random });
      const reply = await send(target.who, outgoing);
      requests += 1;
      statuses.set(reply.status, (statuses.get(reply.status) ?? 0) + 1);
      if (reply.body.includes(control)) controls += 1;
      const finding = judge({ ...target, url: outgoing.url }, reply);
      if (finding !== null) findings.push(reply.status < 500 ? finding : `${finding}: ${lastFault(app)}`);
    }
  }
  return { requests, controls, statuses, findings };
}

const lastFault = (app: TestApp): string =>
  app.logged.findLast((line) => line.includes('"event":"fault"')) ?? 'nothing was logged';

/** An application with the demo world and with canaries in every secret of the foreign organisation. */
export async function stagedApp(): Promise<TestApp & { readonly stolen: Stolen }> {
  const app = await testApp();
  await buildWorld({
    ...app.ground,
    now: app.clock.now,
    compose: (clock) => composeApp({ ...app.ground, clock }),
    say: () => undefined,
  });
  return { ...app, stolen: await setStage(app) };
}

/**
 * Every route × role × own and foreign organisation in the address × own and foreign things named: no
 * foreign text comes back, no foreign row changes, nothing falls over.
 */
export async function proveRoutes(plan: RoutesPlan): Promise<RoutesReport> {
  const random = seeded(plan.seed);
  const app = await stagedApp();
  const { stolen } = app;
  try {
    const routes = allRoutes(app.ground);
    const { made: server, registered } = await listRegistered(() => composeApp(app.ground, routes));
    const things = await readThings(app.database.ownerUrl);
    const targets = chosen(targetsOf(routes), plan.sample, random);
    const before = await asOwner(app.database.ownerUrl, takeSnapshot);
    const tried = await tryAll(app, server, targets, { random, rounds: plan.rounds, things });
    const taken = await askForStolen(app, server, { routes, stolen });
    const after = await asOwner(app.database.ownerUrl, takeSnapshot);
    await server.close();
    const writes = compareSnapshots(before, after).map((what) => `a foreign write: ${what}`);
    const blind = await asOwner(app.database.ownerUrl, (client) => tablesWithout(client, foreign, canary));
    const untried = [
      ...missingFrom(registered, routes),
      ...blind.map((table) => `no canary could be put into ${table}`),
    ];
    return {
      routes: new Set(targets.map(({ route }) => route)).size,
      registered: registered.filter((one) => !one.startsWith('HEAD ')).length,
      ...tried,
      findings: [...untried, ...tried.findings, ...taken, ...writes],
      defects: plan.planted ? await plantDefects(app, { routes, things, stolen }) : null,
    };
  } finally {
    await app.close();
  }
}
