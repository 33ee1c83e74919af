import assert from 'node:assert/strict';
import { after, before, suite, test } from 'node:test';
import sharp from 'sharp';
import { getDefinition, type JsonObject } from '../../src/kernel/index.ts';
import { findDemoPerson, mintToken } from '../../src/modules/identity/demo/index.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { putIn } from '../support/put-in.ts';
import { readPdf } from '../support/pdf-text.ts';
import type { Visitor } from '../support/visitor.ts';
import { designer } from '../world/works.ts';

/* A guide taken along: on paper, as PDF and as a file of its own. One is for everybody, one for staff only. */

const t = (sv: string, en: string): JsonObject => ({ sv, en });
const text = (id: string, sv: string, more: JsonObject = {}): JsonObject => ({
  id,
  type: 'text',
  text: t(sv, `${sv} (en)`),
  ...more,
});

const blocksWith = (picture: string): readonly JsonObject[] => [
  text(
    'in-text',
    'Läs mer på [Riksarkivets sidor](https://riksarkivet.se/gallring) och [hos oss](/kommuner).',
  ),
  {
    id: 'bild',
    type: 'picture',
    media: picture,
    alt: t('Sidan med knappen Spara', 'The page with the button Save'),
    caption: t('Spara ofta.', 'Save often.'),
    verdict: 'right',
    highlights: [{ id: 'ruta', x: 10, y: 20, width: 30, height: 8, label: t('Knappen', 'The button') }],
  },
  {
    id: 'film',
    type: 'film',
    media: picture,
    title: t('Så loggar du in', 'How to sign in'),
    captions: { sv: picture, en: picture },
    transcript: t('Du öppnar systemet.', 'You open the system.'),
  },
  { id: 'varning', type: 'warning', text: t('Lås skärmen.', 'Lock the screen.') },
  {
    id: 'lista',
    type: 'checklist',
    title: t('Innan du börjar', 'Before you begin'),
    items: [{ id: 'lista-1', text: t('Jag har mitt kort.', 'I have my card.') }],
  },
  {
    id: 'fragan',
    type: 'question',
    question: t('Får du låna ut kortet?', 'May you lend the card?'),
    options: [
      { id: 'fragan-ja', text: t('Ja', 'Yes'), feedback: t('Kortet är ditt.', 'The card is yours.') },
      {
        id: 'fragan-nej',
        text: t('Nej, aldrig', 'No, never'),
        right: true,
        feedback: t('Just det, så är det.', 'That is so.'),
      },
    ],
  },
  { id: 'mallen', type: 'file', media: picture, name: 'mall.pdf', title: t('Mallen', 'The template') },
  {
    id: 'till-arbetet',
    type: 'link',
    to: { kind: 'page', address: '/arbete/:organisation/arenden' },
    text: t('Alla ärenden', 'All cases'),
  },
  { id: 'lanat', type: 'reuse', work: 'bara-personal', block: 'internt' },
  {
    id: 'tom-plats',
    type: 'slot',
    lock: 'free',
    required: false,
    title: t('Så gör vi hos oss', 'How we do it here'),
    prompt: t('Skriv vem man ringer.', 'Write whom to call.'),
    blocks: [],
  },
  text('gomt', 'Det här är gömt.', { hidden: true }),
];

const guideWith = (id: string, readers: string, blocks: readonly JsonObject[]) =>
  getDefinition({
    kommons: 'definition/1',
    kind: 'guide',
    id,
    languages: ['sv', 'en'],
    title: t('Börja med systemet', 'Begin with the system'),
    summary: t('Så kommer du i gång.', 'How to get going.'),
    subject: 'omsorg',
    readers,
    reviewMonths: 12,
    legalBasis: [
      { id: 'osl', law: t('Offentlighets- och sekretesslagen', 'The Secrecy Act'), paragraph: '26 kap.' },
    ],
    sections: [
      {
        id: 'grunder',
        title: t('Grunder', 'Basics'),
        steps: [{ id: 'logga-in', title: t('Logga in', 'Sign in'), blocks }],
      },
      {
        id: 'gomd-del',
        hidden: true,
        title: t('Gömd del', 'Hidden part'),
        steps: [
          {
            id: 'gomt-steg',
            title: t('Gömt steg', 'Hidden step'),
            blocks: [text('gomd-text', 'Också gömt.')],
          },
        ],
      },
    ],
  });

const open = 'borja';
const atWork = `/arbete/hjo/guider/${open}`;
const outside = `/k/hjo/guider/${open}`;

let kommons: TestApp;
let reader: Visitor;
let anybody: Visitor;

before(async () => {
  kommons = await testApp();
  const small = { create: { width: 640, height: 400, channels: 3, background: '#345' } } as const;
  const picture = await putIn(kommons, 'gvs12', await sharp(small).png().toBuffer());
  // Noise does not compress: about 27 MB in all.
  const noise = {
    ...small.create,
    width: 1500,
    height: 1500,
    noise: { type: 'gaussian', mean: 128, sigma: 60 },
  } as const;
  const large = await Promise.all(
    [1, 2, 3, 4].map(async (one) =>
      putIn(kommons, 'hjo', await sharp({ create: noise }).png({ compressionLevel: one }).toBuffer()),
    ),
  );
  const network = designer(kommons.client, 'gvs12');
  await network.create(guideWith(open, 'everyone', blocksWith(picture)), 'Första versionen.');
  await network.publish(open, { kind: 'everyone' }, 'Första versionen.');
  const hjo = designer(kommons.client, 'hjo');
  await hjo.create(guideWith('bara-personal', 'staff', [text('internt', 'Bara för personal.')]), 'Första.');
  await hjo.use('bara-personal');
  const pictures = large.map((media, at) => ({
    id: `stor-${at}`,
    type: 'picture',
    media,
    alt: t('Brus', 'Noise'),
  }));
  await hjo.create(guideWith('stor', 'everyone', pictures), 'Första.');
  await hjo.use('stor');
  const many = (step: number): readonly JsonObject[] =>
    Array.from({ length: 170 }, (_, at) => text(`text-${step}-${at}`, `Stycke ${at}.`));
  const steps = Array.from({ length: 6 }, (_, at) => ({
    id: `steg-${at}`,
    title: t(`Steg ${at}`, `Step ${at}`),
    blocks: many(at),
  }));
  const sections = [{ id: 'allt', title: t('Allt', 'All'), steps }];
  await hjo.create({ ...guideWith('lang', 'everyone', []), sections }, 'Första.');
  await hjo.use('lang');
  await hjo.adopt(open, 'gvs12');
  await hjo.edit(
    open,
    [
      {
        do: 'add',
        list: 'sections/grunder/steps/logga-in/blocks',
        after: 'in-text',
        element: text('vart', 'Vi i Hjo ringer växeln.'),
      },
    ],
    'Vårt eget.',
  );
  await hjo.use(open);
  reader = kommons.visitor('case-worker@hjo');
  anybody = kommons.visitor(null);
});
after(() => kommons.close());

async function bytesOf(who: string | null, url: string): Promise<Uint8Array> {
  const person = who === null ? null : findDemoPerson(who);
  const headers =
    person === null
      ? {}
      : { authorization: `Bearer ${await mintToken(person, kommons.ground.keys, kommons.clock.now)}` };
  const sent = await kommons.app.inject({ method: 'GET', url, headers });
  assert.equal(sent.statusCode, 200);
  return sent.rawPayload;
}

/** What no copy may say to those outside. */
const secrets = /gömt|Gömd del|Skriv vem man ringer|Bara för personal|\/arbete\//;

test('the guide offers its three copies, at work and outside', async () => {
  for (const [visitor, at] of [
    [reader, atWork],
    [anybody, outside],
  ] as const) {
    const { html, text: words } = await visitor.open(at);
    assert.match(words, /Skriv ut Hämta som PDF Läs utan nät/);
    for (const name of ['utskrift', 'guide.pdf', 'guide.html'])
      assert.ok(html.includes(`href="${at}/${name}"`));
  }
});

suite('on paper', () => {
  test('is the whole guide, with questions first and answers last', async () => {
    const { text: words, html } = await reader.open(`${atWork}/utskrift`);
    assert.match(words, /Börja med systemet Så kommer du i gång\./);
    assert.match(words, /Lokalt, Hjo Vi i Hjo ringer växeln\./);
    assert.match(words, /Fråga 1\. Får du låna ut kortet\? Ja Nej, aldrig Fil: Mallen/);
    assert.match(words, /Svar Fråga 1\. Får du låna ut kortet\? b\) Nej, aldrig Just det, så är det\./);
    assert.match(
      words,
      /Hjo, version 2 \(gemensam text: GVS12, version 1\)\. Kopia tagen 23.november 2026\./,
    );
    assert.match(
      words,
      /Filmen finns inte i kopian\. Se den i den gällande guiden: http:\/\/kommons\.test\/arbete/,
    );
    assert.match(html, /href="http:\/\/kommons\.test\/kommuner"/, 'addresses are whole, for paper');
    assert.match(
      html,
      /<img src="\/arbete\/hjo\/guider\/borja\/media\/sha256-[0-9a-f]+"[^>]*loading="eager"/,
    );
    assert.match(words, /Bara för personal/, 'staff read what staff may');
    assert.doesNotMatch(words, /gömt|Skriv vem man ringer/);
  });

  test('says nothing outside that is not for those outside', async () => {
    const { text: words, status } = await anybody.open(`${outside}/utskrift`);
    assert.equal(status, 200);
    assert.match(words, /Alla ärenden/);
    assert.doesNotMatch(words, secrets);
  });

  test('in English where English is read', async () => {
    const { text: words, html } = await anybody.open(`/en${outside}/utskrift`);
    assert.match(words, /Question 1\. May you lend the card\? Yes No, never/);
    assert.match(words, /Hjo, version 2 \(text in common: GVS12, version 1\)\. Copy taken 23 November 2026/);
    assert.match(html, /href="http:\/\/kommons\.test\/en\/kommuner"/);
  });
});

suite('as PDF', () => {
  test('is tagged and archivable, with headings, contents, alternative texts, local marks and answers', async () => {
    const sent = await reader.raw('GET', `${atWork}/guide.pdf`);
    assert.equal(sent.headers['content-type'], 'application/pdf');
    assert.match(String(sent.headers['content-disposition']), /filename="borja-hjo-version-2\.pdf"/);
    const pdf = readPdf(await bytesOf('case-worker@hjo', `${atWork}/guide.pdf`));
    assert.match(pdf.raw, /\/MarkInfo\s*<<\s*\/Marked true/);
    assert.match(pdf.raw, /<pdfaid:part>2<\/pdfaid:part><pdfaid:conformance>A</);
    assert.match(pdf.raw, /\/Lang \(sv\)/);
    for (const heading of ['H1 Börja med systemet', 'H2 Innehåll', 'H2 Grunder', 'H3 Logga in', 'H2 Svar'])
      assert.ok(pdf.headings.includes(heading), heading);
    assert.deepEqual(pdf.bookmarks.slice(0, 3), ['Börja med systemet', 'Grunder', 'Logga in']);
    for (const tag of ['TOC', 'Figure', 'L', 'Table', 'Link']) assert.ok(pdf.tags.includes(tag), tag);
    assert.deepEqual(pdf.alternatives, ['Bild: Sidan med knappen Spara']);
    const words = pdf.pages.join(' ');
    assert.match(words, /Lokalt, Hjo Vi i Hjo ringer växeln\./);
    assert.match(words, /Spara ofta\./);
    assert.match(pdf.pages.at(-1) ?? '', /Svar.*b\) Nej, aldrig/);
    assert.ok(pdf.pages.every((page) => page.includes('Kopia tagen 23')));
    assert.ok(pdf.links.includes('https://riksarkivet.se/gallring'));
  });

  test('says nothing outside that is not for those outside, and is in English where English is read', async () => {
    const pdf = readPdf(await bytesOf(null, `/en${outside}/guide.pdf`));
    assert.match(pdf.raw, /\/Lang \(en\)/);
    const words = pdf.pages.join(' ');
    assert.match(words, /Question 1\. May you lend the card\?/);
    assert.doesNotMatch(words, /hidden|Hidden part|Write whom|Bara för personal/);
    assert.ok(pdf.links.every((to) => !to.includes('/arbete/')));
  });

  test('a guide that is too long is refused in words, with the other way', async () => {
    const page = await anybody.open('/k/hjo/guider/lang/guide.pdf');
    assert.equal(page.status, 422);
    assert.match(page.text, /Guiden är för stor för att bli en PDF/);
    assert.match(page.html, /href="\/k\/hjo\/guider\/lang\/utskrift"/);
  });

  test('all who ask at once get the same', async () => {
    const asked = Array.from({ length: 6 }, () => bytesOf(null, '/k/hjo/guider/stor/guide.pdf'));
    const [first, ...others] = await Promise.all(asked);
    assert.ok(first !== undefined && others.every((other) => Buffer.compare(first, other) === 0));
  });
});

suite('as a file', () => {
  test('holds everything and may reach nothing', async () => {
    const sent = await reader.raw('GET', `${atWork}/guide.html`);
    assert.equal(sent.status, 200);
    assert.match(
      String(sent.headers['content-disposition']),
      /^attachment; filename="borja-hjo-version-2\.html"/,
    );
    const { body } = sent;
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(body)?.[1] ?? '';
    assert.match(policy, /^default-src 'none'; img-src data:; style-src 'sha256-[^;]+; script-src 'sha256-/);
    assert.doesNotMatch(policy, /http|unsafe|self|\*/);
    assert.match(body, /<img src="data:image\/png;base64,[^"]+" alt="Sidan med knappen Spara"/);
    assert.doesNotMatch(
      body,
      /<(?:link|iframe|video|form)\b| (?:src|srcset|poster|action)="(?!data:)| style="/,
    );
    assert.doesNotMatch(body, /href="\/|url\(/);
    assert.match(
      body,
      /kopia av Hjo, version 2 \(gemensam text: GVS12, version 1\), tagen 23.november 2026 kl\. 10\.00/,
    );
    assert.match(body, /<a href="http:\/\/kommons\.test\/arbete\/hjo\/guider\/borja">/);
  });

  test('every link within it leads somewhere', async () => {
    const { body } = await anybody.raw('GET', `${outside}/guide.html`);
    const ids = new Set([...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const within = [...body.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    assert.ok(within.length >= 3);
    for (const id of within) assert.ok(ids.has(id), id);
  });

  test('says nothing outside that is not for those outside', async () => {
    assert.doesNotMatch((await anybody.open(`${outside}/guide.html`)).html, secrets);
  });

  test('a guide whose pictures are too much is refused in words', async () => {
    const page = await anybody.open('/k/hjo/guider/stor/guide.html');
    assert.equal(page.status, 422);
    assert.match(page.text, /större än 25 megabyte/);
  });
});

suite('who may not read the guide', () => {
  const names = ['utskrift', 'guide.pdf', 'guide.html'];
  for (const name of names) {
    test(`gets no ${name}`, async () => {
      assert.equal((await anybody.raw('GET', `/k/hjo/guider/bara-personal/${name}`)).status, 404);
      assert.equal((await anybody.raw('GET', `/k/hjo/guider/finns-inte/${name}`)).status, 404);
      assert.equal((await anybody.raw('GET', `${atWork}/${name}`)).status, 303);
      assert.equal((await kommons.visitor('case-worker@skara').raw('GET', `${atWork}/${name}`)).status, 404);
    });
  }
});
