import type { PdfBlock, PdfDocument, PdfPicture, PdfText } from './document.ts';

/** A picture with its size, for the template. */
type Placed = Extract<PdfBlock, { kind: 'picture' }> & Pick<PdfPicture, 'width' | 'height'>;

/** A document as the template reads it, without the pictures' bytes. */
export type Printed = {
  readonly title: string;
  readonly language: 'sv' | 'en';
  readonly sender: string;
  readonly reference: string;
  readonly foot: string;
  readonly contents: string;
  readonly date: { readonly year: number; readonly month: number; readonly day: number };
  readonly blocks: readonly (PdfBlock | Placed)[];
};

export function printed(document: PdfDocument): Printed {
  const date = document.date ?? new Date(0);
  return {
    title: printable(document.title),
    language: document.language,
    sender: printable(document.sender ?? ''),
    reference: printable(document.reference ?? ''),
    foot: printable(document.foot ?? ''),
    contents: printable(document.contents ?? ''),
    date: { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() },
    blocks: document.blocks.map((block) => printedBlock(block, document)),
  };
}

function printedBlock(block: PdfBlock, of: Pick<PdfDocument, 'pictures'>): PdfBlock | Placed {
  const inner = (blocks: readonly PdfBlock[]) => blocks.map((one) => printedBlock(one, of));
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return { ...block, text: printedText(block.text) };
    case 'list':
      return { ...block, items: block.items.map(printable) };
    case 'items':
      return { ...block, items: block.items.map(inner) };
    case 'facts':
      return {
        ...block,
        rows: block.rows.map((row) => ({ term: printable(row.term), value: printedText(row.value) })),
      };
    case 'picture': {
      const found = of.pictures?.get(block.name);
      const alt = printable(block.alt);
      if (found === undefined) return { kind: 'paragraph', text: alt };
      const { width, height } = found;
      return { ...block, alt, caption: printedText(block.caption), width, height };
    }
    case 'edged':
      return { ...block, label: printable(block.label), blocks: inner(block.blocks) };
    case 'new-page':
      return block;
  }
}

const printedText = (text: PdfText): PdfText =>
  typeof text === 'string' ? printable(text) : text.map((span) => ({ ...span, text: printable(span.text) }));

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
