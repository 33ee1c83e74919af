import { convert } from './convert.ts';
import { sanitised } from './html.ts';
import { repack, type WordRefusal } from './package.ts';
import { sectionsOf, type ReadSection } from './sections.ts';

export type WordFile = {
  readonly bytes: Uint8Array;
  /** What a document without headings is called. */
  readonly name: string;
};

export type WordRead =
  | { readonly ok: true; readonly sections: readonly ReadSection[]; readonly pictures: readonly Uint8Array[] }
  | { readonly ok: false; readonly failure: WordRefusal };

/** A document from Word as sections, steps and blocks, with its pictures as they were. May take seconds. */
export async function readWord({ bytes, name }: WordFile): Promise<WordRead> {
  const packed = repack(bytes);
  if (!packed.ok) return packed;
  const converted = await convert(packed.bytes).catch(() => null);
  if (converted === null) return { ok: false, failure: 'damaged' };
  const sections = sectionsOf(sanitised(converted.html), name);
  return sections.length === 0
    ? { ok: false, failure: 'empty' }
    : { ok: true, sections, pictures: converted.pictures };
}
