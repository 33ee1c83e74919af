import { parentPort } from 'node:worker_threads';
import type { PdfDocument } from './document.ts';
import { typesetter } from './set.ts';

/* A thread that sets one document after another, and says what went wrong where one cannot be set. */

export type ThreadReply =
  | { readonly kind: 'set'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'fault'; readonly message: string };

const set = typesetter();

parentPort?.on('message', (document: PdfDocument) => {
  try {
    const bytes = new Uint8Array(set(document));
    parentPort?.postMessage({ kind: 'set', bytes } satisfies ThreadReply, [bytes.buffer]);
  } catch (error) {
    parentPort?.postMessage({ kind: 'fault', message: String(error) } satisfies ThreadReply, []);
  }
});
