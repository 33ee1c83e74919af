import type { FastifyInstance } from 'fastify';
import { housekeeping, keepHouse } from './main-housekeeping.ts';
import { type SigningIn } from './main-sign-in.ts';
import { findHome, routes as caseRoutes } from './modules/cases/index.ts';
import {
  apiRoutes as commonsApi,
  countFigures,
  countUnread,
  dueSubscription,
  dueUpdates,
  figuresCounted,
  letterSubscriptions,
  plansCarriedOut,
  pageRoutes as commonsPages,
  registerKind,
  takeDueUpdates,
  takePlannedInUse,
} from './modules/commons/index.ts';
import {
  actorOf,
  routes as identityRoutes,
  signInDoors,
  programRoutes,
  staffRoutes,
  type Keys,
} from './modules/identity/index.ts';
import {
  editorScript,
  guideKind,
  countHelp,
  hasOpenGuide,
  helpCounted,
  noteSubscriptions,
  remindOfReviews,
  reviewsReminded,
  rememberTasks,
  routes as guideRoutes,
  shelfSubscription,
  supportAddress,
} from './modules/guides/index.ts';
import {
  exampleSuppliers,
  findPlace,
  hostTable,
  municipalities,
  nameTable,
  networks,
  regions,
  routes as organisationRoutes,
  seedFacts,
} from './modules/organisations/index.ts';
import { eServiceKind, routes as serviceRoutes } from './modules/services/index.ts';
import {
  catalogueTold,
  newsSubscriptions,
  openDataRoutes,
  claimSubscriptions,
  countProducts,
  productsCounted,
  remindOfSystems,
  routes as systemRoutes,
  supplierAccountRoutes,
  seedCatalogue,
  systemSubscriptions,
  sheetsTakenIn,
  shownAnew,
  systemsReminded,
  tableScript,
  webhookRoutes,
  webhooksSent,
} from './modules/systems/index.ts';
import { type Clock } from './platform/clock.ts';
import { type Db } from './platform/db/index.ts';
import { deliverEvents } from './platform/events/index.ts';
import { type FileStore } from './platform/files/index.ts';
import type { AnyRoute } from './platform/http/index.ts';
import { type Task } from './platform/jobs/index.ts';
import { sendMails, type Transport } from './platform/mail/index.ts';
import { type Outbound } from './platform/outbound/index.ts';
import { type Pdf } from './platform/pdf/index.ts';
import { styles, supportScript } from './ui/index.ts';
import {
  createApp,
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
  readonly outbound: Outbound;
  /** The address that answers for the installation. */
  readonly contact: string;
  readonly log: (line: LogLine) => void;
  readonly ready: () => Promise<boolean>;
};

const nobody = { organisation: null, person: null };
const names = new Map([...municipalities, ...regions, ...networks].map(({ id, name }) => [id, name]));
const exampleNames = exampleSuppliers.map(({ id, name }) => [id, name] as const);

[eServiceKind, guideKind].forEach(registerKind);

/** Every route of every module. Kommons's own pages list the others. */
export function allRoutes(ground: {
  readonly keys: Keys;
  readonly signIn: { readonly realm: string };
  readonly outbound: Pick<Outbound, 'check'>;
  readonly contact: string;
}): readonly AnyRoute[] {
  const modules = [
    ...organisationRoutes,
    ...identityRoutes,
    ...programRoutes,
    ...staffRoutes({ keys: ground.keys, realm: ground.signIn.realm }),
    ...supplierAccountRoutes({ keys: ground.keys, realm: ground.signIn.realm }),
    ...commonsPages,
    ...commonsApi,
    ...caseRoutes,
    ...serviceRoutes,
    ...guideRoutes,
    ...systemRoutes,
    ...openDataRoutes({ contact: ground.contact }),
    ...webhookRoutes({ key: ground.keys.webhook, outbound: ground.outbound }),
  ];
  return [...ownRoutes(modules), ...modules];
}

/** The HTTP application, not yet listening. */
export async function composeApp(
  ground: Ground,
  routes: readonly AnyRoute[] = allRoutes(ground),
): Promise<FastifyInstance> {
  const { db, settings, keys, newId, newSecret, clock, demo } = ground;
  const helpedTasks = rememberTasks(clock);
  const called = nameTable(new Map([...names, ...exampleNames]));
  const hosts = hostTable(db, new URL(settings.origin).hostname);
  await db.transaction(nobody, seedFacts);
  await db.transaction(nobody, (tx) => seedCatalogue(tx, { at: clock(), newId, demo: demo !== null }));
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
    assets: [...styles().assets, supportScript, editorScript, tableScript],
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
    identify: async (tx, credentials, now) => {
      const actor = await actorOf(tx, credentials, { now, keys, newSecret, readToken });
      if (actor.kind === 'person')
        await called.learn(
          tx,
          actor.mandates.map(({ organisation }) => organisation),
        );
      return actor;
    },
    findPlace: async (tx, slug): Promise<Place | null> => {
      const found = await findPlace(tx, slug);
      if (found === null) return null;
      const { organisation, profile } = found;
      const contact = [organisation.publicName, profile.phone].filter((part) => part !== null).join(', ');
      const { name, publicName } = organisation;
      const openGuides = await hasOpenGuide(tx, slug);
      const supplies = organisation.kind === 'supplier';
      return { slug, name, publicName, contact, theme: themePath(profile.colour), openGuides, supplies };
    },
    organisationOfHost: hosts.find,
    nameOf: called.find,
    findSupport: async (tx, asked) => {
      const tasks = await helpedTasks(tx, asked);
      return tasks.length === 0 ? null : supportAddress(asked.site, asked.organisation, tasks);
    },
    countUnread,
    ready: ground.ready,
    log: ground.log,
  });
  // Host names change by an operator's hand; a minute's delay is fine.
  const timer = setInterval(() => void hosts.refresh().catch(() => undefined), 60_000).unref();
  app.addHook('onClose', async () => clearInterval(timer));
  return app;
}

/** What is done beside the requests: events between modules, letters, updates whose day has come, figures. */
export function composeTasks(ground: Ground, ownerUrl: string): readonly Task[] {
  const { db, clock, newId, settings, transport } = ground;
  const due = { db, clock, newId };
  const subscriptions = [
    ...letterSubscriptions(settings),
    dueSubscription(due),
    shelfSubscription(),
    ...noteSubscriptions({ newId }),
    ...systemSubscriptions(settings),
    ...claimSubscriptions({ newId }),
    ...newsSubscriptions(),
  ];
  return [
    deliverEvents({ db, subscriptions, clock }),
    sendMails({ db, transport, clock }),
    dueUpdates(due),
    figuresCounted(due),
    plansCarriedOut({ ...due, organisations: () => names.keys() }),
    sheetsTakenIn({ db, clock }),
    shownAnew({ db, clock }),
    productsCounted({ db, clock }),
    catalogueTold({ db, clock, organisations: () => names.keys() }),
    webhooksSent({ ...due, outbound: ground.outbound, key: ground.keys.webhook, origin: settings.origin }),
    systemsReminded({ ...due, origin: settings.origin, organisations: () => names.keys() }),
    helpCounted({ db, clock, organisations: () => names.keys() }),
    reviewsReminded({ ...due, origin: settings.origin, organisations: () => names.keys() }),
    keepHouse({ db, clock, files: ground.files, ownerUrl, organisations: () => names.keys() }),
  ];
}

/** What is done every night, by name. */
export const nightly: readonly string[] = [
  takeDueUpdates.name,
  countFigures.name,
  takePlannedInUse.name,
  remindOfReviews.name,
  remindOfSystems.name,
  countProducts.name,
  countHelp.name,
  housekeeping.name,
];
