import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testApp } from '../support/app.ts';

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
