import sharp, { type Sharp } from 'sharp';
import { takeTurns } from './turns.ts';

/** Pixels of the largest picture that is looked into: a photo of 50 megapixels. */
const mostPixels = 50_000_000;

/** What a decoder may spend on one picture, in seconds. */
const patience = 20;

/** Whoever looks into pictures: two at a time, each alone on its thread, nothing kept between them. */
const inTurn = takeTurns({ atOnce: 2, most: 8 });

const made: { ready: boolean } = { ready: false };

/**
 * The decoders of five formats and no other: not those of SVG, PDF or whatever else is built in, which read more
 * than pixels.
 */
function makeReady(): void {
  if (made.ready) return;
  sharp.cache(false);
  sharp.concurrency(1);
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({
    operation: [
      'VipsForeignLoadJpeg',
      'VipsForeignLoadPng',
      'VipsForeignLoadWebp',
      'VipsForeignLoadNsgif',
      'VipsForeignLoadHeif',
    ],
  });
  made.ready = true;
}

/** Works on a picture's pixels when its turn comes. Throws what the decoder throws. */
export function withPicture<T>(bytes: Uint8Array, work: (picture: Sharp) => Promise<T>): Promise<T> {
  makeReady();
  return inTurn(() =>
    work(
      sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 }).timeout({
        seconds: patience,
      }),
    ),
  );
}

/** The same for pixels that are decoded already. */
export function withPixels<T>(
  { data, width, height, channels }: Pixels,
  work: (picture: Sharp) => Promise<T>,
): Promise<T> {
  makeReady();
  return inTurn(() => work(sharp(data, { raw: { width, height, channels } }).timeout({ seconds: patience })));
}

/** Rows of pixels from the top, 8 bits a channel: red, green, blue and perhaps how opaque. */
export type Pixels = {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
  readonly channels: 3 | 4;
};
