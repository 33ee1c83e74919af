import { sql } from 'kysely';
import { composeApp } from '../../../src/main-app.ts';
import { asOwner, connect } from '../../../src/platform/db/index.ts';
import { json, open, see, type AnyRoute } from '../../../src/platform/http/index.ts';
import { isAtSuppliers } from '../../../src/web/access.ts';
import type { TestApp } from '../../support/app.ts';
import { seeded } from '../random.ts';
import { openRequests } from '../requests.ts';
import { closed, judge, people, rightful } from './judge.ts';
import { canary, foreign, own, supplier, type Stolen } from './stage.ts';
import { askForStolen, byNameAlone } from './stolen.ts';
import { aim, readThings, type ThingsByOwner } from './targets.ts';
import { compareSnapshots, takeSnapshot } from './writes.ts';

export type DefectReport = {
  readonly planted: number;
  /** Access rules that were forgotten and did no harm: the route itself or the shell asks who it is for. */
  readonly held: number;
  /** Planted defects that nothing noticed. */
  readonly missed: readonly string[];
};

/** Routes of a defective application that must be noticed, each by itself. */
type Planting = { readonly name: string; readonly routes: readonly AnyRoute[] };

/** A route whose access rule was forgotten. */
const forgotten = (route: AnyRoute): AnyRoute => ({
  ...route,
  access: open,
  handle: route.handle.bind(route),
});

/** A route that works in the foreign organisation whatever its address says. */
const misplaced = (route: AnyRoute): AnyRoute => ({
  ...route,
  handle: async (context, input) => {
    await sql`select set_config('kommons.organisation', ${foreign}, true)`.execute(context.tx);
    return route.handle({ ...context, organisation: foreign }, input);
  },
});

/**
 * What came of trying a defective route in every way. `held`: nobody gets through, although those who have a right to it
 * do by the same requests where nothing is planted: something else holds.
 */
type Tried = 'noticed' | 'held' | 'blind';

type Server = Awaited<ReturnType<typeof composeApp>>;

type Trying = {
  readonly app: TestApp;
  readonly server: Server;
  /** Where nothing is planted. */
  readonly sound: Server;
  readonly things: ThingsByOwner;
};

const rounds = 8;

/** Where whoever tries has no business, and whose things are named there. */
const placesFor = (route: AnyRoute): readonly { readonly place: string; readonly of: string }[] => [
  { place: foreign, of: foreign },
  { place: own, of: foreign },
  ...(isAtSuppliers(route.access) ? [{ place: supplier, of: supplier }] : []),
];

async function tryRoute({ app, server, sound, things }: Trying, route: AnyRoute): Promise<Tried> {
  const send = openRequests(app, server);
  const random = seeded(1);
  for (const { place, of } of placesFor(route)) {
    for (const who of people) {
      for (let round = 0; round < rounds; round += 1) {
        const outgoing = aim({ route, place, things: things[of] ?? {}, random });
        const reply = await send(who, outgoing);
        if (judge({ route, who, place, thingsOf: of, url: outgoing.url }, reply) !== null) return 'noticed';
      }
    }
  }
  for (const { place, of } of placesFor(route).filter((one) => one.place === one.of)) {
    for (const who of rightful(place)) {
      for (let round = 0; round < rounds; round += 1) {
        const reply = await openRequests(app, sound)(
          who,
          aim({ route, place, things: things[of] ?? {}, random }),
        );
        if (!closed.has(reply.status)) return 'held';
      }
    }
  }
  return 'blind';
}

async function tryPlanted(
  app: TestApp,
  { name, routes }: Planting,
  original: readonly AnyRoute[],
): Promise<Readonly<Record<Exclude<Tried, 'noticed'>, readonly string[]>>> {
  const server = await composeApp(app.ground, routes);
  const sound = await composeApp(app.ground, original);
  const unnoticed: { readonly held: string[]; readonly blind: string[] } = { held: [], blind: [] };
  try {
    for (const route of original) {
      // Those before it have used some of what there was.
      const things = await readThings(app.database.ownerUrl);
      const tried = await tryRoute({ app, server, sound, things }, route);
      if (tried !== 'noticed') unnoticed[tried].push(`${name}: ${route.method} ${route.path}`);
    }
  } finally {
    await server.close();
    await sound.close();
  }
  return unnoticed;
}

/** A query without the organisation, asked by a role that row security does not hold. */
const careless = (name: string, answer: (text: string) => ReturnType<typeof json>): AnyRoute => ({
  method: 'GET',
  path: `/api/v1/organisations/:organisation/planted-${name}`,
  access: open,
  handle: async (context) => {
    const { rows } = await sql<{ text: string }>`select string_agg(answers::text, ' ') as text
      from cases.cases`.execute(context.tx);
    return answer(rows[0]?.text ?? '');
  },
});

const carelessRoutes: readonly AnyRoute[] = [
  careless('body', (text) => json({ text })),
  careless('redirect', (text) =>
    see(`/planted?found=${encodeURIComponent(text.includes(canary) ? canary : '')}`),
  ),
];

/** Readings of staff where a wrong tenant shows at once: lists and what they lead to. */
const readings = (route: AnyRoute): boolean =>
  route.method === 'GET' &&
  route.access.kind === 'staff' &&
  /\/(arenden|cases)(\/:case)?$|\/works\/:work\/(versions|history|draft|settings)$/.test(route.path);

/** Whether writing in the wrong organisation shows in the comparison of rows. */
async function missedWrites(
  app: TestApp,
  routes: readonly AnyRoute[],
  things: ThingsByOwner,
): Promise<readonly string[]> {
  const writing = routes.filter((route) => route.method !== 'GET' && route.path.endsWith('/notes'));
  const server = await composeApp(app.ground, writing.map(misplaced));
  const send = openRequests(app, server);
  const random = seeded(2);
  const before = await asOwner(app.database.ownerUrl, takeSnapshot);
  for (const route of writing) {
    for (const who of people) {
      await send(who, aim({ route, place: own, things: things[foreign] ?? {}, random }));
    }
  }
  await server.close();
  const after = await asOwner(app.database.ownerUrl, takeSnapshot);
  return compareSnapshots(before, after).length > 0 ? [] : ['a note is written in another organisation'];
}

/** Whether a file that is found by its name alone is noticed. */
async function missedFiles(app: TestApp, { routes, stolen }: Planted): Promise<readonly string[]> {
  const server = await composeApp(app.ground, routes.map(byNameAlone));
  const findings = await askForStolen(app, server, { routes, stolen });
  await server.close();
  return findings.length > 0 ? [] : ['a file is found by its name alone'];
}

type Planted = {
  readonly routes: readonly AnyRoute[];
  readonly things: ThingsByOwner;
  readonly stolen: Stolen;
};

/** Breaks the application in known ways; each break must be noticed. */
export async function plantDefects(app: TestApp, { routes, things, stolen }: Planted): Promise<DefectReport> {
  const staffed = routes.filter(({ access }) => access.kind === 'staff');
  const open = { name: 'the access rule is forgotten', routes: routes.map(forgotten) };
  const wrong = { name: 'the transaction is in another organisation', routes: routes.map(misplaced) };
  const bypass = connect({ url: app.database.ownerUrl, connections: 4, random: Math.random });
  try {
    const bypassing: TestApp = { ...app, ground: { ...app.ground, db: bypass } };
    const without = {
      name: 'a query without the organisation, past row security',
      routes: [...routes, ...carelessRoutes],
    };
    const read = routes.filter(readings);
    // First: those that come after use up what there is.
    const files = await missedFiles(app, { routes, things, stolen });
    const opened = await tryPlanted(app, open, staffed);
    const misled = await tryPlanted(app, wrong, read);
    const bypassed = await tryPlanted(bypassing, without, carelessRoutes);
    const missed = [
      ...[opened, misled, bypassed].flatMap(({ blind }) => blind),
      ...[misled, bypassed].flatMap(({ held }) => held),
      ...(await missedWrites(app, routes, things)),
      ...files,
    ];
    const planted = staffed.length + read.length + carelessRoutes.length + 2;
    return { planted, held: opened.held.length, missed };
  } finally {
    await bypass.close();
  }
}
