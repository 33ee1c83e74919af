import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { composeApp } from '../../src/main-app.ts';
import { listRegistered } from '../proofs/routes/registered.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { putInUse } from '../support/in-use.ts';
import type { Visitor } from '../support/visitor.ts';
import { localFacts, sundsvallVersion2 } from '../world/story.ts';
import { designer, readContent } from '../world/works.ts';

/* Every page of a workplace can be reached by links from where the day begins, and says in the menu where it is. */

const work = 'skolskjuts';
/** Comes after an act and is nowhere else to be found. */
const afterwards = '/uppdatera/klar';
let kommons: TestApp;
/** Pages that need to know nothing but the organisation and the work. */
let pages: readonly string[];

before(async () => {
  kommons = await testApp();
  const { made, registered } = await listRegistered(() => composeApp(kommons.ground));
  await made.close();
  pages = registered
    .filter((one) => one.startsWith('GET /arbete/:organisation'))
    .map((one) => one.slice(4).replace(':organisation', 'harnosand').replace(':work', work))
    .filter((address) => !address.includes(':') && !address.endsWith(afterwards));
  const owner = designer(kommons.client, 'sundsvall');
  const ours = designer(kommons.client, 'harnosand');
  await owner.create(await readContent(work), 'Första versionen.');
  await owner.fill(work, localFacts.sundsvall);
  await owner.publish(work, { kind: 'everyone' }, 'Första versionen.');
  await ours.adopt(work, 'sundsvall');
  await ours.fill(work, localFacts.harnosand);
  await ours.use(work);
  await ours.publish(work, { kind: 'everyone' }, 'Som Sundsvalls.');
  await owner.edit(work, sundsvallVersion2, 'Frågar om båda hållen.');
  await owner.publish(work, { kind: 'everyone' }, 'Andra versionen.');
  await putInUse(kommons, 'harnosand', [{ product: 'provkoping-turplan' }]);
});
after(() => kommons.close());

const linksOf = (html: string): readonly string[] =>
  [...html.matchAll(/href="(\/[^"#]*)/g)].map(([, address = '']) => address.replaceAll('&amp;', '&'));

/** What can be reached without a query, from a page. */
async function reached(visitor: Visitor, start: string): Promise<ReadonlySet<string>> {
  const seen = new Set<string>();
  const left = [start];
  for (let address = left.pop(); address !== undefined; address = left.pop()) {
    if (seen.has(address)) continue;
    seen.add(address);
    const page = await visitor.open(address);
    for (const link of linksOf(page.html)) {
      const path = link.split('?')[0] ?? '';
      if (/^\/(arbete\/harnosand|bibliotek)(\/|$)/.test(path) && !path.includes('/fil')) left.push(path);
    }
  }
  return seen;
}

for (const role of ['admin', 'designer', 'case-worker'])
  test(`${role}: no page is without a way to it`, async () => {
    const visitor = kommons.visitor(`${role}@harnosand`);
    const found = await reached(visitor, '/arbete/harnosand');
    const lost: string[] = [];
    for (const address of pages) {
      if (found.has(address)) continue;
      if ((await visitor.raw('GET', address)).status === 200) lost.push(address);
    }
    assert.deepEqual(lost, []);
  });

test('the settings have an address of their own', async () => {
  const page = await kommons.visitor('admin@harnosand').open('/arbete/harnosand/installningar');
  assert.match(page.text, /Utseende och kontakt/);
  for (const address of ['utseende', 'enheter', 'roller'])
    assert.ok(linksOf(page.html).includes(`/arbete/harnosand/installningar/${address}`), address);
  assert.equal(
    (await kommons.visitor('designer@harnosand').raw('GET', '/arbete/harnosand/installningar')).status,
    404,
  );
});

test('the first of the breadcrumbs is what the menu marks', async () => {
  let opened = 0;
  for (const [role, addresses] of [
    ['designer', pages.filter((address) => address.includes('/verk/') || address.endsWith('/bidrag'))],
    ['designer', ['/bibliotek/skolskjuts', '/bibliotek/skolskjuts/prova']],
  ] as const) {
    const visitor = kommons.visitor(`${role}@harnosand`);
    for (const address of addresses) {
      const page = await visitor.open(address);
      if (page.status !== 200) continue;
      const trail = /<nav[^>]*ds-breadcrumbs[\s\S]*?<\/nav>/.exec(page.html)?.[0] ?? '';
      if (trail === '') continue;
      opened += 1;
      const first = linksOf(trail)[0] ?? '';
      const marked = /<a[^>]*href="([^"]*)"[^>]*aria-current="[^"]*"/.exec(
        /<nav[^>]*k-bar-areas[\s\S]*?<\/nav>/.exec(page.html)?.[0] ?? '',
      )?.[1];
      assert.equal(first, marked, address);
    }
  }
  assert.ok(opened > 10, `${opened} pages have breadcrumbs`);
});
