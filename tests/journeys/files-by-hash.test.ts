import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
import { z } from 'zod';
import type { JsonObject } from '../../src/kernel/index.ts';
import type { Command } from '../../src/modules/commons/index.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { pastEveryCheck, putIn } from '../support/put-in.ts';
import { smallGuide } from '../support/small-guide.ts';
import { upload } from '../support/upload.ts';
import { formsOf } from '../support/visitor.ts';
import { paragraph, run, wordFile } from '../support/word.ts';
import { designer } from '../world/works.ts';

/*
 * The store finds a file by its hash alone. Whoever knows the hash of another organisation's file may still not name
 * it, nor read it by any address; what came with a version that they may read is theirs to name.
 */

let kommons: TestApp;
const hashes = { secret: '', shared: '', narrow: '', later: '', own: '' };
let review = '';

const text = (sv: string, en: string) => ({ sv, en });
type Block = JsonObject & { readonly id: string };

const pictureOf = (id: string, media: string): Block => ({
  id,
  type: 'picture',
  media,
  alt: text('En sida', 'A page'),
});

function guideWith(id: string, blocks: readonly JsonObject[]) {
  const step = { id: 'titta', title: text('Titta', 'Look'), blocks };
  const sections = [{ id: 'allt', title: text('Allt', 'All'), steps: [step] }];
  return { ...smallGuide, id, parameters: [], sections };
}

const square = (background: string): Promise<Buffer> =>
  sharp({ create: { width: 40, height: 30, channels: 3, background } })
    .png()
    .toBuffer();

const addTo = (block: Block): Command => ({
  do: 'add',
  list: 'sections/allt/steps/titta/blocks',
  after: null,
  element: block,
});

before(async () => {
  kommons = await testApp();
  const put = async (organisation: string, colour: string) =>
    putIn(kommons, organisation, await square(colour));
  hashes.secret = await put('skara', '#a00');
  hashes.shared = await put('gvs12', '#0a0');
  hashes.later = await put('gvs12', '#0aa');
  hashes.narrow = await put('skara', '#aa0');
  hashes.own = await put('hjo', '#00a');
  const skara = designer(kommons.client, 'skara');
  await skara.create(guideWith('hemlig', [pictureOf('bild', hashes.secret)]), 'Första.');
  await skara.use('hemlig');
  await skara.create(guideWith('snav', [pictureOf('bild', hashes.narrow)]), 'Första.');
  await skara.me.post(`${skara.base}/snav/publications`, {
    audience: { kind: 'organisations', of: ['sundsvall'] },
    message: 'För Sundsvall.',
  });
  const network = designer(kommons.client, 'gvs12');
  await network.create(guideWith('delad', [pictureOf('bild', hashes.shared)]), 'Första.');
  await network.publish('delad', { kind: 'everyone' }, 'Första.');
  const hjo = designer(kommons.client, 'hjo');
  await hjo.create(guideWith('egen', [pictureOf('egen-bild', hashes.own)]), 'Första.');
  await hjo.use('egen');
  const visitor = kommons.visitor('designer@skara');
  const page = await visitor.open('/arbete/skara/verk/hemlig/anpassa/word');
  const sent = await upload(kommons, 'designer@skara', page, {
    action: '/word',
    files: [
      { field: 'dokument', name: 'rutin.docx', bytes: wordFile({ body: paragraph(run('Så gör vi.')) }) },
    ],
  });
  review = new URL(String(sent.headers.location), 'http://x').searchParams.get('innehall') ?? '';
  assert.notEqual(review, '');
});
after(() => kommons.close());

const base = '/api/v1/organisations/hjo/works';
const ask = (method: 'POST' | 'PUT', address: string, body: object) =>
  kommons.client.as('designer@hjo').ask(method, address, body);

const Refused = z.object({
  failure: z.object({
    kind: z.literal('invalid'),
    issues: z.array(z.object({ path: z.string(), message: z.object({ sv: z.string() }) })),
  }),
});

/** Each way in which the hash may stand in a definition. */
const places: readonly (readonly [string, (media: string) => Block, string])[] = [
  ['a picture', (media) => pictureOf('ny', media), 'ny/media'],
  ['a hidden picture', (media) => ({ ...pictureOf('ny', media), hidden: true }), 'ny/media'],
  [
    'a file',
    (media) => ({ id: 'ny', type: 'file', media, name: 'a.txt', title: text('A', 'A') }),
    'ny/media',
  ],
  [
    'captions',
    (media) => ({
      id: 'ny',
      type: 'film',
      media: hashes.own,
      captions: { sv: media },
      title: text('A', 'A'),
    }),
    'ny/captions/sv',
  ],
  ['a text', (media) => ({ id: 'ny', type: 'text', text: { sv: media } }), 'ny/text/sv'],
  ['the name of a property', (media) => ({ id: 'ny', type: 'text', text: { [media]: 'A' } }), 'ny/text'],
];

for (const [name, blockOf, path] of places) {
  test(`another’s file is refused as ${name}, where it stands, as one that is nobody’s is`, async () => {
    for (const media of [hashes.secret, hashes.narrow, `sha256-${'1'.repeat(64)}`]) {
      const made = await ask('POST', base, {
        definition: guideWith('lanad', [blockOf(media)]),
        message: 'A',
      });
      assert.equal(made.status, 422);
      const { issues } = Refused.parse(made.body).failure;
      assert.deepEqual(
        issues.map((issue) => issue.path),
        [`sections/allt/steps/titta/blocks/${path}`],
      );
      assert.match(issues[0]?.message.sv ?? '', /^Filen finns inte hos er\./);
      const commands = [addTo(blockOf(media))];
      const edited = await ask('POST', `${base}/egen/draft`, { revision: null, commands });
      assert.equal(edited.status, 422);
      Refused.parse(edited.body);
      const whole = guideWith('egen', [blockOf(media)]);
      const saved = await ask('PUT', `${base}/egen/draft`, { revision: null, definition: whole });
      assert.equal(saved.status, 422);
    }
    const there = await kommons.client.as('designer@hjo').ask('GET', `${base}/egen/draft`);
    assert.equal(there.status, 404, 'and no draft came of it');
  });
}

test('the editor’s form names it in vain, and says so', async () => {
  const hjo = kommons.visitor('designer@hjo');
  const page = await hjo.open('/arbete/hjo/verk/egen/anpassa?element=egen-bild');
  assert.ok(formsOf(page.html).some((form) => 'f:media' in form.fields));
  const sent = await hjo.send(page, '/anpassa', { 'f:media': hashes.secret });
  assert.equal(sent.status, 409);
  assert.match(sent.text, /Filen finns inte hos er/);
});

test('no address of ours gives another’s file, picture or document that is being read', async () => {
  const hjo = kommons.visitor('designer@hjo');
  const at = '/arbete/hjo/verk/egen/anpassa';
  const addresses = [
    `/arbete/hjo/guider/egen/media/${hashes.secret}`,
    `${at}/media/${hashes.secret}`,
    `${at}/media/${hashes.secret}?innehall=${review}`,
  ];
  for (const address of addresses) assert.equal((await hjo.raw('GET', address)).status, 404, address);
  const reading = await hjo.open(`${at}/word?innehall=${review}`);
  assert.match(reading.text, /finns inte kvar/);
  const skara = await kommons
    .visitor('designer@skara')
    .open(`/arbete/skara/verk/hemlig/anpassa/word?innehall=${review}`);
  assert.doesNotMatch(skara.text, /finns inte kvar/, 'whose document it is still reads it');
});

const reading = async (organisation: string, work: string, media: string) =>
  kommons
    .visitor(`training-lead@${organisation}`)
    .raw('GET', `/arbete/${organisation}/guider/${work}/media/${media}`);

test('what is adopted shows upstream’s pictures, and an update brings new ones', async () => {
  const hjo = designer(kommons.client, 'hjo');
  await hjo.adopt('delad', 'gvs12');
  await hjo.use('delad');
  assert.equal((await reading('hjo', 'delad', hashes.shared)).status, 200);
  const network = designer(kommons.client, 'gvs12');
  await network.edit('delad', [addTo(pictureOf('senare', hashes.later))], 'En bild till.');
  await network.publish('delad', { kind: 'everyone' }, 'En bild till.');
  assert.equal((await reading('hjo', 'delad', hashes.later)).status, 404);
  await hjo.update('delad', { takeInUse: true });
  assert.equal((await reading('hjo', 'delad', hashes.later)).status, 200);
});

test('updates of many at once bring theirs too', async () => {
  const falkoping = designer(kommons.client, 'falkoping');
  await falkoping.me.post(`${falkoping.base}/delad/adoption`, {
    from: 'gvs12',
    number: 1,
    sharing: { changes: true, use: false, results: false },
  });
  await falkoping.use('delad');
  assert.equal((await reading('falkoping', 'delad', hashes.later)).status, 404);
  await falkoping.me.post('/api/v1/organisations/falkoping/updates', {});
  assert.equal((await reading('falkoping', 'delad', hashes.later)).status, 200);
});

test('a contribution brings its picture to whoever accepts it', async () => {
  const hjo = designer(kommons.client, 'hjo');
  await hjo.edit('delad', [addTo(pictureOf('var', hashes.own))], 'Vår bild.');
  const { changes } = z
    .object({ changes: z.array(z.object({ id: z.string() })) })
    .parse(await hjo.me.get(`${hjo.base}/delad/own-changes`));
  const { id } = z.object({ id: z.string() }).parse(
    await hjo.me.post(`${hjo.base}/delad/contributions`, {
      changes: changes.map((change) => change.id),
      message: 'En bild av hur det ser ut.',
    }),
  );
  const network = designer(kommons.client, 'gvs12');
  assert.equal((await reading('gvs12', 'delad', hashes.own)).status, 404);
  await network.me.post(`/api/v1/organisations/gvs12/contributions/${id}/answer`, {
    accept: changes.map((change) => change.id),
    decline: [],
    answers: {},
    message: 'Tack.',
  });
  await network.use('delad');
  assert.equal((await reading('gvs12', 'delad', hashes.own)).status, 200);
});

test('a picture of the library is copied by whoever may read it there', async () => {
  const tibro = designer(kommons.client, 'tibro');
  await tibro.create(guideWith('tibros', [pictureOf('bild', hashes.shared)]), 'Med en bild ur biblioteket.');
  await tibro.use('tibros');
  assert.equal((await reading('tibro', 'tibros', hashes.shared)).status, 200);
  const sundsvall = designer(kommons.client, 'sundsvall');
  await sundsvall.create(
    guideWith('sundsvalls', [pictureOf('bild', hashes.narrow)]),
    'Skaras bild, för oss.',
  );
  await sundsvall.use('sundsvalls');
  assert.equal((await reading('sundsvall', 'sundsvalls', hashes.narrow)).status, 200);
});

test('whoever puts the same picture in has it, and learns nothing of others', async () => {
  assert.equal(await putIn(kommons, 'tibro', await square('#a00')), hashes.secret);
  const tibro = designer(kommons.client, 'tibro');
  await tibro.create(guideWith('tibros-egen', [pictureOf('bild', hashes.secret)]), 'Samma bild.');
  await tibro.use('tibros-egen');
  assert.equal((await reading('tibro', 'tibros-egen', hashes.secret)).status, 200);
});

test('an answer to a question of an update cannot carry it in', async () => {
  const hjo = designer(kommons.client, 'hjo');
  const network = designer(kommons.client, 'gvs12');
  const alt = 'sections/allt/steps/titta/blocks/bild/alt/sv';
  await hjo.edit('delad', [{ do: 'set', path: alt, value: 'Vår sida i Hjo' }], 'Vår text.');
  await network.edit('delad', [{ do: 'set', path: alt, value: 'Hela sidan' }], 'Ny text.');
  await network.publish('delad', { kind: 'everyone' }, 'Ny text.');
  const update = z
    .object({ parts: z.array(z.object({ conflicts: z.array(z.object({ id: z.string() })) })) })
    .parse(await hjo.me.get(`${hjo.base}/delad/update`));
  const id = update.parts.flatMap((part) => part.conflicts)[0]?.id ?? '';
  const answer = { take: 'own', value: hashes.secret };
  const kept = await ask('POST', `${base}/delad/update/answers`, { id, answer });
  assert.equal(kept.status, 422);
  Refused.parse(kept.body);
  const applied = await ask('POST', `${base}/delad/update/apply`, { answers: { [id]: answer } });
  assert.equal(applied.status, 422);
  Refused.parse(applied.body);
});

test('a planted attack: a version that names it past every check shows nothing of it', async () => {
  const hjo = designer(kommons.client, 'hjo');
  await pastEveryCheck(kommons, { organisation: 'hjo', media: hashes.secret }, async () => {
    await hjo.create(guideWith('stulen', [pictureOf('bild', hashes.secret)]), 'Första.');
    await hjo.use('stulen');
  });
  const bytes = await kommons.ground.files.find(hashes.secret.replace('sha256-', ''));
  assert.deepEqual(Buffer.from(bytes ?? []), await square('#a00'), 'the file is there');
  const visitor = kommons.visitor('designer@hjo');
  const step = await visitor.open('/arbete/hjo/guider/stulen/steg/titta');
  assert.ok(step.html.includes(hashes.secret), 'and the version names it');
  const at = '/arbete/hjo/verk/stulen/anpassa';
  for (const address of [
    `/arbete/hjo/guider/stulen/media/${hashes.secret}`,
    `${at}/media/${hashes.secret}`,
  ]) {
    assert.equal((await visitor.raw('GET', address)).status, 404, address);
  }
  const copy = await visitor.raw('GET', '/arbete/hjo/guider/stulen/guide.html');
  assert.equal(copy.status, 200);
  assert.doesNotMatch(copy.body, /data:image/);
  const page = await visitor.open(`${at}/bild?element=bild`);
  const cropped = await visitor.send(page, '/bild', { x: '0', y: '0', bredd: '50', hojd: '50', do: 'crop' });
  assert.equal(cropped.status, 409);
  const publication = { audience: { kind: 'everyone' }, message: 'A' };
  const published = await ask('POST', `${base}/stulen/publications`, publication);
  assert.equal(published.status, 422);
  Refused.parse(published.body);
});
