import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inflateSync } from 'node:zlib';
import * as fc from 'fast-check';
import { typstPdf } from './index.ts';
import { readPdf } from '../../../tests/support/pdf-text.ts';
import type { PdfBlock, PdfDocument } from './index.ts';

const pdf = typstPdf();

const receipt = (blocks: readonly PdfBlock[], title = 'Kvittens'): PdfDocument => ({
  title,
  language: 'sv',
  sender: 'Härnösands kommun',
  reference: 'SKJ 2026-0001',
  date: new Date('2026-11-23T09:00:00Z'),
  blocks,
});

/** The file with its compressed parts opened, as Latin 1: enough to look for names and metadata. */
function opened(bytes: Uint8Array): string {
  const raw = Buffer.from(bytes);
  const parts = [raw.toString('latin1')];
  for (let at = raw.indexOf('stream\n'); at !== -1; at = raw.indexOf('stream\n', at + 7)) {
    try {
      parts.push(inflateSync(raw.subarray(at + 7)).toString('latin1'));
    } catch {
      continue;
    }
  }
  return parts.join('\n');
}

test('the document is tagged, names its language and title, and declares PDF/A-2a', async () => {
  const text = opened(
    await pdf.render(
      receipt([
        { kind: 'heading', level: 1, text: 'Uppgifter' },
        { kind: 'facts', rows: [{ term: 'Skola', value: 'Älandsbro skola\nHärnösand' }] },
        { kind: 'list', ordered: false, items: ['Ett', 'Två'] },
      ]),
    ),
  );
  assert.match(text, /\/MarkInfo\s*<<\s*\/Marked true/);
  assert.match(text, /\/StructTreeRoot/);
  assert.match(text, /\/Lang\s*\(sv\)/);
  assert.match(text, /<dc:title>.*Kvittens/s);
  assert.match(text, /<pdfaid:part>2<\/pdfaid:part><pdfaid:conformance>A</);
});

const picture = {
  kind: 'picture',
  name: 'bild',
  alt: 'Sidan med knappen Spara',
  caption: [{ text: 'Spara ', bold: true }, { text: 'ofta.' }],
  marks: [{ x: 10, y: 20, width: 30, height: 8 }],
} as const;
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const book: PdfDocument = {
  ...receipt([
    { kind: 'paragraph', text: 'Ingress' },
    { kind: 'new-page' },
    { kind: 'heading', level: 1, text: 'Grunder' },
    { kind: 'heading', level: 2, text: [{ text: 'Sign in', lang: 'en' }] },
    { kind: 'paragraph', text: [{ text: 'Läs ' }, { text: 'mer', italic: true, to: 'https://example.se/' }] },
    {
      kind: 'edged',
      edge: 'local',
      label: 'Lokalt, Hjo',
      blocks: [{ kind: 'items', marker: 'box', items: [[{ kind: 'paragraph', text: 'Klart' }]] }],
    },
    picture,
  ]),
  contents: 'Innehåll',
  foot: 'Hjo, version 3',
  pictures: new Map([['bild', { bytes: png, width: 1, height: 1 }]]),
};

test('a long document has contents, bookmarks, pictures with words, links and a foot on every page', async () => {
  const read = readPdf(await pdf.render(book));
  assert.deepEqual(read.bookmarks, ['Kvittens', 'Grunder', 'Sign in']);
  assert.deepEqual(read.headings.toSorted(), ['H1 Kvittens', 'H2 Grunder', 'H2 Innehåll', 'H3 Sign in']);
  assert.deepEqual(read.alternatives, ['Sidan med knappen Spara']);
  assert.deepEqual(read.links, ['https://example.se/']);
  assert.match(read.pages[0] ?? '', /Ingress Innehåll Grunder.*2.*Hjo, version 3/);
  assert.match(read.pages[1] ?? '', /Lokalt, Hjo Klart .*Spara ofta\..*Hjo, version 3/);
  assert.match(read.raw, /<pdfaid:part>2<\/pdfaid:part><pdfaid:conformance>A</);
  assert.match(read.raw, /\/Lang \(en\)/, 'words in another language say so');
});

test('a picture that is not there is told of in words', async () => {
  const read = readPdf(await pdf.render(receipt([picture])));
  assert.match(read.pages.join(' '), /Sidan med knappen Spara/);
  assert.deepEqual(read.alternatives, []);
});

test('what is set in turn is the same, and leaves this thread to others', async () => {
  const blocks = Array.from({ length: 400 }, (_, at): PdfBlock => ({
    kind: 'paragraph',
    text: `Stycke ${at}.`,
  }));
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 1);
  const made = await pdf.renderInTurn(receipt(blocks));
  clearInterval(timer);
  assert.ok(turns > 5, `${turns} turns of the loop meanwhile`);
  assert.ok(made.ok);
  assert.deepEqual(made.value, await pdf.render(receipt(blocks)));
});

test('of many at once the last are told that it is busy, and those in turn get theirs', async () => {
  const asked = await Promise.all(Array.from({ length: 5 }, () => pdf.renderInTurn(receipt([]))));
  assert.deepEqual(
    asked.map(({ ok }) => ok),
    [true, true, true, false, false],
  );
  assert.ok((await pdf.renderInTurn(receipt([]))).ok, 'and afterwards it is free again');
});

test('a document that cannot be set fails alone', async () => {
  const broken = {
    ...book,
    pictures: new Map([['bild', { bytes: Buffer.from('ej bild'), width: 1, height: 1 }]]),
  };
  const [failed, next] = await Promise.allSettled([pdf.renderInTurn(broken), pdf.renderInTurn(receipt([]))]);
  assert.equal(failed.status, 'rejected');
  assert.ok(next.status === 'fulfilled' && next.value.ok);
});

test('the same document gives the same bytes', async () => {
  const document = receipt([{ kind: 'paragraph', text: 'Hej' }]);
  assert.deepEqual(await pdf.render(document), await pdf.render(document));
});

test('text is never read as markup', async () => {
  const hostile = [
    '#panic()',
    '#import "/etc/passwd"',
    '= Rubrik',
    '$x$ *y* _z_ `w` @ref <a>',
    '#{',
    '\\',
    '"',
  ];
  for (const text of hostile) {
    const bytes = await pdf.render(receipt([{ kind: 'paragraph', text }], text));
    assert.equal(Buffer.from(bytes.subarray(0, 5)).toString('latin1'), '%PDF-');
  }
});

test('whatever a person writes can be set', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), async (text) => {
      const bytes = await pdf.render(receipt([{ kind: 'facts', rows: [{ term: text, value: text }] }], text));
      return bytes.length > 1000;
    }),
    { numRuns: 60 },
  );
});
