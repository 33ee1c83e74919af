import { unzip, zip, type Entry } from '../../../platform/zip/index.ts';

export type WordRefusal = 'no-word' | 'damaged' | 'too-large' | 'too-long' | 'empty';

export type Packed =
  | { readonly ok: true; readonly bytes: Buffer }
  | { readonly ok: false; readonly failure: WordRefusal };

/** The text, its styles and lists, what it refers to, and its pictures. Nothing else of a document is looked into. */
const wanted =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:document|styles|numbering)\d{0,2}\.xml|word\/_rels\/document\d{0,2}\.xml\.rels|word\/media\/[\w .-]{1,100}\.(?:png|jpe?g|gif|webp))$/i;

const megabyte = 1024 * 1024;
const bounds = {
  wanted: (name: string) => wanted.test(name),
  most: 20 * megabyte,
  mostInAll: 60 * megabyte,
  mostEntries: 3000,
};

/** Of XML that is read into a tree: a text of a thousand pages is a third of this. */
const mostXml = 8 * megabyte;

/**
 * A document from Word with only those parts that a guide is made of, packed anew: no macros, no embedded files, no
 * headers, comments or notes. XML that declares entities or a document type is refused.
 */
export function repack(bytes: Uint8Array): Packed {
  const unpacked = unzip(bytes, bounds);
  if (!unpacked.ok) return unpacked;
  const { entries } = unpacked;
  if (!entries.some(({ name }) => /^word\/document\d{0,2}\.xml$/i.test(name)))
    return { ok: false, failure: 'no-word' };
  const xml = entries.filter(({ name }) => /\.(?:xml|rels)$/i.test(name));
  if (xml.some((entry) => entry.bytes.length > mostXml)) return { ok: false, failure: 'too-long' };
  if (!xml.every(isPlainXml)) return { ok: false, failure: 'damaged' };
  return { ok: true, bytes: zip(entries) };
}

/** UTF-8 without a document type: nothing to expand and nothing to fetch. */
function isPlainXml({ bytes }: Entry): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return !text.includes('\0') && !/<!(?:doctype|entity)/i.test(text);
  } catch {
    return false;
  }
}
