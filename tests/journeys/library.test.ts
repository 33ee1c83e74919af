import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { testApp, type TestApp } from '../support/app.ts';
import type { Visitor } from '../support/visitor.ts';
import { localFacts } from '../world/story.ts';
import { designer, readContent } from '../world/works.ts';

/* The library finds a work by the words that people use, whatever is chosen beside. */

let kommons: TestApp;
let reader: Visitor;

before(async () => {
  kommons = await testApp();
  reader = kommons.visitor('designer@harnosand');
  const sundsvall = designer(kommons.client, 'sundsvall');
  for (const work of ['skolskjuts', 'serveringstillstand']) {
    await sundsvall.create(await readContent(work), 'Första versionen.');
    if (work === 'skolskjuts') await sundsvall.fill(work, localFacts.sundsvall);
    await sundsvall.publish(work, { kind: 'networks', of: ['esamverkan'] }, 'Första versionen.');
  }
});
after(() => kommons.close());

const search = (q: string, chosen: Readonly<Record<string, string>> = {}) =>
  reader.open(`/bibliotek?${new URLSearchParams({ q, ...chosen }).toString()}`);

const filters: readonly Readonly<Record<string, string>>[] = [
  {},
  { subject: 'skola' },
  { owner: 'sundsvall' },
  { network: 'esamverkan' },
  { kind: 'e-service' },
  { sort: 'title' },
  { sort: 'newest', owner: 'sundsvall', subject: 'skola' },
];

test('school transport is found by each of its names, in every state of the filters', async () => {
  for (const q of ['skolskjuts', 'skolskjutsar', 'Skolskjutsen', 'skjuts till skolan', 'school transport'])
    for (const chosen of filters) {
      const page = await search(q, chosen);
      assert.match(page.html, /href="\/bibliotek\/skolskjuts"/, `${q} ${JSON.stringify(chosen)}`);
      assert.doesNotMatch(page.html, /href="\/bibliotek\/serveringstillstand"/, q);
    }
});

test('a filter that hides what was searched says so, and leads to the whole library', async () => {
  const page = await search('skolskjuts', { subject: 'naringsliv' });
  assert.match(page.text, /Inga verk matchar ”skolskjuts” med de filter som är valda/);
  const all = page.html.match(/href="([^"]*)"[^>]*>Sök ”skolskjuts” i hela biblioteket/)?.[1] ?? '';
  assert.match((await reader.open(all.replaceAll('&amp;', '&'))).html, /href="\/bibliotek\/skolskjuts"/);
  assert.doesNotMatch((await search('elefant')).text, /filter som är valda/);
});
