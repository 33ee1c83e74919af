import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { loadDemo } from './main-demo-load.ts';
import { demoSignIn, productionSignIn } from './main-sign-in.ts';
import { mergeIn } from './modules/commons/index.ts';
import { keepShippedPictures } from './modules/guides/index.ts';
import { appoint, deriveKeys } from './modules/identity/index.ts';
import { systemClock, type Clock } from './platform/clock.ts';
import { describeProblems, getKey, parseConfig, type Config } from './platform/config/index.ts';
import {
  eraseEverything,
  isAnswering,
  keepToMode,
  openDatabase,
  prepareFolder,
  type OpenDatabase,
} from './platform/db/index.ts';
import { clamdScanner, openFiles, useScanner } from './platform/files/index.ts';
import { createIds, createSecrets, secureBytes } from './platform/ids.ts';
import { startWorkers, type Workers } from './platform/jobs/index.ts';
import { demoTransport, smtpTransport } from './platform/mail/index.ts';
import { openLogLines } from './platform/log-lines.ts';
import { whenOrphaned } from './platform/orphaned.ts';
import { openOutbound } from './platform/outbound/index.ts';
import { typstPdf } from './platform/pdf/index.ts';
import { assertFreePort } from './platform/port.ts';
import { jsonLog, type LogLine } from './web/index.ts';
import { composeApp, composeTasks, nightly, type Ground } from './main-app.ts';

type Opened = {
  readonly config: Config;
  readonly database: OpenDatabase;
  readonly log: (line: LogLine) => void;
};

/** The address of "Kommons <kommons@example.se>". */
const addressIn = (sender: string): string => /<([^<>]+)>/u.exec(sender)?.[1] ?? sender.trim();

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
    contact: config.mode === 'demo' ? 'kommons@example.se' : addressIn(config.mail.from),
    outbound: openOutbound({ also: config.outboundAlso }),
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
    serving: true,
    say,
  });
  if (database.migrated.length > 0)
    say(`database brought up to date: ${database.migrated.length} migrations`);
  const endMerging = mergeIn(new URL('./main-merges.ts', import.meta.url));
  let workers: Workers | null = null;
  try {
    await keepToMode(database.db, config.mode);
    if (config.clamd !== null) useScanner(clamdScanner(config.clamd));
    const ground = await layGround({ config, database, log });
    // Whoever runs the embedded database has the data folder alone: what is unfinished was cut off earlier.
    if (config.database.kind === 'embedded') await ground.files.clearUnfinished(ground.clock());
    const app = await composeApp(ground);
    await appointFirst(config, ground);
    await keepShippedPictures(ground);
    if (config.mode === 'demo') {
      const { buildWorld } = await import('../tests/world/index.ts');
      const compose = async (clock: Clock): Promise<FastifyInstance> => composeApp({ ...ground, clock });
      await buildWorld({ ...ground, now: systemClock(), compose, say });
    }
    workers = await startWorkers({
      url: database.addresses.jobs,
      tasks: composeTasks(ground, database.addresses.owner),
      nightly,
      say: (line) => log({ level: 'error', event: 'job', error: line }),
    });
    await app.listen({ port: config.port, host: config.host });
    const stop = async (): Promise<void> => {
      await app.close();
      await workers?.stop();
      await endMerging();
      await database.close();
    };
    return { origin: config.origin, stop };
  } catch (error) {
    await workers?.stop();
    await endMerging();
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
  if (more.length > 0 || (what !== undefined && what !== 'reset-demo' && what !== 'load-demo')) {
    throw new Error('Kommons takes no arguments here: see kommons start --help');
  }
  const parsed = parseConfig(process.env, path.resolve(import.meta.dirname, '..'));
  if (!parsed.ok) throw new Error(describeProblems(parsed.failure));
  const { config } = parsed;
  if (what === 'load-demo') await loadDemo(config, say);
  else await (what === 'reset-demo' ? resetDemo(config) : serve(config));
}

if (import.meta.main) {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
