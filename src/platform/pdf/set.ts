import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { PdfDocument } from './document.ts';
import { printed } from './printable.ts';

const template = readFileSync(new URL('./template.typ', import.meta.url), 'utf8');

/** PDF/A-2a (ISO 19005-2): archivable, and tagged so that a screen reader can follow it. */
const archivable = { pdfStandard: 'a-2a' } as const;

/** A folder that need not be there: all that a document names is given with it. */
const workspace = path.resolve('/kommons-documents');

/**
 * Sets documents with typst, in the thread that asks. The first takes about a second (fonts are read).
 *
 * A character that no font has (a person may write anything) makes PDF/A impossible: then the
 * document is still set and tagged, with that character as an empty box, but not declared as PDF/A.
 */
export function typesetter(): (document: PdfDocument) => Uint8Array {
  let started: NodeCompiler | null = null;
  return (document) => {
    const compiler = (started ??= NodeCompiler.create({ workspace }));
    const source = { mainFileContent: template, inputs: { document: JSON.stringify(printed(document)) } };
    for (const [name, { bytes }] of document.pictures ?? [])
      compiler.mapShadow(path.join(workspace, name), Buffer.from(bytes));
    try {
      return asBytes(compiler.pdf(source, archivable));
    } catch {
      return asBytes(compiler.pdf(source));
    } finally {
      compiler.resetShadow();
      compiler.evictCache(document.pictures === undefined ? 10 : 0);
    }
  };
}

const asBytes = (buffer: Buffer): Uint8Array => new Uint8Array(buffer);
