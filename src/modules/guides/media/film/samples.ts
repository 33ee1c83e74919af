/* Small films for tests: as made as they need to be, with a secret in every place where one can stand. */

/** A box of ISO base media. */
export function box(type: string, ...content: readonly (Uint8Array | string)[]): Buffer {
  const inside = Buffer.concat(content.map((part) => Buffer.from(part)));
  const head = Buffer.alloc(8);
  head.writeUInt32BE(inside.byteLength + 8);
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, inside]);
}

/** Bytes with a time of making in its first fields. */
function dated(): Buffer {
  const content = Buffer.alloc(100);
  content.writeUInt32BE(3_800_000_000, 4);
  content.writeUInt32BE(3_800_000_000, 8);
  content.writeUInt32BE(1000, 12);
  return content;
}

export function sampleMp4({ secret }: { readonly secret: string }): Buffer {
  const handler = (type: string): Buffer => box('hdlr', Buffer.alloc(8), type, Buffer.alloc(13));
  const place = box('udta', box('\u00a9xyz', secret));
  const meta = box('meta', box('keys', 'com.apple.quicktime.location.ISO6709'), box('ilst', secret));
  const media = box(
    'mdia',
    box('mdhd', dated()),
    handler('vide'),
    box('minf', box('stbl', box('stco', Buffer.alloc(8)))),
  );
  const track = box('trak', box('tkhd', dated()), media, place);
  return Buffer.concat([
    box('ftyp', 'isom\0\0\x02\0isomiso2avc1mp41'),
    box('uuid', 'XMPXMPXMPXMPXMPX', `<x:xmpmeta>${secret}</x:xmpmeta>`),
    box('moov', box('mvhd', dated()), track, place, meta),
    box('free', secret),
    box('mdat', 'bild och ljud'),
    box('blob', secret),
  ]);
}

const idOf = (id: number): Buffer =>
  Buffer.from(
    id
      .toString(16)
      .padStart(id > 0xffff ? 8 : id > 0xff ? 4 : 2, '0')
      .replace(/^00/, ''),
    'hex',
  );

/** An element of EBML, its length in four bytes. */
export function ebml(id: number, ...content: readonly Uint8Array[]): Buffer {
  const inside = Buffer.concat(content);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(0x10000000 + inside.byteLength);
  return Buffer.concat([idOf(id), length, inside]);
}

/** An element that does not say how long it is. */
export const unknownLength = (id: number, ...content: readonly Uint8Array[]): Buffer =>
  Buffer.concat([idOf(id), Buffer.from('01ffffffffffffff', 'hex'), ...content]);

export function sampleWebm({ secret, open }: { readonly secret: string; readonly open: boolean }): Buffer {
  const text = Buffer.from(secret);
  const make = open ? unknownLength : ebml;
  const info = ebml(
    0x1549a966,
    ebml(0x2ad7b1, Buffer.from([0x0f, 0x42, 0x40])),
    ebml(0x7ba9, text),
    ebml(0x4461, text),
  );
  const tracks = ebml(0x1654ae6b, ebml(0xae, ebml(0xd7, Buffer.from([1])), ebml(0x83, Buffer.from([1]))));
  const cluster = make(0x1f43b675, ebml(0xe7, Buffer.from([0])), ebml(0xa3, Buffer.from('bild och ljud')));
  const tags = ebml(0x1254c367, ebml(0x7373, ebml(0x67c8, text)));
  const attachments = ebml(0x1941a469, text);
  return Buffer.concat([
    ebml(0x1a45dfa3, ebml(0x4286, Buffer.from([1])), ebml(0x4282, Buffer.from('webm'))),
    make(0x18538067, info, tracks, cluster, tags, attachments),
  ]);
}
