import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { testApp, type TestApp } from '../support/app.ts';
import { smallGuide } from '../support/small-guide.ts';
import type { Shown, Visitor } from '../support/visitor.ts';
import { designer, readContent } from '../world/works.ts';

/* What a step helps with is chosen by name: pages of Kommons, and what the organisation's own e-services ask and decide. */

const work = 'med-uppgifter';
const step = `/arbete/skara/verk/${work}/anpassa?element=logga-in`;

let kommons: TestApp;
let skara: Visitor;

before(async () => {
  kommons = await testApp();
  skara = kommons.visitor('designer@skara');
  const { create } = designer(kommons.client, 'skara');
  await create({ ...smallGuide, id: work }, 'Första versionen.');
  await create({ ...(await readContent('skolskjuts')), id: 'var-skjuts' }, 'Första versionen.');
});
after(() => kommons.close());

const save = (page: Shown, tasks: readonly string[]): Promise<Shown> =>
  skara.send(page, '/anpassa', { 'f:tasks': tasks, do: 'save' });

test('pages, forms, questions and states are offered by name, each under what it belongs to', async () => {
  const { html } = await skara.open(step);
  assert.match(html, /<optgroup label="Skolskjuts">/);
  for (const key of [
    'form:var-skjuts',
    'form:var-skjuts/resan',
    'form:var-skjuts/avstand',
    'case:var-skjuts/utredning',
  ])
    assert.match(html, new RegExp(`<option value="${key}">[^<]+</option>`), key);
  assert.match(
    html,
    /<option value="page:\/arbete\/:organisation\/guider">Hitta en guide \(\/guider\)<\/option>/,
  );
  assert.match((await skara.open(`/en${step}`)).html, />Find a guide \(\/guider\)</);
});

test('what was chosen stands by name to be ticked off, beside what was written', async () => {
  const page = await skara.open(step);
  const saved = await save(page, ['page:/arbete/:organisation/guider', 'system:journal/skriv']);
  assert.match(saved.html, /checked[^>]*>\s*<label[^>]*>Hitta en guide \(\/guider\)/);
  assert.match(saved.html, /<textarea[^>]*>system:journal\/skriv<\/textarea>/);
  assert.doesNotMatch(saved.html, /<option value="page:\/arbete\/:organisation\/guider">/);
  const fewer = await save(saved, ['', 'system:journal/skriv']);
  assert.match(fewer.html, /<option value="page:\/arbete\/:organisation\/guider">/);
});

const refused: readonly (readonly [string, string, RegExp])[] = [
  ['no key', 'journalen', /”journalen” går inte att koppla till\. Börja med page:, form:/],
  [
    'a page with a slip of the pen',
    'page:/arbete/:organisation/guide',
    /Menade du ”page:\/arbete\/:organisation\/guider”\?/,
  ],
  ['a page that is not there', 'page:/helt/annan/adress/som/ar/lang', /Det finns ingen sida i Kommons/],
];
for (const [name, key, said] of refused) {
  test(`${name} is refused with what to do, and stays to be mended`, async () => {
    const answer = await save(await skara.open(step), [key]);
    assert.equal(answer.status, 422);
    assert.match(answer.text, said);
    assert.ok(answer.html.includes(`>${key}</textarea>`));
  });
}

test('a form of somebody else’s can be written', async () => {
  const saved = await save(await skara.open(step), ['form:bygglov/tomt']);
  assert.equal(saved.status, 200);
  assert.match(saved.html, />form:bygglov\/tomt<\/textarea>/);
});
