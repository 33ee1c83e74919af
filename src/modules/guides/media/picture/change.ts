import { boxOf, type Area, type Box } from './area.ts';
import type { Pixels } from './open.ts';
import { decode, write, type Picture } from './rewrite.ts';
import { mediaTypeOf } from '../../../../platform/files/index.ts';

export type Change = 'crop' | 'blur';

/** A new picture, of which `crop` keeps only the part and `blur` everything but the part. Throws on a damaged one. */
export async function changePicture(bytes: Uint8Array, change: Change, area: Area): Promise<Picture> {
  const pixels = await decode(bytes);
  const box = boxOf(area, pixels);
  const changed = change === 'crop' ? cropped(pixels, box) : blurred(pixels, box);
  return write(changed, (await mediaTypeOf(bytes)) === 'image/jpeg' ? 'photo' : 'screen');
}

function cropped({ data, width, channels }: Pixels, box: Box): Pixels {
  const out = Buffer.alloc(box.width * box.height * channels);
  for (let row = 0; row < box.height; row += 1) {
    const from = ((box.top + row) * width + box.left) * channels;
    data.copy(out, row * box.width * channels, from, from + box.width * channels);
  }
  return { data: out, width: box.width, height: box.height, channels };
}

/** Pixels across a tile of what covers a blurred part. */
const tile = 12;

/** How much lighter or darker the tiles are, in turn. */
const shades = [0, 9, -7, 5, -11, 12, -4, 7] as const;

/**
 * Covers the part with tiles. A blur that is made of what was there can be turned back, and so can large pixels:
 * here all that is left is one colour for the whole part, of 4,096 possible, and the tiles are the same whatever
 * they cover.
 */
function blurred(pixels: Pixels, box: Box): Pixels {
  const { width, height, channels } = pixels;
  const data = Buffer.from(pixels.data);
  const colour = meanColour(pixels, box);
  for (let y = box.top; y < box.top + box.height; y += 1) {
    for (let x = box.left; x < box.left + box.width; x += 1) {
      const [across, down] = [Math.floor((x - box.left) / tile), Math.floor((y - box.top) / tile)];
      const shade = shades[(across * 3 + down * 5) % shades.length] ?? 0;
      const at = (y * width + x) * channels;
      for (let channel = 0; channel < 3; channel += 1)
        data[at + channel] = Math.min(255, Math.max(0, (colour[channel] ?? 0) + shade));
      if (channels === 4) data[at + 3] = 255;
    }
  }
  return { data, width, height, channels };
}

/** The mean of the part, in steps of 16 for each of red, green and blue. */
function meanColour({ data, width, channels }: Pixels, box: Box): readonly number[] {
  const sums = [0, 0, 0];
  for (let y = box.top; y < box.top + box.height; y += 1) {
    for (let x = box.left; x < box.left + box.width; x += 1) {
      const at = (y * width + x) * channels;
      for (let channel = 0; channel < 3; channel += 1)
        sums[channel] = (sums[channel] ?? 0) + (data[at + channel] ?? 0);
    }
  }
  return sums.map((sum) => Math.floor(sum / (box.width * box.height) / 16) * 16 + 8);
}
