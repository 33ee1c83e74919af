import type { Reply } from '../../../platform/http/index.ts';
import { missing } from '../../../platform/http/index.ts';
import { mediaTypeOf, startOf } from '../../../platform/files/index.ts';
import { blocksOf } from '../definition/index.ts';
import type { Named } from '../media/named.ts';
import type { MediaStore } from '../media/store.ts';
import type { ShownGuide } from '../reading/shown.ts';

/** Everything that the blocks in sight refer to. */
const namedBy = ({ guide }: ShownGuide): readonly Named[] =>
  blocksOf(guide).flatMap(({ block }): readonly Named[] => {
    switch (block.type) {
      case 'picture':
        return [{ hash: block.media, use: 'picture', name: block.id }];
      case 'film':
        return [
          { hash: block.media, use: 'film', name: block.id },
          ...Object.values(block.captions).map((hash): Named => ({ hash, use: 'captions', name: block.id })),
        ];
      case 'file':
        return [{ hash: block.media, use: 'file', name: block.name }];
      case 'text':
      case 'heading':
      case 'actions':
      case 'warning':
      case 'checklist':
      case 'question':
      case 'quiz':
      case 'term':
      case 'link':
      case 'slot':
      case 'reuse':
        return [];
    }
  });

/** What is shown as a picture. */
export const pictureTypes: ReadonlySet<string> = new Set([
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/gif',
  'image/avif',
]);

const filmTypes: ReadonlySet<string> = new Set(['video/mp4', 'video/webm']);

/** A picture, a film or a file of a guide, only while the version in use refers to it. */
export const mediaReply = (store: MediaStore, shown: ShownGuide, hash: string): Promise<Reply> =>
  replyWith(store, namedBy(shown), hash);

/** The file of that hash as what it is used for; missing where none of the blocks refers to it. */
export async function replyWith(store: MediaStore, all: readonly Named[], hash: string): Promise<Reply> {
  const found = all.find((media) => media.hash === hash);
  if (found === undefined) return missing;
  const { name, use } = found;
  if (use === 'film') return filmReply(store, name, hash);
  const bytes = await store.find(hash);
  if (bytes === null) return missing;
  const type = (await mediaTypeOf(bytes)) ?? 'application/octet-stream';
  switch (use) {
    case 'picture':
      return pictureTypes.has(type) ? { kind: 'file', name, type, bytes, shown: true } : missing;
    case 'captions':
      return { kind: 'file', name, type: 'text/vtt; charset=utf-8', bytes, shown: true };
    case 'file':
      return { kind: 'file', name, type, bytes };
  }
}

/** A film is never in memory as a whole. */
async function filmReply(store: MediaStore, name: string, hash: string): Promise<Reply> {
  const file = await store.open(hash);
  const type = file === null ? null : await mediaTypeOf(await startOf(file));
  return file !== null && type !== null && filmTypes.has(type)
    ? { kind: 'stored', name, type, file }
    : missing;
}
