/* What a stored picture still tells besides its pixels, read by its bytes alone and not by what wrote it. */

const pixelChunks = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND', 'pHYs', 'sRGB', 'gAMA', 'cHRM', 'sBIT']);

/** Chunks of a PNG that are no pixels (PNG, third edition). */
function inPng(bytes: Buffer): readonly string[] {
  const found: string[] = [];
  let at = 8;
  while (at + 12 <= bytes.length) {
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (!pixelChunks.has(type)) found.push(`chunk ${type}`);
    at += 12 + bytes.readUInt32BE(at);
    if (type === 'IEND') break;
  }
  return at === bytes.length ? found : [...found, 'bytes after the end'];
}

/** After the head of a scan its pixels go on until the next marker. */
function afterScan(bytes: Buffer, from: number): number {
  let at = from;
  while (at + 1 < bytes.length) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && (next < 0xd0 || next > 0xd7)) break;
    at += 1;
  }
  return at;
}

/** Segments of a JPEG that are no pixels (ITU-T T.81, JFIF): APP0 without a thumbnail and Adobe's APP14 tell nothing. */
function inJpeg(bytes: Buffer): readonly string[] {
  const found: string[] = [];
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return [...found, 'bytes between segments'];
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xd9) break;
    const length = bytes.readUInt16BE(at + 2);
    const harmless = marker === 0xe0 ? length === 16 : marker === 0xee && length === 14;
    if (((marker >= 0xe0 && marker <= 0xef) || marker === 0xfe) && !harmless)
      found.push(`segment ${marker.toString(16)}`);
    at += 2 + length;
    if (marker === 0xda) at = afterScan(bytes, at);
  }
  return at + 2 === bytes.length ? found : [...found, 'bytes after the end'];
}

/** Everything in the file that is no pixels; empty for a clean PNG or JPEG. */
export function toldBy(bytes: Buffer): readonly string[] {
  if (bytes.subarray(0, 4).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47]))) return inPng(bytes);
  if (bytes.subarray(0, 2).equals(Buffer.from([0xff, 0xd8]))) return inJpeg(bytes);
  return ['neither PNG nor JPEG'];
}
