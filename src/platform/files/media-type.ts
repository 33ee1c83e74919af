import { fileTypeFromBuffer } from 'file-type';
import type { KeptFile } from './parts.ts';

/** A sort of file is told by so many bytes at its beginning. */
export const startSize = 4100;

/**
 * The media type that the content shows, `text/plain` for plain text, or null where it shows none. What the
 * sender and the name claim counts for nothing.
 */
export async function mediaTypeOf(bytes: Uint8Array): Promise<string | null> {
  const found = await fileTypeFromBuffer(bytes);
  if (found !== undefined) return found.mime;
  return isPlainText(bytes) ? 'text/plain' : null;
}

/** Text that is UTF-8 and has no control characters. Markup is not plain: a browser could run it. */
function isPlainText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return !/[\p{Cc}--[\t\n\r\f]]/v.test(text) && !/^\s*<[!?a-z]/iu.test(text);
  } catch {
    return false;
  }
}

/** What tells what sort of file a large one is. */
export async function startOf({ size, read }: KeptFile): Promise<Uint8Array> {
  const start: Uint8Array[] = [];
  for await (const piece of read(0, Math.min(startSize, size) - 1)) start.push(piece);
  return Buffer.concat(start);
}
