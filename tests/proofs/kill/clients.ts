import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Random } from '../random.ts';
import { definition, organisation, settings, work } from './service.ts';
import type { Kommons } from '../../support/kommons-process.ts';

/** One intention of one client, and what Kommons promised. */
export type Promised = { readonly draft: string; readonly number: string; readonly file: string | null };

export type Load = {
  /** Submissions that were acknowledged. */
  readonly promised: readonly Promised[];
  /** Submissions that were begun. */
  readonly begun: () => number;
  /** Answers got, to requests sent after the given moment (milliseconds of `performance.now`). */
  readonly answeredAfter: (moment: number) => boolean;
  readonly retries: () => number;
  /** Answers that no kill explains. */
  readonly faults: readonly string[];
  /** Lets every client finish what it has begun. */
  readonly stop: () => Promise<void>;
};

const base = `/api/v1/organisations/${organisation}`;
const Draft = z.object({ draft: z.string() });
const Receipt = z.object({ case: z.object({ id: z.string(), number: z.string() }) });

type Sent = {
  readonly method: 'POST' | 'PUT';
  readonly address: string;
  readonly key: string;
  readonly who: string | null;
  readonly body?: () => BodyInit;
  readonly json?: boolean;
};

/** Where nobody is signed in a key counts only when it is long enough to be nobody else's. */
const longKey = (key: string): string => createHash('sha256').update(key).digest('hex');

type Ask = (sent: Sent) => Promise<unknown>;

/** What a client keeps while it asks, and asks again with the same key, until there is an answer. */
type Tally = { latestAsked: number; retries: number; begun: number; running: boolean; faults: string[] };

const patience = 300_000;

function asker(kommons: Kommons, tally: Tally): Ask {
  const once = async ({ method, address, key, who, body, json }: Sent): Promise<Response> => {
    const authorization = who === null ? {} : { authorization: await kommons.authorization(who) };
    return fetch(`${kommons.origin}${base}${address}`, {
      method,
      signal: AbortSignal.timeout(15_000),
      headers: {
        origin: kommons.origin,
        'idempotency-key': longKey(key),
        ...(json === true ? { 'content-type': 'application/json' } : {}),
        ...authorization,
      },
      ...(body === undefined ? {} : { body: body() }),
    });
  };
  return async (sent) => {
    const until = performance.now() + patience;
    while (performance.now() < until) {
      const asked = performance.now();
      try {
        const response = await once(sent);
        const answer: unknown = await response.json();
        if (response.status < 300) {
          tally.latestAsked = Math.max(tally.latestAsked, asked);
          return answer;
        }
        if (response.status !== 503) {
          throw new Refusal(`${sent.method} ${sent.address}: ${response.status} ${JSON.stringify(answer)}`);
        }
      } catch (error) {
        if (error instanceof Refusal) throw error;
        // The connection was cut: whether it was done is unknown, and the same key makes a repeat harmless.
      }
      tally.retries += 1;
      await sleep(150);
    }
    throw new Refusal(`${sent.method} ${sent.address}: no answer within ${patience / 1000} s`);
  };
}

class Refusal extends Error {}

/** Begins, answers a page (every fourth with a file), submits: each with a key of its own. */
async function submitOnce(ask: Ask, name: string, who: string | null, withFile: boolean): Promise<Promised> {
  const { draft } = Draft.parse(
    await ask({ method: 'POST', address: `/services/${work}/drafts`, key: `${name}-begin`, who }),
  );
  const content = `Bilaga till ${name}.\n`;
  if (withFile) {
    const body = (): FormData => {
      const form = new FormData();
      form.set('bilaga', new Blob([content], { type: 'text/plain' }), `${name}.txt`);
      return form;
    };
    await ask({
      method: 'POST',
      address: `/drafts/${draft}/pages/anmalan/files`,
      key: `${name}-file`,
      who,
      body,
    });
  }
  const answers = JSON.stringify({ answers: { vad: `Prov ${name}`, epost: `${name}@example.se` } });
  await ask({
    method: 'PUT',
    address: `/drafts/${draft}/pages/anmalan`,
    key: `${name}-answers`,
    who,
    body: () => answers,
    json: true,
  });
  const sent = await ask({ method: 'POST', address: `/drafts/${draft}/submit`, key: `${name}-submit`, who });
  const { number, id } = Receipt.parse(sent).case;
  return { draft: id, number, file: withFile ? createHash('sha256').update(content).digest('hex') : null };
}

/** Puts the service in use, as its designer does. */
export async function installService(kommons: Kommons): Promise<void> {
  const tally: Tally = { latestAsked: 0, retries: 0, begun: 0, running: true, faults: [] };
  const ask = asker(kommons, tally);
  const who = `designer@${organisation}`;
  const send = (method: 'POST' | 'PUT', address: string, body: object): Promise<unknown> => {
    const text = JSON.stringify(body);
    return ask({
      method,
      address,
      key: `proof${address}`.replaceAll('/', '-'),
      who,
      body: () => text,
      json: true,
    });
  };
  await send('POST', '/works', { definition, message: 'Första versionen.' });
  await send('PUT', `/works/${work}/settings`, { number: 1, values: settings });
  await ask({ method: 'POST', address: `/works/${work}/in-use`, key: 'proof-in-use', who });
}

/** Clients that submit one application after the other until told to stop; half of them signed in. */
export function beginLoad(kommons: Kommons, clients: number, random: Random): Load {
  const tally: Tally = { latestAsked: 0, retries: 0, begun: 0, running: true, faults: [] };
  const promised: Promised[] = [];
  const ask = asker(kommons, tally);
  const run = async (client: number): Promise<void> => {
    const who = client % 2 === 0 ? `citizen:${String((client / 2) % 3 || 3)}@${organisation}` : null;
    for (let n = 1; tally.running; n += 1) {
      tally.begun += 1;
      try {
        promised.push(await submitOnce(ask, `client-${client}-${n}`, who, random() < 0.25));
      } catch (error) {
        tally.faults.push(error instanceof Error ? error.message : String(error));
      }
    }
  };
  const all = Promise.all(Array.from({ length: clients }, (_, client) => run(client)));
  return {
    promised,
    begun: () => tally.begun,
    answeredAfter: (moment) => tally.latestAsked > moment,
    retries: () => tally.retries,
    faults: tally.faults,
    stop: async () => {
      tally.running = false;
      await all;
    },
  };
}
