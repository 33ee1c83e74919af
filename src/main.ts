import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { demoSignIn, productionSignIn, type SigningIn } from './main-sign-in.ts';
import { findHome, routes as caseRoutes, useScanner } from './modules/cases/index.ts';
import {
  apiRoutes as commonsApi,
  countFigures,
  dueSubscription,
  dueUpdates,
  figuresCounted,
  letterSubscriptions,
  pageRoutes as commonsPages,
  registerKind,
  takeDueUpdates,
} from './modules/commons/index.ts';
import {
  actorOf,
  appoint,
  deriveKeys,
  forgetExpired,
  routes as identityRoutes,
  signInDoors,
  staffRoutes,
  type Keys,
} from './modules/identity/index.ts';
import { guideKind, hasOpenGuide, routes as guideRoutes, shelfSubscription } from './modules/guides/index.ts';
import {
  findPlace,
  hostTable,
  municipalities,
  networks,
  regions,
  routes as organisationRoutes,
  seedFacts,
} from './modules/organisations/index.ts';
import { deleteExpiredDrafts, eServiceKind, routes as serviceRoutes } from './modules/services/index.ts';
import { systemClock, type Clock } from './platform/clock.ts';
import { describeProblems, getKey, parseConfig, type Config } from './platform/config/index.ts';
import {
  eraseEverything,
  isAnswering,
  keepToMode,
  openDatabase,
  prepareFolder,
  type Db,
  type OpenDatabase,
} from './platform/db/index.ts';
import { deliverEvents } from './platform/events/index.ts';
import { clamdScanner, openFiles, type FileStore } from './platform/files/index.ts';
import type { AnyRoute } from './platform/http/index.ts';
import { createIds, createSecrets, secureBytes } from './platform/ids.ts';
import {
  defineTask,
  handle,
  startWorkers,
  sweep,
  sweepFiles,
  type Task,
  type Workers,
} from './platform/jobs/index.ts';
import { demoTransport, sendMails, smtpTransport, type Transport } from './platform/mail/index.ts';
import { openLogLines } from './platform/log-lines.ts';
import { whenOrphaned } from './platform/orphaned.ts';
import { typstPdf, type Pdf } from './platform/pdf/index.ts';
import { assertFreePort } from './platform/port.ts';
import { styles } from './ui/index.ts';
import {
  createApp,
  jsonLog,
  ownRoutes,
  reachOf,
  themePath,
  type LogLine,
  type Place,
  type WebSettings,
} from './web/index.ts';

/** What the application stands on, real in every mode: tests pass a clock and a scratch database. */
export type Ground = SigningIn & {
  readonly settings: WebSettings;
  readonly db: Db;
  readonly files: FileStore;
  readonly pdf: Pdf;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly newSecret: () => string;
  readonly keys: Keys;
  readonly transport: Transport;
  readonly log: (line: LogLine) => void;
  readonly ready: () => Promise<boolean>;
};

const nobody = { organisation: null, person: null };
const names = new Map([...municipalities, ...regions, ...networks].map(({ id, name }) => [id, name]));

[eServiceKind, guideKind].forEach(registerKind);

/** Every route of every module. Kommons's own pages list the others. */
export function allRoutes(ground: {
  readonly keys: Keys;
  readonly signIn: { readonly realm: string };
}): readonly AnyRoute[] {
  const modules = [
    ...organisationRoutes,
    ...identityRoutes,
    ...staffRoutes({ keys: ground.keys, realm: ground.signIn.realm }),
    ...commonsPages,
    ...commonsApi,
    ...caseRoutes,
    ...serviceRoutes,
    ...guideRoutes,
  ];
  return [...ownRoutes(modules), ...modules];
}

/** The HTTP application, not yet listening. */
export async function composeApp(
  ground: Ground,
  routes: readonly AnyRoute[] = allRoutes(ground),
): Promise<FastifyInstance> {
  const { db, settings, keys, newId, newSecret, clock, demo } = ground;
  const hosts = hostTable(db, new URL(settings.origin).hostname);
  await db.transaction(nobody, seedFacts);
  await hosts.refresh();
  const readToken = demo?.readToken ?? null;
  const app = await createApp({
    settings,
    db,
    files: ground.files,
    pdf: ground.pdf,
    now: clock,
    newId,
    newSecret,
    routes,
    reach: reachOf(routes),
    assets: styles().assets,
    mounts: demo?.mounts ?? [],
    doors: signInDoors({
      db,
      keys,
      newId,
      newSecret,
      method: ground.signIn.method,
      origin: settings.origin,
      organisationOfHost: hosts.find,
      findHome: async (tx, person) => (await findHome(tx, person)) ?? demo?.findHome(person) ?? null,
    }),
    identify: (tx, credentials, now) => actorOf(tx, credentials, { now, keys, newSecret, readToken }),
    findPlace: async (tx, slug): Promise<Place | null> => {
      const found = await findPlace(tx, slug);
      if (found === null) return null;
      const { organisation, profile } = found;
      const contact = [organisation.publicName, profile.phone].filter((part) => part !== null).join(', ');
      const { name, publicName } = organisation;
      const openGuides = await hasOpenGuide(tx, slug);
      return { slug, name, publicName, contact, theme: themePath(profile.colour), openGuides };
    },
    organisationOfHost: hosts.find,
    nameOf: (id) => names.get(id) ?? id,
    ready: ground.ready,
    log: ground.log,
  });
  // Host names change by an operator's hand; a minute's delay is fine.
  const timer = setInterval(() => void hosts.refresh().catch(() => undefined), 60_000).unref();
  app.addHook('onClose', async () => clearInterval(timer));
  return app;
}

const housekeeping = defineTask('kommons.housekeeping', z.unknown());

/** Every night: what has had its time goes away. Drafts by organisation, since row security shows one at a time. */
function keepHouse({ db, clock, files }: Ground, ownerUrl: string): Task {
  return handle(housekeeping, async () => {
    const now = clock();
    await sweep(ownerUrl, now);
    await db.transaction(nobody, (tx) => forgetExpired(tx, now));
    for (const organisation of names.keys()) {
      await db.transaction({ organisation, person: null }, (tx) =>
        deleteExpiredDrafts(tx, organisation, now),
      );
    }
    await sweepFiles({ ownerUrl, files, now });
  });
}

/** What is done beside the requests: events between modules, letters, updates whose day has come, figures. */
export function composeTasks(ground: Ground, ownerUrl: string): readonly Task[] {
  const { db, clock, newId, settings, transport } = ground;
  const due = { db, clock, newId };
  const subscriptions = [...letterSubscriptions(settings), dueSubscription(due), shelfSubscription()];
  return [
    deliverEvents({ db, subscriptions, clock }),
    sendMails({ db, transport, clock }),
    dueUpdates(due),
    figuresCounted(due),
    keepHouse(ground, ownerUrl),
  ];
}

type Opened = {
  readonly config: Config;
  readonly database: OpenDatabase;
  readonly log: (line: LogLine) => void;
};

async function layGround({ config, database, log }: Opened): Promise<Ground> {
  const { db } = database;
  const newSecret = createSecrets(secureBytes);
  const demo = config.mode === 'demo';
  const keys = deriveKeys(config.mode === 'demo' ? await getKey(config.data) : config.key);
  const signing =
    config.mode === 'demo' ? await demoSignIn(config, keys, newSecret) : productionSignIn(config);
  return {
    settings: {
      origin: config.origin,
      demo,
      behindProxy: config.behindProxy,
      requestsPerMinute: demo ? 0 : config.requestsPerMinute,
      metricsToken: config.metricsToken,
      version: '0.1.0',
    },
    db,
    files: await openFiles(path.join(config.data, 'files')),
    pdf: typstPdf(),
    clock: systemClock,
    newId: createIds(systemClock, secureBytes),
    newSecret,
    keys,
    transport: config.mode === 'demo' ? demoTransport(db) : smtpTransport(config.mail.url, config.mail.from),
    log,
    ready: () => isAnswering(db),
    ...signing,
  };
}

/** Somebody must be able to give the first role: the settings name who. Harmless to repeat. */
async function appointFirst(
  config: Config,
  { db, keys, newId, newSecret, clock, signIn }: Ground,
): Promise<void> {
  if (config.mode === 'demo' || config.firstAdmin === null) return;
  const { organisation, subject } = config.firstAdmin;
  await db.transaction({ organisation, person: null }, (tx) =>
    appoint(
      tx,
      {
        organisation,
        subject: { kind: 'provider', realm: signIn.realm, subject },
        role: 'admin',
        unit: null,
        label: 'Administratör',
        by: null,
      },
      { keys, newId, newSecret, now: clock() },
    ),
  );
}

export type Running = { readonly origin: string; readonly stop: () => Promise<void> };

/** Starts everything. `say` tells the person at the terminal; `log` takes structured lines. */
export async function start(
  config: Config,
  say: (line: string) => void,
  log: (line: LogLine) => void,
): Promise<Running> {
  await assertFreePort(config);
  say('starting the database …');
  const database = await openDatabase({
    place: config.database,
    random: Math.random,
    connections: config.connections,
    say,
  });
  if (database.migrated.length > 0)
    say(`database brought up to date: ${database.migrated.length} migrations`);
  let workers: Workers | null = null;
  try {
    await keepToMode(database.db, config.mode);
    if (config.clamd !== null) useScanner(clamdScanner(config.clamd));
    const ground = await layGround({ config, database, log });
    // Whoever runs the embedded database has the data folder alone: what is unfinished was cut off earlier.
    if (config.database.kind === 'embedded') await ground.files.clearUnfinished(ground.clock());
    const app = await composeApp(ground);
    await appointFirst(config, ground);
    if (config.mode === 'demo') {
      const { buildWorld } = await import('../tests/world/index.ts');
      const compose = async (clock: Clock): Promise<FastifyInstance> => composeApp({ ...ground, clock });
      await buildWorld({ ...ground, now: systemClock(), compose, say });
    }
    workers = await startWorkers({
      url: database.addresses.jobs,
      tasks: composeTasks(ground, database.addresses.owner),
      nightly: [takeDueUpdates.name, countFigures.name, housekeeping.name],
      say: (line) => log({ level: 'error', event: 'job', error: line }),
    });
    await app.listen({ port: config.port, host: config.host });
    const stop = async (): Promise<void> => {
      await app.close();
      await workers?.stop();
      await database.close();
    };
    return { origin: config.origin, stop };
  } catch (error) {
    await workers?.stop();
    await database.close();
    throw error;
  }
}

const whom = [
  'Sign in as (no passwords, everybody is invented):',
  '  E-tjänstdesigner, Sundsvall       owns school transport',
  '  E-tjänstdesigner, Härnösand       has adopted and adapted it',
  '  Handläggare, Härnösand            decides the cases',
  '  Invånare, Härnösand               applies',
];

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Gives the demo world back as new. Kommons must be stopped; whoever has the data folder is named. */
async function resetDemo(config: Config): Promise<void> {
  if (config.mode !== 'demo') throw new Error('there is a demo world in demo mode only');
  const database = await openDatabase({ place: config.database, random: Math.random, say });
  try {
    await keepToMode(database.db, 'demo');
    say('removing everything in the demo world …');
    await eraseEverything(database.addresses);
  } finally {
    await database.close();
  }
  await rm(path.join(config.data, 'files'), { recursive: true, force: true });
  const running = await start({ ...config, port: 0 }, say, () => undefined);
  await running.stop();
  say('the demo world is as new: start Kommons with npm start');
}

async function serve(config: Config): Promise<void> {
  await prepareFolder(config.data);
  const log = await openLogLines(config.log);
  const started = start(config, say, jsonLog(log.write, systemClock));
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    say('stopping …');
    // Whoever stops it while it starts waits until it can stop cleanly.
    started
      .then((running) => running.stop())
      .then(log.close)
      .then(
        () => process.exit(0),
        () => process.exit(1),
      );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  whenOrphaned(stop);
  await started;
  say(`Kommons is ready at http://127.0.0.1:${config.port}`);
  if (config.mode === 'demo') whom.forEach(say);
}

async function main(): Promise<void> {
  const [what, ...more] = process.argv.slice(2);
  if (more.length > 0 || (what !== undefined && what !== 'reset-demo')) {
    throw new Error('Kommons takes no arguments here: see kommons start --help');
  }
  const parsed = parseConfig(process.env, path.resolve(import.meta.dirname, '..'));
  if (!parsed.ok) throw new Error(describeProblems(parsed.failure));
  await (what === 'reset-demo' ? resetDemo(parsed.config) : serve(parsed.config));
}

if (import.meta.main) {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
