import autocannon, { type Client, type Request, type Result } from 'autocannon';
import { z } from 'zod';
import { schoolTransport } from '../tests/world/citizens.ts';
import type { Kommons } from '../tests/support/kommons-process.ts';
import type { Api } from './api.ts';
import { signIn } from './sign-in.ts';
import type { Row } from './table.ts';

/** Connections that ask at the same time, without pausing. */
const connections = 10;
const seconds = 8;

const organisation = 'harnosand';
const citizen = `citizen:1@${organisation}`;
const service = `/k/${organisation}/tjanster/skolskjuts`;

type Page = {
  readonly name: string;
  readonly path: string;
  /** What every answer is: a page that holds a text, or 303 after something was saved. */
  readonly answer: { readonly kind: 'page'; readonly holds: string } | { readonly kind: 'leads on' };
  /** Set where each connection asks for something of its own. */
  readonly setupClient?: (client: Client) => void;
};

const Draft = z.object({ draft: z.string() });

/** A draft for each connection, with its first page answered. */
async function beginDrafts(api: Api): Promise<readonly string[]> {
  const who = citizen;
  const base = `/organisations/${organisation}`;
  const trip = { child: 'Barn A', school: 'Älandsbro skola', year: 3, kilometres: 3.4, from: '2027-01-11' };
  const drafts: string[] = [];
  while (drafts.length < connections) {
    const { draft } = Draft.parse(await api.post(who, `${base}/services/skolskjuts/drafts`));
    await api.put(who, `${base}/drafts/${draft}/pages/vem`, { answers: schoolTransport(trip)['vem'] });
    drafts.push(draft);
  }
  return drafts;
}

const typed = new URLSearchParams({
  vardnadshavare: 'yes',
  'barnets-namn': 'Barn A',
  'barnets-personnummer': '20170110-2384',
  'hemadress.street': 'Exempelvägen 12',
  'hemadress.postalCode': '871 31',
  'hemadress.town': 'Härnösand',
  epost: 'vardnadshavare@example.se',
  go: 'next',
}).toString();

/** Each connection with its own draft, as each citizen has. */
function eachOwn(drafts: readonly string[], request: (draft: string) => Request) {
  let next = 0;
  return (client: Client): void => {
    // `setRequest` would hold for the first request of the connection only.
    client.setRequests([request(drafts[next % drafts.length] ?? '')]);
    next += 1;
  };
}

/** What is measured must be a page that is saved, not one that is sent back with faults. */
async function assertSaves(address: string, headers: Readonly<Record<string, string>>): Promise<void> {
  const saved = await fetch(address, { method: 'POST', headers, body: typed, redirect: 'manual' });
  const next = saved.headers.get('location') ?? '';
  if (!next.endsWith('/skola')) throw new Error(`the step was not saved: ${saved.status} ${next}`);
}

async function pagesOf(kommons: Kommons, api: Api): Promise<readonly Page[]> {
  const drafts = await beginDrafts(api);
  const signedIn = { cookie: await signIn(kommons.origin, citizen), origin: kommons.origin };
  const step = (draft: string): string => `${service}/utkast/${draft}/vem`;
  const form = { ...signedIn, 'content-type': 'application/x-www-form-urlencoded' };
  await assertSaves(`${kommons.origin}${step(drafts[0] ?? '')}`, form);
  return [
    { name: 'service page', path: service, answer: { kind: 'page', holds: 'Skolskjuts' } },
    {
      name: 'form step, GET',
      path: '/',
      answer: { kind: 'page', holds: 'barnets-personnummer' },
      setupClient: eachOwn(drafts, (draft) => ({ method: 'GET', path: step(draft), headers: signedIn })),
    },
    {
      name: 'form step, POST',
      path: '/',
      answer: { kind: 'leads on' },
      setupClient: eachOwn(drafts, (draft) => ({
        method: 'POST',
        path: step(draft),
        headers: form,
        body: typed,
      })),
    },
    {
      name: 'library search, 161 works',
      path: '/bibliotek?q=m%C3%A4tning',
      answer: { kind: 'page', holds: 'href="/bibliotek/matning-' },
    },
    { name: 'a bare SELECT 1, the ceiling', path: '/select', answer: { kind: 'page', holds: '<p>1' } },
  ];
}

async function load(kommons: Kommons, page: Page, duration: number): Promise<Result> {
  const { path, answer, setupClient } = page;
  return autocannon({
    url: `${kommons.origin}${path}`,
    connections,
    duration,
    ...(answer.kind === 'page' ? { verifyBody: (body) => body.includes(answer.holds) } : {}),
    ...(setupClient === undefined ? {} : { setupClient }),
  });
}

/** Requests a second and their times, page by page, with the load generator on the same machine. */
export async function benchHttp(kommons: Kommons, api: Api): Promise<readonly Row[]> {
  const measured: (Page & { readonly result: Result })[] = [];
  for (const page of await pagesOf(kommons, api)) {
    await load(kommons, page, 2);
    measured.push({ ...page, result: await load(kommons, page, seconds) });
  }
  const ceiling = measured.at(-1)?.result.requests.average ?? Number.NaN;
  return measured.map(({ name, answer, result }) => {
    const right = answer.kind === 'page' ? result['2xx'] - result.mismatches : result['3xx'];
    const failed = result.errors + result.timeouts + result.requests.total - right;
    return {
      page: name,
      'requests a second': result.requests.average.toFixed(0),
      'median ms': String(result.latency.p50),
      'p99 ms': String(result.latency.p99),
      'part of the ceiling': (result.requests.average / ceiling).toFixed(2),
      failed: String(failed),
    };
  });
}
