import { z } from 'zod';
import { routes as systemRoutes } from '../../../src/modules/systems/index.ts';
import { changeUsages } from '../../../src/modules/systems/usages/actions.ts';
import { asOwner } from '../../../src/platform/db/index.ts';
import type { AnyRoute } from '../../../src/platform/http/index.ts';
import type { TestApp } from '../../support/app.ts';
import { pick, seeded, type Random } from '../random.ts';
import { openRequests, type Incoming, type Outgoing } from '../requests.ts';
import { asForm, sample } from '../samples.ts';
import { askOf, valueFor } from './asking.ts';
import { canariesIn } from './canaries.ts';
import { openStage, owners, secretive, viewers } from './stage.ts';
import { steady } from './visibility.ts';

export type CanvassingReport = { readonly requests: number; readonly findings: readonly string[] };

/** Where systems in use are read, asked about, claimed and changed; suppliers keep their products beside it. */
const aboutUse =
  /^\/arbete\/:organisation\/(system|allas-system|jamfor|avtalshorisont|upprop|systemfragor|leverantor\/kunder)/u;

const sellers = viewers.filter(({ kind }) => kind === 'supplier');

type Question = { readonly who: string; readonly outgoing: Outgoing };

function questionOf(random: Random, route: AnyRoute): Question {
  const { who, organisation } = pick(random, sellers);
  if (who === null || organisation === null) throw new Error('a supplier works somewhere');
  const { method, body } = route;
  const url = askOf(random, route, random() < 0.8 ? organisation : 'sundsvall');
  if (method === 'GET' || body === undefined) return { who, outgoing: { method, url } };
  const named = (name: string): unknown => valueFor(random, name);
  return {
    who,
    outgoing: {
      method,
      url,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: asForm(sample(body, { random, named })),
    },
  };
}

/** What suppliers have said is taken away, so that they can say it again. */
const forgetClaims = ({ database }: TestApp): Promise<void> =>
  asOwner(database.ownerUrl, async (client) => {
    await client.query(`set session_replication_role = replica`);
    for (const table of ['systems.claim_confirmations', 'systems.claim_answers', 'systems.claims'])
      await client.query(`delete from ${table}`);
  });

const Rows = z.array(z.object({ organisation_id: z.string(), ids: z.array(z.string()) }));

/** Nobody uses anything any more. */
async function emptyRegister({ database, ground, clock }: TestApp): Promise<void> {
  const rows = await asOwner(database.ownerUrl, async (client) => {
    const found = await client.query(
      `select organisation_id, array_agg(id::text) as ids from systems.usages where removed_at is null group by 1`,
    );
    return Rows.parse(found.rows);
  });
  for (const { organisation_id: organisation, ids } of rows) {
    const batch = { id: ground.newId(), at: clock.now, actor: ground.newId() };
    const acts = ids.map((id) => ({ kind: 'remove' as const, id }));
    await database.db.transaction({ organisation, person: null }, async (tx) => {
      const done = await changeUsages({ tx, organisation, batch }, acts);
      if (!done.ok) throw new Error(JSON.stringify(done.failures));
    });
  }
}

/**
 * Suppliers ask whatever they can think of, of every address, first where fifty organisations use nearly two thousand
 * systems and then where nobody uses anything: whatever differs is something that they learned.
 */
export async function proveCanvassing({
  seed,
  questions,
}: {
  readonly seed: number;
  readonly questions: number;
}): Promise<CanvassingReport> {
  const { app } = await openStage();
  try {
    const random = seeded(seed);
    const routes = systemRoutes.filter(({ method, path }) => method === 'GET' || aboutUse.test(path));
    const asked = Array.from({ length: questions }, () => questionOf(random, pick(random, routes)));
    const send = openRequests(app, app.app);
    const answer = async (): Promise<readonly Incoming[]> => {
      const replies: Incoming[] = [];
      for (const { who, outgoing } of asked) replies.push(await send(who, outgoing));
      return replies;
    };
    const full = await answer();
    await forgetClaims(app);
    await emptyRegister(app);
    const empty = await answer();
    const ownerIds = [...owners.map(({ organisation }) => organisation), secretive];
    const findings = asked.flatMap(({ who, outgoing: { method, url, body } }, index) => {
      const [one, other] = [full[index], empty[index]];
      if (one === undefined || other === undefined) throw new Error('an answer is missing');
      const what = `${who} ${method} ${url} → ${one.status}`;
      if (one.status >= 500) return [`${what}: a fault`];
      const said = canariesIn(`${decodeURIComponent(url)}${String(body ?? '')}`, ownerIds);
      const told = [...canariesIn(one.body, ownerIds)].filter((canary) => !said.has(canary));
      if (told.length > 0) return [`${what}: the canary of ${told.join(', ')}`];
      return steady(one) === steady(other) ? [] : [`${what}: another answer than where nobody uses anything`];
    });
    return { requests: 2 * questions, findings };
  } finally {
    await app.close();
  }
}
