import { createHash } from 'node:crypto';
import type { InTurn, PdfDocument } from '../../../../platform/pdf/index.ts';

/** A document without its pictures, which have their content in their names. */
export const keyOf = (document: PdfDocument): string =>
  createHash('sha256').update(JSON.stringify(document)).digest('hex');

const mostBytes = 48 * 1024 * 1024;

const kept = new Map<string, Uint8Array>();
const underWay = new Map<string, Promise<InTurn>>();

/**
 * What `make` gives for a key, made once for all who ask meanwhile and kept while there is room: the oldest go
 * first. The same document always gives the same bytes.
 */
export async function madeOnce(key: string, make: () => Promise<InTurn>): Promise<InTurn> {
  const before = kept.get(key);
  if (before !== undefined) return { ok: true, value: before };
  const making = underWay.get(key) ?? make();
  underWay.set(key, making);
  try {
    const made = await making;
    if (made.ok) keep(key, made.value);
    return made;
  } finally {
    underWay.delete(key);
  }
}

function keep(key: string, bytes: Uint8Array): void {
  kept.set(key, bytes);
  let total = [...kept.values()].reduce((sum, one) => sum + one.length, 0);
  for (const [oldest, { length }] of kept) {
    if (total <= mostBytes) return;
    kept.delete(oldest);
    total -= length;
  }
}
