import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { prepareKommons, type Kommons } from '../tests/support/kommons-process.ts';
import { loadGuides, places } from './portal/load.ts';
import { beginReading, guides, pagesFor, searchesOf, type Page } from './portal/pages.ts';
import { kinds } from './portal/questions.ts';
import { measure, visit, within, type Measured, type Time, type Visit } from './portal/visits.ts';
import type { Row } from './table.ts';

/* What readers of guides meet where there are many: the start page, a guide, a search. */

const load = { connections: 10, seconds: 8 };
const warm = { connections: 10, seconds: 2 };

/** What is measured must be what was asked for: each question finds, or finds nothing, as is expected of it. */
async function assertFinds(origin: string, visits: readonly Visit[]): Promise<void> {
  const expected = new Map(kinds.map((kind) => [kind.name, kind.expected]));
  const wrong: string[] = [];
  for (const one of visits) {
    const { html } = await visit(origin, one);
    const found = html.includes('class="guides-finds"') ? 'found' : 'nothing';
    if (found !== expected.get(one.kind)) wrong.push(`${found}: ${decodeURIComponent(one.path)}`);
  }
  if (wrong.length > 0) throw new Error(`the search is not as expected:\n${wrong.slice(0, 20).join('\n')}`);
}

/** Puts what was sent where the same server serves it as a plain file. */
async function serveAsFile(kommons: Kommons, name: string, page: Page): Promise<Visit> {
  const sizes: Buffer[] = [];
  for (const one of page.visits.slice(0, 24)) {
    const { html, sent } = await visit(kommons.origin, one);
    if (!html.includes(page.holds)) throw new Error(`${one.path} does not hold ${page.holds}`);
    sizes.push(sent);
  }
  const sorted = sizes.toSorted((a, b) => a.byteLength - b.byteLength);
  await writeFile(path.join(kommons.data, '..', `${name}.gz`), sorted[Math.floor(sorted.length / 2)] ?? '');
  return { path: `/plain/${name}`, headers: {}, kind: '' };
}

const failuresOf = ({ result }: Measured): number =>
  result.errors + result.timeouts + result.requests.total - result['2xx'];

async function measurePage(kommons: Kommons, index: number, page: Page): Promise<Row> {
  const file = await serveAsFile(kommons, `page-${index}`, page);
  const run = async (visits: readonly Visit[]): Promise<Measured> => {
    await measure(kommons.origin, visits, warm);
    return measure(kommons.origin, visits, load);
  };
  const ceiling = await run([file]);
  const measured = await run(page.visits);
  const { requests, throughput } = measured.result;
  const [own, plain] = [requests.average, ceiling.result.requests.average];
  return {
    page: page.name,
    'requests a second': own.toFixed(0),
    'median ms': within(measured.times, 0.5).toFixed(1),
    'p99 ms': within(measured.times, 0.99).toFixed(1),
    'kB sent': (throughput.total / requests.total / 1000).toFixed(1),
    'plain file of that size': plain.toFixed(0),
    'p99 ms of the file': within(ceiling.times, 0.99).toFixed(1),
    'part of the ceiling': (own / plain).toFixed(3),
    failed: String(failuresOf(measured) + failuresOf(ceiling)),
  };
}

const target = 50;

async function measureSearch(origin: string, visits: readonly Visit[]): Promise<readonly Row[]> {
  const alone = await measure(origin, visits, { connections: 1, seconds: 20 });
  const crowd = await measure(origin, visits, { connections: 10, seconds: 20 });
  const rowOf = (name: string, questions: number, of: (times: readonly Time[]) => readonly Time[]): Row => ({
    question: name,
    asked: `${questions} × ${places.length}`,
    'median ms': within(of(alone.times), 0.5).toFixed(1),
    'p95 ms': within(of(alone.times), 0.95).toFixed(1),
    target: `under ${target}`,
    'p95 ms, ten at a time': within(of(crowd.times), 0.95).toFixed(1),
  });
  const all = kinds.flatMap(({ questions }) => questions).length;
  return [
    rowOf('all', all, (times) => times),
    ...kinds.map(({ name, questions }) =>
      rowOf(name, questions.length, (times) => times.filter((time) => time.kind === name)),
    ),
  ];
}

/** On a Kommons of its own, which is thrown away with all that was put in it. */
export async function benchPortal(): Promise<readonly (readonly Row[])[]> {
  const kommons = await prepareKommons(path.join(import.meta.dirname, 'process.ts'));
  try {
    await kommons.start();
    await loadGuides(await kommons.ownerUrl(), guides, new Date());
    return await measurePortal(kommons);
  } finally {
    await kommons.close();
  }
}

async function measurePortal(kommons: Kommons): Promise<readonly (readonly Row[])[]> {
  const readers = await beginReading(kommons);
  const atWork = searchesOf(readers, 'work');
  await assertFinds(kommons.origin, atWork);
  const holds = 'name="sok"';
  const pages = [
    ...pagesFor(readers),
    { name: 'search, at work', holds, visits: atWork },
    { name: 'search, public', holds, visits: searchesOf(readers, 'open') },
  ];
  const rows: Row[] = [];
  for (const [index, page] of pages.entries()) rows.push(await measurePage(kommons, index, page));
  return [rows, await measureSearch(kommons.origin, atWork)];
}
