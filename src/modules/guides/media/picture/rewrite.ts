import { mediaTypeOf } from '../../../../platform/files/index.ts';
import { withPicture, withPixels, type Pixels } from './open.ts';

/** A picture as it is kept: written by us from pixels alone. */
export type Picture = {
  readonly type: 'image/jpeg' | 'image/png';
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
};

export type PictureRefusal = 'no-picture' | 'drawing' | 'too-many-pixels' | 'damaged';

export type Rewritten =
  | { readonly ok: true; readonly picture: Picture }
  | { readonly ok: false; readonly failure: PictureRefusal };

/** Pixels across and down that a kept picture has at most. */
const mostWidth = 2000;
const mostHeight = 8000;

/** A picture without loss that is larger than this, in bytes, is a photo and is kept as one. */
const mostLossless = 2 * 1024 * 1024;

const opened = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif']);

const refuse = (failure: PictureRefusal): Rewritten => ({ ok: false, failure });

/**
 * Decodes a picture and writes it anew: turned as the camera said, in sRGB, at most 2,000 pixels wide, and with
 * nothing in the file but pixels. Of a picture that moves the first frame is kept. What cannot be read to its end
 * is refused.
 */
export async function rewritePicture(bytes: Uint8Array): Promise<Rewritten> {
  const type = await mediaTypeOf(bytes);
  if (type === null || !opened.has(type)) return refuse(isDrawing(bytes) ? 'drawing' : 'no-picture');
  try {
    return {
      ok: true,
      picture: await write(await decode(bytes), type === 'image/jpeg' ? 'photo' : 'screen'),
    };
  } catch (error) {
    return refuse(/pixel limit/.test(String(error)) ? 'too-many-pixels' : 'damaged');
  }
}

/** SVG is a document that can run scripts and fetch addresses. */
function isDrawing(bytes: Uint8Array): boolean {
  const start = new TextDecoder('utf-8').decode(bytes.subarray(0, 4096));
  const root = /<(?:\w+:)?svg[\s>]/iuy;
  root.lastIndex = afterProlog(start);
  return root.test(start);
}

/** Where the first element of a document begins: what may stand before it is passed by, a piece at a time. */
function afterProlog(text: string): number {
  const piece = /\s+|<\?xml[^>]*>|<!--[\s\S]*?-->|<!doctype[^>]*>/iuy;
  let at = 0;
  while (piece.test(text)) at = piece.lastIndex;
  return at;
}

/** The pixels as they are seen: turned, in sRGB, small enough. Throws when the file is damaged. */
export const decode = (bytes: Uint8Array): Promise<Pixels> =>
  withPicture(bytes, async (picture) => {
    const { data, info } = await picture
      .autoOrient()
      .resize({ width: mostWidth, height: mostHeight, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    const { width, height, channels } = info;
    return fewestChannels({ data, width, height, channels });
  });

type Decoded = Omit<Pixels, 'channels'> & { readonly channels: number };

/** Grey ones get their three colours, with how opaque they are where they had that. */
function fewestChannels({ data, width, height, channels }: Decoded): Pixels {
  if (channels === 3 || channels === 4) return { data, width, height, channels };
  const wanted = channels === 2 ? 4 : 3;
  const wide = Buffer.alloc(width * height * wanted);
  for (let at = 0; at < width * height; at += 1) {
    const grey = data[at * channels] ?? 0;
    wide.fill(grey, at * wanted, at * wanted + 3);
    if (wanted === 4) wide[at * wanted + 3] = data[at * channels + 1] ?? 255;
  }
  return { data: wide, width, height, channels: wanted };
}

/** A photo loses what no eye misses; a picture of a screen keeps every pixel, unless that takes too much. */
export async function write(pixels: Pixels, as: 'photo' | 'screen'): Promise<Picture> {
  const { width, height } = pixels;
  if (as === 'screen') {
    const bytes = await withPixels(pixels, (picture) => picture.png({ compressionLevel: 9 }).toBuffer());
    if (bytes.byteLength <= mostLossless)
      return { type: 'image/png', bytes: new Uint8Array(bytes), width, height };
  }
  const bytes = await withPixels(pixels, (picture) =>
    picture.flatten({ background: '#ffffff' }).jpeg({ quality: 85, mozjpeg: true }).toBuffer(),
  );
  return { type: 'image/jpeg', bytes: new Uint8Array(bytes), width, height };
}

/** How large a picture is, turned as it is seen; null where it is none. */
export async function sizeOf(
  bytes: Uint8Array,
): Promise<{ readonly width: number; readonly height: number } | null> {
  return withPicture(bytes, async (picture) => (await picture.metadata()).autoOrient).catch(() => null);
}
