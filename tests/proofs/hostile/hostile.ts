import { z } from 'zod';
import { allRoutes, composeApp } from '../../../src/main-app.ts';
import { findDemoPerson, mintToken } from '../../../src/modules/identity/demo/index.ts';
import type { AnyRoute } from '../../../src/platform/http/index.ts';
import { openChromium } from '../../browser/chromium.ts';
import { testApp, type TestApp } from '../../support/app.ts';
import { smallGuide } from '../../support/small-guide.ts';
import { openVisitor } from '../../support/visitor.ts';
import { designer } from '../../world/works.ts';
import { seeded } from '../random.ts';
import { drawSample, type Where } from './samples.ts';
import { sendSample, who, works, type Sent } from './send.ts';
import { openWatcher } from './watch.ts';

export type HostileReport = {
  readonly tried: number;
  readonly accepted: number;
  /** Pictures that were kept and looked through. */
  readonly pictures: number;
  /** Texts that were read through as readers will have them. */
  readonly texts: number;
  /** How often each status was heard. */
  readonly statuses: ReadonlyMap<number, number>;
  /** Megabytes that the process grew by at most. */
  readonly growth: number;
  /** Milliseconds of the slowest sample, with all that was looked at after it. */
  readonly slowest: number;
  readonly findings: readonly string[];
};

export type HostilePlan = {
  readonly seed: number;
  readonly count: number;
  /** Only what is sent there. */
  readonly only?: readonly Where[];
  /** Changes each route, to show that what is wrong would be seen. */
  readonly change?: (route: AnyRoute) => AnyRoute;
  /** What is pasted is taken as HTML, to show that it would be seen. */
  readonly naive?: boolean;
  readonly say?: (line: string) => void;
};

/**
 * Megabytes that a process may grow by, whatever it is sent: 512 for the thread that reads documents, and two pictures
 * of 50 megapixels at a time.
 */
export const mostGrowth = 1200;

const megabytes = (): number => process.memoryUsage().rss / 1024 / 1024;

function guide(id: string, blocks: readonly object[]) {
  const steps = [{ id: 'titta', title: { sv: 'Titta' }, blocks }];
  return { ...smallGuide, id, parameters: [], sections: [{ id: 'allt', title: { sv: 'Allt' }, steps }] };
}

/** Two guides with a place for each sort of thing. */
export async function hostileStage(): Promise<TestApp> {
  const app = await testApp();
  const own = designer(app.client, 'skara');
  const media = [
    { id: 'bild', type: 'picture', alt: { sv: 'Bilden' } },
    { id: 'film', type: 'film', title: { sv: 'Filmen' } },
    { id: 'mall', type: 'file', title: { sv: 'Mallen' } },
  ];
  await own.create(guide(works.media, media), 'Första versionen.');
  const text = { id: 'texten', type: 'text', text: { sv: 'En text.' } };
  await own.create(guide(works.text, [text]), 'Första versionen.');
  return app;
}

const Address = z.object({ port: z.number() });
const LogLine = z.object({ event: z.string(), route: z.string().default(''), error: z.string().default('') });

function faultsIn(logged: readonly string[]): readonly string[] {
  return logged
    .map((line) => LogLine.parse(JSON.parse(line)))
    .filter(({ event }) => event === 'fault')
    .map(({ route, error }) => `a fault at ${route}: ${error.split('\n').slice(0, 3).join(' ')}`);
}

/** How much the process grows while something goes on. */
function watchMemory() {
  const began = megabytes();
  const seen = { most: began };
  const look = (): number => (seen.most = Math.max(seen.most, megabytes()));
  const timer = setInterval(look, 50);
  return {
    end: (): number => {
      clearInterval(timer);
      return look() - began;
    },
  };
}

/**
 * Sends hostile documents, pictures, films and clipboards in the editor of guides and looks at what comes of them in
 * a browser whose policy against scripts is off: nothing runs or is fetched, nothing fails, no picture tells
 * anything, and the memory of the process stays within bounds.
 */
export async function proveHostile(app: TestApp, plan: HostilePlan): Promise<HostileReport> {
  const { change = (route: AnyRoute) => route } = plan;
  const server = await composeApp(app.ground, allRoutes(app.ground).map(change));
  await server.listen({ port: 0, host: '127.0.0.1' });
  const { port } = Address.parse(server.server.address());
  const origin = `http://127.0.0.1:${port}`;
  const browser = await openChromium();
  const staged = { ...app, app: server };
  const person = findDemoPerson(who);
  if (person === null) throw new Error(`${who} is nobody in the demo world`);
  const authorization = `Bearer ${await mintToken(person, app.ground.keys, app.clock.now)}`;
  const watcher = await openWatcher({ browser, origin, authorization, naive: plan.naive ?? false });
  const now = (): Date => app.clock.now;
  const visitor = openVisitor(
    { app: server, keys: app.ground.keys, now, origin: app.ground.settings.origin },
    who,
  );
  const before = app.logged.length;
  try {
    const tried = await sendAll({ app: staged, visitor, watcher }, plan);
    const faults = faultsIn(app.logged.slice(before));
    const alive = (await visitor.raw('GET', '/bibliotek')).status;
    const dead = alive === 200 ? [] : [`afterwards the library answers ${alive}`];
    return { ...tried, findings: [...new Set([...faults, ...tried.findings, ...dead])] };
  } finally {
    await watcher.close();
    await browser.close();
    await server.close();
  }
}

async function sendAll(sending: Parameters<typeof sendSample>[0], plan: HostilePlan): Promise<HostileReport> {
  const random = seeded(plan.seed);
  const statuses = new Map<number, number>();
  const findings: string[] = [];
  const total = { tried: 0, accepted: 0, pictures: 0, texts: 0, slowest: 0 };
  // What is drawn first warms up what is read only once.
  let memory = watchMemory();
  while (total.tried < plan.count) {
    const sample = await drawSample(random);
    if (plan.only !== undefined && !plan.only.includes(sample.where)) continue;
    const began = performance.now();
    const sent = await sendSample(sending, sample).catch((error: unknown): Sent => ({
      status: 0,
      accepted: false,
      pictures: 0,
      texts: 0,
      findings: [String(error).slice(0, 300)],
    }));
    total.slowest = Math.max(total.slowest, performance.now() - began);
    total.tried += 1;
    total.accepted += sent.accepted ? 1 : 0;
    total.pictures += sent.pictures;
    total.texts += sent.texts;
    statuses.set(sent.status, (statuses.get(sent.status) ?? 0) + 1);
    findings.push(
      ...sent.findings.map((one) => `${sample.where}, ${sample.what}, number ${total.tried}: ${one}`),
    );
    if (total.tried === 10) {
      memory.end();
      memory = watchMemory();
    }
    if (total.tried % 50 === 0) plan.say?.(`${total.tried} sent, ${findings.length} findings`);
  }
  const growth = memory.end();
  if (growth > mostGrowth) findings.push(`the process grew by ${Math.round(growth)} MB`);
  return { ...total, statuses, growth, findings };
}
