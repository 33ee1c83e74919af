import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { readFileSync } from 'node:fs';
import type { Pdf, PdfDocument } from './document.ts';

const template = readFileSync(new URL('./template.typ', import.meta.url), 'utf8');

/** PDF/A-2a (ISO 19005-2): archivable, and tagged so that a screen reader can follow it. */
const archivable = { pdfStandard: 'a-2a' } as const;

/**
 * Sets documents with typst in this process. The first document takes about a second (fonts are
 * read), the following a few milliseconds.
 *
 * A character that no font has (a person may write anything) makes PDF/A impossible: then the
 * document is still set and tagged, with that character as an empty box, but not declared as PDF/A.
 */
export function typstPdf(): Pdf {
  let started: NodeCompiler | null = null;
  return {
    render: async (document) => {
      const compiler = (started ??= NodeCompiler.create());
      const source = { mainFileContent: template, inputs: { document: JSON.stringify(readable(document)) } };
      try {
        return asBytes(compiler.pdf(source, archivable));
      } catch {
        return asBytes(compiler.pdf(source));
      } finally {
        compiler.evictCache(10);
      }
    },
  };
}

const asBytes = (buffer: Buffer): Uint8Array => new Uint8Array(buffer);

type Printed = Required<Omit<PdfDocument, 'date'>> & {
  readonly date: { readonly year: number; readonly month: number; readonly day: number };
};

function readable(document: PdfDocument): Printed {
  const date = document.date ?? new Date(0);
  return {
    title: printable(document.title),
    language: document.language,
    sender: printable(document.sender ?? ''),
    reference: printable(document.reference ?? ''),
    date: { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() },
    blocks: document.blocks.map((block) => {
      switch (block.kind) {
        case 'heading':
        case 'paragraph':
          return { ...block, text: printable(block.text) };
        case 'list':
          return { ...block, items: block.items.map(printable) };
        case 'facts':
          return {
            ...block,
            rows: block.rows.map((row) => ({ term: printable(row.term), value: printable(row.value) })),
          };
      }
    }),
  };
}

// Control characters, byte order marks, private-use and other unassignable code points have no
// printed form, and PDF/A refuses them. Marks that turn the reading order would let what somebody wrote
// stand on a decision as something else.
const unprintable = /[\p{Cc}\p{Co}\p{Cn}\uFEFF\uFFFE\uFFFF\u202A-\u202E\u2066-\u2069]/gu;

function printable(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.replaceAll('\t', ' ').replaceAll(unprintable, ''))
    .join('\n');
}
