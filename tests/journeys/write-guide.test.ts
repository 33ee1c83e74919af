import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testApp } from '../support/app.ts';
import { smallGuide } from '../support/small-guide.ts';
import { designer } from '../world/works.ts';

/* A guide of one's own, made by forms alone. Each test goes on from the one before. */

const kommons = await testApp({ work: true });
after(() => kommons.close());
const harnosand = kommons.visitor('designer@harnosand');
const at = '/arbete/harnosand/verk/borja-hos-oss';

test('a guide is created, opened and written in, block by block', async () => {
  const page = await harnosand.open('/arbete/harnosand/nytt-verk');
  const made = await harnosand.send(page, '/nytt-verk', { name: 'Börja hos oss', kind: 'guide' });
  assert.match(made.address, /verk\/borja-hos-oss\/anpassa/);
  assert.doesNotMatch(made.text, /att rätta/);
  const [id = ''] = /forsta-steget-[0-9a-f]{6}/.exec(made.html) ?? [];
  const step = await harnosand.open(`${at}/anpassa?element=${id}`);
  assert.match(step.text, /Plats för ”så gör vi hos oss”/);
  const added = await harnosand.send(step, '/anpassa', {
    'new:blocks': 'Ring supporten.',
    'starter:blocks': 'actions',
    do: 'add:blocks',
  });
  assert.match(added.text, /Gör så här, steg för steg/);
  assert.match(added.html, /Ring supporten\./);
});

test('what is written is saved as a version and read through before anybody else sees it', async () => {
  const outline = await harnosand.open(`${at}/anpassa`);
  const saved = await harnosand.send(outline, '/anpassa/version', { message: 'Första versionen.' });
  assert.equal(saved.status, 200);
  const preview = await harnosand.open(`${at}/prova`);
  assert.match(
    preview.text,
    /Börja här.*Första steget.*Skriv vad läsaren behöver veta\..*Ring supporten\./su,
  );
});

test('a guide that still holds the template’s words to its author is not taken in use', async () => {
  const refused = await harnosand.raw('POST', `${at}/ta-i-bruk`);
  assert.equal(refused.status, 409);
  assert.match(refused.body, /”Skriv vad läsaren behöver veta\.” är mallens text\. Skriv er egen/u);
  const outline = await harnosand.open(`${at}/anpassa`);
  const [block = ''] = /forsta-texten-[0-9a-f]{6}|[a-z-]*text-[0-9a-f]{6}/u.exec(outline.html) ?? [];
  const form = await harnosand.open(`${at}/anpassa?element=${block}`);
  const own = {
    'f:text/sv': 'Nyckeln hänger i receptionen.',
    'f:text/en': 'The key is at the desk.',
    do: 'save',
  };
  await harnosand.send(form, '/anpassa', own);
  await harnosand.send(await harnosand.open(`${at}/anpassa`), '/anpassa/version', {
    message: 'Vår egen text.',
  });
  const taken = await harnosand.raw('POST', `${at}/ta-i-bruk`);
  assert.equal(taken.status, 303);
});

const text = (id: string) => ({ id, type: 'text', text: { sv: `Text ${id}.` } });
const many = (section: string) => ({
  id: section,
  title: { sv: `Avsnitt ${section}` },
  steps: [1, 2].map((step) => ({
    id: `${section}-${step}`,
    title: { sv: `Steg ${section}-${step}` },
    blocks: Array.from({ length: 10 }, (_, n) => text(`${section}-${step}-${n}`)),
  })),
});

test('a large guide is seen whole, with what lies in each section folded; a small one lies open', async () => {
  const own = designer(kommons.client, 'harnosand');
  const sections = ['a', 'b', 'c', 'd'].map(many);
  await own.create({ ...smallGuide, id: 'stor', parameters: [], sections }, 'Första versionen.');
  const large = await harnosand.open('/arbete/harnosand/verk/stor/anpassa');
  const folded = large.html.split('class="commons-fold"').length - 1;
  assert.equal(folded, 4, 'one for each section, and none within');
  assert.match(large.text, /Avsnitt a .*Steg \(2\)/);
  const small = await harnosand.open(`${at}/anpassa`);
  assert.doesNotMatch(small.html, /commons-fold/);
});

test('what few need stands last on the form, after the points', async () => {
  const blocks = [{ id: 'gor', type: 'actions', items: [{ id: 'gor-1', text: { sv: 'Öppna kartan.' } }] }];
  const steps = [{ id: 'steg', title: { sv: 'Steget' }, blocks }];
  const sections = [{ id: 'avsnitt', title: { sv: 'Avsnittet' }, steps }];
  const guide = { ...smallGuide, id: 'punkter', parameters: [], sections };
  await designer(kommons.client, 'harnosand').create(guide, 'Första versionen.');
  const form = await harnosand.open('/arbete/harnosand/verk/punkter/anpassa?element=gor');
  assert.match(form.text, /Öppna kartan\..*Punkt .*Lägg till .*Uppgifter i andra system/);
});
