import type { FastifyInstance } from 'fastify';
import { allRoutes, composeApp } from '../../../src/main-app.ts';
import { routes as systemRoutes } from '../../../src/modules/systems/index.ts';
import { asOwner } from '../../../src/platform/db/index.ts';
import { testApp } from '../../support/app.ts';
import { putInUse } from '../../support/in-use.ts';
import { seeded } from '../random.ts';
import { openRequests } from '../requests.ts';
import { asksOf } from './asking.ts';
import { defects, exactCounts } from './silence-defects.ts';
import {
  answer,
  asItIs,
  claimAll,
  confirming,
  forget,
  organisation,
  products,
  put,
  silences,
  who,
  type Publish,
  type Stage,
} from './silence-stage.ts';
import { steady } from './visibility.ts';

/*
 * What customers make of a supplier's claims, told in worlds that differ in nothing else: no, no answer, shut out and
 * never looked at are one and the same to the supplier, in every answer of every address to the last byte. And what one
 * organisation more or less uses makes no difference to a count that is published, below the floor and inside a step.
 */

export type SilenceReport = {
  readonly requests: number;
  readonly findings: readonly string[];
  readonly planted: number;
  readonly missed: readonly string[];
};

type Tally = { requests: number; readonly findings: string[] };

async function ask(
  { app }: Stage,
  server: FastifyInstance,
  urls: readonly string[],
): Promise<readonly string[]> {
  const send = openRequests(app, server);
  const replies: string[] = [];
  for (const url of urls) replies.push(steady(await send(who, { method: 'GET', url })));
  return replies;
}

function compare(
  tally: Tally,
  urls: readonly string[],
  {
    world,
    before,
    after,
  }: { readonly world: string; readonly before: readonly string[]; readonly after: readonly string[] },
): void {
  tally.requests += urls.length;
  for (const [index, url] of urls.entries())
    if (before[index] !== after[index]) tally.findings.push(`${who} GET ${url}: ${world} makes a difference`);
}

async function trySilences(stage: Stage, server: FastifyInstance, urls: readonly string[]): Promise<Tally> {
  const tally: Tally = { requests: 0, findings: [] };
  let before: readonly string[] | null = null;
  for (const silence of silences) {
    await put(stage, silence);
    const after = await ask(stage, server, urls);
    if (before === null) tally.requests += urls.length;
    else compare(tally, urls, { world: silence, before, after });
    before ??= after;
  }
  return tally;
}

type Counting = {
  readonly server: FastifyInstance;
  readonly urls: readonly string[];
  readonly publish: Publish;
};

/** One organisation after another takes the product into use, and each count is published: only whole steps show. */
async function tryCounts(stage: Stage, { server, urls, publish }: Counting): Promise<Tally> {
  const { app } = stage;
  const tally: Tally = { requests: 0, findings: [] };
  const [product] = products;
  await asOwner(app.database.ownerUrl, async (client) => {
    await client.query(`set session_replication_role = replica`);
    for (const table of ['usage_changes', 'shown_usages', 'shown_changes', 'usages'])
      await client.query(`delete from systems.${table}`);
  });
  const users = ['ale', 'alingsas', 'lerum', 'partille', 'molndal', 'kungalv', 'tjorn', 'ockero', 'orust'];
  let before: { readonly replies: readonly string[]; readonly step: number } | null = null;
  for (let n = 0; n <= users.length; n += 1) {
    const user = users[n - 1];
    if (user !== undefined) await putInUse(app, user, [{ product }]);
    await forget(app);
    await publish(app);
    const replies = await ask(stage, server, urls);
    const step = Math.floor(n / 5);
    if (before !== null && before.step === step)
      compare(tally, urls, { world: `use number ${n}`, before: before.replies, after: replies });
    else if (before !== null && before.replies.every((reply, at) => reply === replies[at]))
      tally.findings.push('a whole step shows nowhere: the pages prove nothing');
    before = { replies, step };
  }
  return tally;
}

/** The defects that were not noticed. */
async function missedOf(stage: Stage, mine: string): Promise<readonly string[]> {
  const { app } = stage;
  const routes = allRoutes(app.ground);
  const urls = [`${mine}/planterat`];
  const missed: string[] = [];
  for (const { name, about, routes: more } of defects) {
    const server = await composeApp(app.ground, [...routes, ...more]);
    const tried =
      about === 'answers'
        ? await trySilences(stage, server, urls)
        : await tryCounts(stage, { server, urls, publish: asItIs });
    await server.close();
    if (!tried.findings.some((finding) => finding.includes('makes a difference'))) missed.push(name);
  }
  const exact = await tryCounts(stage, { server: app.app, urls: [mine], publish: exactCounts });
  return exact.findings.length === 0 ? [...missed, 'a published count to the last one'] : missed;
}

/** What customers are silent about, and what single organisations use, is nowhere in what a supplier is shown. */
export async function proveSilence({
  seed,
  rounds,
  planting,
}: {
  readonly seed: number;
  readonly rounds: number;
  readonly planting: boolean;
}): Promise<SilenceReport> {
  const app = await testApp();
  try {
    const stage: Stage = { app, claims: await claimAll(app) };
    await answer(stage, confirming, 'confirmed');
    const mine = `/arbete/${organisation}/leverantor`;
    const urls = [
      mine,
      `${mine}/produkter`,
      `${mine}/kunder`,
      `${mine}/kunder?q=e`,
      `${mine}/nytt`,
      ...asksOf(seeded(seed), systemRoutes, { organisation, rounds }),
    ];
    const silent = await trySilences(stage, app.app, urls);
    const pages = [mine, `${mine}/produkter`];
    const counts = await tryCounts(stage, { server: app.app, urls: pages, publish: asItIs });
    const missed = planting ? await missedOf(stage, mine) : [];
    return {
      requests: silent.requests + counts.requests,
      findings: [...silent.findings, ...counts.findings],
      planted: planting ? defects.length + 1 : 0,
      missed,
    };
  } finally {
    await app.close();
  }
}
