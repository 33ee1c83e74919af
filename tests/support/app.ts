import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { composeApp, composeTasks, type Ground } from '../../src/main-app.ts';
import { demoRealm, findDemoHome, readToken } from '../../src/modules/identity/demo/index.ts';
import { deriveKeys, type SignInMethod } from '../../src/modules/identity/index.ts';
import { openFiles } from '../../src/platform/files/index.ts';
import { createIds, createSecrets, secureBytes } from '../../src/platform/ids.ts';
import { startWorkers } from '../../src/platform/jobs/index.ts';
import { demoTransport } from '../../src/platform/mail/index.ts';
import { openOutbound } from '../../src/platform/outbound/index.ts';
import { typstPdf } from '../../src/platform/pdf/index.ts';
import { loadOrganisationsAndPeople } from '../world/organisations.ts';
import { openClient, type Client } from '../world/client.ts';
import type { Bounds } from '../../src/web/index.ts';
import { testDatabase, type TestDatabase } from './database.ts';
import { openVisitor, type Visitor, type Who } from './visitor.ts';

export type TestApp = {
  readonly app: FastifyInstance;
  readonly database: TestDatabase;
  readonly ground: Ground;
  /** People at the API, by `ROLE@SLUG`. */
  readonly client: Client;
  /** Somebody with a browser without scripts. */
  readonly visitor: (who: Who) => Visitor;
  /** Lines that the application has logged. */
  readonly logged: readonly string[];
  /** The time that the application goes by. */
  readonly clock: { now: Date };
  /** Where files are kept. */
  readonly folder: string;
  readonly close: () => Promise<void>;
};

const origin = 'http://kommons.test';

/** Tests sign in with tokens; the door itself is tested with a real provider in the identity module. */
const noSignIn: SignInMethod = {
  id: 'none',
  begin: async () => ({ ok: false, failure: { kind: 'provider-unavailable' } }),
  finish: async () => ({ ok: false, failure: { kind: 'provider-unavailable' } }),
};

type Options = {
  readonly now?: Date;
  /** Runs the queue too, so that events, letters and notices arrive. */
  readonly work?: boolean;
  /** The metrics answer to this. */
  readonly metricsToken?: string;
  /** What is taken on at once. */
  readonly bounds?: Bounds;
  /** Origins that webhooks may reach besides the open internet. */
  readonly outboundAlso?: readonly string[];
  /** From one sender; no limit unless given. */
  readonly requestsPerMinute?: number;
};

/** The whole application on a fresh database with the organisations and people of the demo world. */
export async function testApp(options: Options = {}): Promise<TestApp> {
  const clock = { now: options.now ?? new Date('2026-11-23T09:00:00Z') };
  const database = await testDatabase();
  const folder = await mkdtemp(path.join(tmpdir(), 'kommons-test-'));
  const newSecret = createSecrets(secureBytes);
  const keys = deriveKeys(new Uint8Array(32).fill(7));
  const logged: string[] = [];
  const ground: Ground = {
    settings: {
      origin,
      demo: true,
      behindProxy: false,
      requestsPerMinute: options.requestsPerMinute ?? 0,
      metricsToken: options.metricsToken ?? null,
      version: 'test',
      ...(options.bounds === undefined ? {} : { bounds: options.bounds }),
    },
    db: database.db,
    files: await openFiles(folder),
    pdf: typstPdf(),
    contact: 'kommons@example.se',
    outbound: openOutbound({ also: options.outboundAlso ?? [] }),
    clock: () => clock.now,
    newId: createIds(() => new Date(), secureBytes),
    newSecret,
    keys,
    signIn: { method: noSignIn, realm: demoRealm },
    transport: demoTransport(database.db),
    log: (line) => logged.push(JSON.stringify(line)),
    ready: async () => true,
    demo: {
      mounts: [],
      readToken: (token, now) => readToken(token, keys, now),
      findHome: findDemoHome,
    },
  };
  const app = await composeApp(ground);
  await loadOrganisationsAndPeople(database.db, { keys, newSecret, at: clock.now });
  const workers =
    options.work === true
      ? await startWorkers({
          url: database.jobsUrl,
          tasks: composeTasks(ground, database.ownerUrl),
          say: (line) => logged.push(line),
        })
      : null;
  const now = (): Date => clock.now;
  return {
    app,
    database,
    ground,
    client: openClient({ app, keys, now }),
    visitor: (who) => openVisitor({ app, keys, now, origin }, who),
    logged,
    clock,
    folder,
    close: async () => {
      await app.close();
      await workers?.stop();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
