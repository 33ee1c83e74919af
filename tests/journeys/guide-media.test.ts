import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { findDemoPerson, mintToken } from '../../src/modules/identity/demo/index.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { putIn } from '../support/put-in.ts';
import { smallGuide } from '../support/small-guide.ts';
import { designer } from '../world/works.ts';

/* Pictures, captions and files of a guide: only what the version in use refers to, as what it is. */

const work = 'bilder';
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const markup = Buffer.from('<html><script>alert(1)</script></html>');
const captions = Buffer.from('WEBVTT\n\n00:00.000 --> 00:02.000\nHej.\n');

let kommons: TestApp;
const hashes: Record<'picture' | 'markup' | 'captions' | 'file' | 'unused', string> = {
  picture: '',
  markup: '',
  captions: '',
  file: '',
  unused: '',
};

before(async () => {
  kommons = await testApp();
  const keep = (bytes: Uint8Array): Promise<string> => putIn(kommons, 'skara', bytes);
  Object.assign(hashes, {
    picture: await keep(png),
    markup: await keep(markup),
    captions: await keep(captions),
    file: await keep(Buffer.from('En mall.\n')),
    unused: await keep(Buffer.from('Något annat.\n')),
  });
  const alt = { sv: 'Knappen Spara', en: 'The button Save' };
  const blocks = [
    {
      id: 'bild',
      type: 'picture',
      media: hashes.picture,
      alt,
      caption: { sv: 'Spara ofta.', en: 'Save often.' },
      verdict: 'right',
      highlights: [{ id: 'ruta', x: 10, y: 20, width: 30, height: 8, label: { sv: 'Spara', en: 'Save' } }],
    },
    { id: 'falsk-bild', type: 'picture', media: hashes.markup, alt },
    {
      id: 'film',
      type: 'film',
      media: hashes.picture,
      title: { sv: 'Så loggar du in', en: 'How to sign in' },
      captions: { sv: hashes.captions },
      transcript: { sv: 'Hej.', en: 'Hello.' },
    },
    {
      id: 'mall',
      type: 'file',
      media: hashes.file,
      name: 'mall.txt',
      title: { sv: 'Mallen', en: 'The template' },
    },
    {
      id: 'gomd',
      type: 'file',
      hidden: true,
      media: hashes.unused,
      name: 'x.txt',
      title: { sv: 'Gömd', en: 'Hidden' },
    },
  ];
  const step = { id: 'titta', title: { sv: 'Titta', en: 'Look' }, blocks };
  const sections = [{ id: 'allt', title: { sv: 'Allt', en: 'All' }, steps: [step] }];
  const skara = designer(kommons.client, 'skara');
  await skara.create({ ...smallGuide, id: work, parameters: [], sections }, 'Första versionen.');
  await skara.use(work);
});
after(() => kommons.close());

async function get(who: string | null, address: string) {
  const person = who === null ? null : findDemoPerson(who);
  const headers =
    person === null
      ? {}
      : { authorization: `Bearer ${await mintToken(person, kommons.ground.keys, kommons.clock.now)}` };
  return kommons.app.inject({ method: 'GET', url: address, headers });
}
const media = (hash: string): string => `/arbete/skara/guider/${work}/media/${hash}`;
const worker = 'case-worker@skara';

test('a picture is shown on the page, kept for ever, and can run nothing', async () => {
  const sent = await get(worker, media(hashes.picture));
  assert.equal(sent.statusCode, 200);
  assert.equal(sent.headers['content-type'], 'image/png');
  assert.equal(sent.headers['content-disposition'], 'inline');
  assert.match(String(sent.headers['cache-control']), /immutable/);
  assert.match(String(sent.headers['content-security-policy']), /sandbox/);
  assert.deepEqual(sent.rawPayload, png);
});

test('captions are captions, and a file is saved under its name', async () => {
  assert.match(String((await get(worker, media(hashes.captions))).headers['content-type']), /^text\/vtt/);
  const file = await get(worker, media(hashes.file));
  assert.match(String(file.headers['content-disposition']), /^attachment; filename="mall.txt"/);
  assert.equal(file.headers['cache-control'], 'no-store');
});

const missing: readonly (readonly [string, () => string, string | null])[] = [
  ['what is no picture', () => media(hashes.markup), worker],
  ['what only a hidden block refers to', () => media(hashes.unused), worker],
  ['a hash of nothing', () => media(`sha256-${'0'.repeat(64)}`), worker],
  ['a path', () => media('..%2f..%2fetc%2fpasswd'), worker],
  ['another municipality’s', () => media(hashes.picture), 'case-worker@hjo'],
  ['a guide for staff, on the public site', () => media(hashes.picture).replace('/arbete/', '/k/'), null],
];
for (const [name, address, who] of missing) {
  test(`${name} is not there`, async () => assert.equal((await get(who, address())).statusCode, 404));
}

test('the step shows the picture with its mark and the verdict in words', async () => {
  const page = (await get(worker, `/arbete/skara/guider/${work}/steg/titta`)).body;
  assert.match(
    page,
    /<img src="\/arbete\/skara\/guider\/bilder\/media\/sha256-[0-9a-f]{64}" alt="Knappen Spara"/,
  );
  assert.match(page, /<rect class="guides-mark" x="10%" y="20%" width="30%" height="8%"/);
  assert.match(page, /Gör så här: <\/span><span>Spara ofta\./);
  assert.match(page, /<track kind="captions" src="[^"]+" srclang="sv" label="Svenska" default/);
  assert.match(page, /download[^>]*>Mallen/);
  assert.doesNotMatch(page, /Gömd/);
});
