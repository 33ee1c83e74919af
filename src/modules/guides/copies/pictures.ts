import { mediaTypeOf } from '../../../platform/files/index.ts';
import type { PdfPicture } from '../../../platform/pdf/index.ts';
import { withPicture } from '../media/picture/open.ts';
import type { MediaStore } from '../media/store.ts';
import { pictureTypes } from '../routes/media.ts';
import type { Met } from './copy.ts';

/** The pictures that the blocks show, as often as they do. */
export const allPicturesIn = (blocks: readonly Met[]): readonly string[] =>
  blocks.flatMap(({ block }) => (block.type === 'picture' ? [block.media] : []));

/** The pictures that the blocks show, each once. */
export const picturesIn = (blocks: readonly Met[]): readonly string[] => [...new Set(allPicturesIn(blocks))];

export type Picture = { readonly type: string; readonly bytes: Uint8Array };

/** A picture by its hash, if it is there and is one. */
export async function findPicture(store: MediaStore, hash: string): Promise<Picture | null> {
  const bytes = await store.find(hash);
  if (bytes === null) return null;
  const type = await mediaTypeOf(bytes);
  return type !== null && type !== undefined && pictureTypes.has(type) ? { type, bytes } : null;
}

/** Sharp enough for a page's width in print. */
const widest = 1400;

/** A picture for print; null where it cannot be read. */
export async function forPrint({ bytes }: Picture): Promise<PdfPicture | null> {
  try {
    const { data, info } = await withPicture(bytes, (picture) =>
      picture
        .autoOrient()
        .resize({ width: widest, height: widest, fit: 'inside', withoutEnlargement: true })
        .flatten({ background: '#fff' })
        .jpeg({ quality: 85, chromaSubsampling: '4:4:4' })
        .toBuffer({ resolveWithObject: true }),
    );
    return { bytes: data, width: info.width, height: info.height };
  } catch {
    return null;
  }
}
