import sharp from 'sharp';
import { crc32, deflateSync } from 'node:zlib';
import { pick, whole, type Random } from '../random.ts';
import { anyMarkup, code, secret } from './payloads.ts';

/* Pictures that tell too much, are more than pictures, or are none. */

const exif = {
  IFD0: { Artist: secret, ImageDescription: secret, Copyright: secret },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '58/1 23/1 12/1',
    GPSLongitudeRef: 'E',
    GPSAreaInformation: secret,
  },
};

const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="${secret}"/></rdf:RDF></x:xmpmeta>`;

type Format = 'png' | 'jpeg' | 'webp' | 'gif' | 'avif';

/** A small picture of noise, with all that cameras and programs write about one. */
export async function telling(random: Random, format: Format): Promise<Buffer> {
  const [width, height] = [8 + whole(random, 80), 8 + whole(random, 80)];
  const data = Buffer.from(Array.from({ length: width * height * 3 }, () => whole(random, 256)));
  const image = sharp(data, { raw: { width, height, channels: 3 } })
    .withIccProfile('p3')
    .withExif(exif)
    .withXmp(xmp)
    .withMetadata({ orientation: 1 + whole(random, 8) });
  switch (format) {
    case 'png':
      return withChunks(await image.png().toBuffer());
    case 'jpeg':
      return withSegments(await image.jpeg().toBuffer());
    case 'webp':
      return image.webp().toBuffer();
    case 'avif':
      return image.avif({ effort: 0 }).toBuffer();
    case 'gif':
      return withComment(await image.gif().toBuffer());
  }
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** After the head, which is 33 bytes. */
const withChunks = (png: Buffer): Buffer =>
  Buffer.concat([
    png.subarray(0, 33),
    chunk('tEXt', Buffer.from(`Comment\0${secret}`)),
    chunk('iTXt', Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${xmp}`)),
    chunk('zTXt', Buffer.concat([Buffer.from('Author\0\0'), deflateSync(secret)])),
    chunk('tIME', Buffer.from([7, 234, 11, 22, 12, 0, 0])),
    png.subarray(33),
  ]);

function segment(marker: number, content: string): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, Buffer.from(content, 'latin1')]);
}

function withSegments(jpeg: Buffer): Buffer {
  const own = [segment(0xfe, secret), segment(0xed, `Photoshop 3.0\0${secret}`), segment(0xe3, secret)];
  return Buffer.concat([jpeg.subarray(0, 2), ...own, jpeg.subarray(2)]);
}

/** A comment (GIF89a, section 24) after the head and the colours that all frames share. */
function withComment(gif: Buffer): Buffer {
  const flags = gif[10] ?? 0;
  const at = 13 + ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));
  const comment = Buffer.concat([
    Buffer.from([0x21, 0xfe, secret.length]),
    Buffer.from(secret),
    Buffer.from([0]),
  ]);
  return Buffer.concat([gif.subarray(0, at), comment, gif.subarray(at)]);
}

export const formats: readonly Format[] = ['png', 'jpeg', 'webp', 'gif', 'avif'];

/** A picture that goes on as something else. */
export async function polyglot(random: Random): Promise<Buffer> {
  const picture = await telling(random, pick(random, formats));
  const more = [
    anyMarkup(random),
    `<?php system('id'); ?>`,
    `*/=1;${code('polyglot')}//`,
    'PK\x03\x04\x14\0\0\0\0\0',
    '%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(1))>>>>',
  ];
  return Buffer.concat([picture, Buffer.from(pick(random, more), 'latin1')]);
}

/** Some bytes changed, taken away or put in. */
export function mutated(random: Random, bytes: Buffer): Buffer {
  const out = Buffer.from(bytes);
  for (let left = 1 + whole(random, 12); left > 0; left -= 1)
    out[whole(random, out.length)] = whole(random, 256);
  const at = whole(random, out.length);
  const choice = random();
  if (choice < 0.25) return out.subarray(0, at);
  if (choice < 0.4) return Buffer.concat([out.subarray(0, at), out.subarray(Math.min(out.length, at + 40))]);
  return choice < 0.5 ? Buffer.concat([out.subarray(0, at), Buffer.alloc(200, 0xff), out.subarray(at)]) : out;
}

const header = (width: number, height: number, depth: number, colour: number): Buffer => {
  const content = Buffer.alloc(13);
  content.writeUInt32BE(width, 0);
  content.writeUInt32BE(height, 4);
  content.set([depth, colour, 0, 0, 0], 8);
  return chunk('IHDR', content);
};

const signature = Buffer.from('89504e470d0a1a0a', 'hex');

const swollenText = deflateSync(Buffer.alloc(80_000_000));

/** A few kilobytes that are thousands of megabytes of pixels, or say that they are. */
export function bomb(random: Random): Buffer {
  const side = pick(random, [12_000, 30_000, 65_000]);
  const end = chunk('IEND', Buffer.alloc(0));
  switch (whole(random, 4)) {
    case 0:
      return Buffer.concat([
        signature,
        header(12_000, 12_000, 1, 0),
        chunk('IDAT', deflateSync(Buffer.alloc(12_000 * 1501), { level: 9 })),
        end,
      ]);
    case 1:
      return Buffer.concat([
        signature,
        header(side, side, 8, 6),
        chunk('IDAT', deflateSync(Buffer.alloc(100))),
        end,
      ]);
    case 2:
      return Buffer.concat([
        signature,
        header(64, 64, 8, 2),
        chunk('zTXt', Buffer.concat([Buffer.from('a\0\0'), swollenText])),
        chunk('IDAT', deflateSync(Buffer.alloc(64 * 193))),
        end,
      ]);
    default: {
      const gif = Buffer.from('47494638396100000000800000ffffff000000', 'hex');
      gif.writeUInt16LE(65_000, 6);
      gif.writeUInt16LE(65_000, 8);
      return Buffer.concat([gif, Buffer.from('2c00000000e8fde8fd0002024401003b', 'hex')]);
    }
  }
}

/** What is no picture, whatever it is called. */
export function drawing(random: Random): Buffer {
  const inside = anyMarkup(random);
  return Buffer.from(
    pick(random, [
      `<svg xmlns="http://www.w3.org/2000/svg" onload="${code('svg-file')}"><script>${code('svg-file-script')}</script></svg>`,
      `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg"><text>&x;</text></svg>`,
      `<!doctype html><html><body>${inside}</body></html>`,
      `GIF89a/*${inside}*/=1;${code('gif')}`,
      `BM${inside}`,
      `<svg xmlns="http://www.w3.org/2000/svg"><image href="http://canary.invalid/svg.png"/></svg>`,
      '%!PS\n(/etc/passwd) run',
      'push graphic-context\nviewbox 0 0 640 480\nimage over 0,0 0,0 "|id"\npop graphic-context',
    ]),
  );
}
