import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import sharp from 'sharp';
import { testApp, type TestApp } from '../support/app.ts';
import { smallGuide } from '../support/small-guide.ts';
import { upload } from '../support/upload.ts';
import type { Shown, Visitor } from '../support/visitor.ts';
import { heading, item, paragraph, picture, run, wordFile } from '../support/word.ts';
import { designer } from '../world/works.ts';

/* A document from Word becomes part of a guide: read, looked at, given alternative texts, and only then in the draft. */

const work = 'ur-word';
const at = `/arbete/skara/verk/${work}/anpassa`;
const who = 'designer@skara';

let kommons: TestApp;
let visitor: Visitor;
let document: Buffer;

before(async () => {
  kommons = await testApp();
  visitor = kommons.visitor(who);
  await designer(kommons.client, 'skara').create({ ...smallGuide, id: work }, 'Första versionen.');
  const image = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#123' } })
    .withExif({ IFD0: { Artist: 'Namn Namnsson' } })
    .jpeg()
    .toBuffer();
  document = wordFile({
    body: [
      heading(1, 'Utskrivning'),
      heading(2, 'Planera hemgången'),
      paragraph(run('Ring {support} först.')),
      item('Kalla till möte.', true),
      paragraph(picture('p1')),
      paragraph(picture('p2')),
    ].join(''),
    relations: [
      { id: 'p1', type: 'image', target: 'media/a.jpg', external: false },
      { id: 'p2', type: 'image', target: 'media/b.png', external: false },
    ],
    media: [
      { name: 'a.jpg', bytes: image },
      { name: 'b.png', bytes: Buffer.from('ingen bild') },
    ],
  });
});
after(() => kommons.close());

async function send(bytes: Uint8Array, name = 'Rutin.docx') {
  return upload(kommons, who, await visitor.open(`${at}/word`), {
    action: '/word',
    files: [{ field: 'dokument', name, bytes }],
  });
}

let review: Shown;

test('the way to it stands in the editor', async () => {
  assert.match((await visitor.open(at)).html, new RegExp(`<a[^>]*href="${at}/word"[^>]*>Hämta från Word`));
});

test('what was read is shown, and is not in the draft', async () => {
  const answer = await send(document);
  assert.equal(answer.statusCode, 303, answer.body.slice(0, 300));
  review = await visitor.open(String(answer.headers.location));
  assert.match(review.text, /Det här lästes ur Rutin/);
  assert.match(review.text, /1 avsnitt med 1 steg/);
  assert.match(review.text, /1 bild gick inte att läsa/);
  assert.match(review.text, /Utskrivning Planera hemgången Ring \{support\} först\. Kalla till möte\./);
  assert.doesNotMatch((await visitor.open(at)).text, /Utskrivning/);
  const [, source = ''] = /<img src="([^"]+)"/.exec(review.html) ?? [];
  const shown = await visitor.raw('GET', source.replaceAll('&amp;', '&'));
  assert.equal(shown.status, 200);
  assert.ok(!shown.body.includes('Namnsson'));
});

test('a picture has to be described or left out', async () => {
  const again = await visitor.send(review, '/word');
  assert.equal(again.status, 422);
  assert.match(again.text, /Skriv vad bild 1 visar/);
});

test('then it stands last in the draft', async () => {
  const done = await visitor.send(review, '/word', { 'alt-1': 'En mörk ruta' });
  assert.match(done.address, /\/anpassa\?sparat=ja/);
  assert.match(done.text, /Utskrivning/);
  const step = await visitor.open(`${at}?element=planera-hemgangen`);
  assert.match(step.text, /Ring \{\{support\} först\./);
  assert.match(step.text, /En mörk ruta/);
  const saved = await visitor.send(await visitor.open(at), '/anpassa/version', { message: 'Ur Word.' });
  assert.equal(saved.status, 200);
  assert.match((await visitor.open(`/arbete/skara/verk/${work}/prova`)).text, /Ring \{support\} först\./);
});

test('a draft that somebody else saved in is looked at again', async () => {
  const anew = await visitor.open(review.address);
  const late = await visitor.send(anew, '/word', { 'utan-1': 'on', revision: '7' });
  assert.equal(late.status, 409);
  assert.match(late.text, /Någon sparade i utkastet alldeles nyss/);
});

const refused: readonly (readonly [string, () => Uint8Array, RegExp])[] = [
  ['what is no document', () => Buffer.from('hej'), /Det här är inget dokument från Word/],
  ['a damaged one', () => document.subarray(0, document.length - 40), /Dokumentet är skadat/],
  ['an empty one', () => wordFile({ body: '' }), /Det finns ingen text/],
];
for (const [name, bytes, said] of refused) {
  test(`${name} is refused with what to do`, async () => {
    const answer = await send(bytes());
    assert.equal(answer.statusCode, 422);
    assert.match(answer.body, said);
  });
}

test('only those who write at the organisation reach it', async () => {
  assert.equal((await kommons.visitor('case-worker@skara').raw('GET', `${at}/word`)).status, 404);
  assert.equal((await kommons.visitor('designer@hjo').raw('GET', `${at}/word`)).status, 404);
  const unknown = await visitor.open(`${at}/word?innehall=${'0'.repeat(64)}`);
  assert.match(unknown.text, /finns inte kvar/);
});
