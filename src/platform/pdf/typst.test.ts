import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inflateSync } from 'node:zlib';
import * as fc from 'fast-check';
import { typstPdf } from './index.ts';
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
