import type { Reply } from '../../../platform/http/index.ts';
import { missing } from '../../../platform/http/index.ts';
import { mediaTypeOf, type Files } from '../../../platform/files/index.ts';
import { blocksOf } from '../definition/index.ts';
import type { ShownGuide } from '../reading/shown.ts';

type Media = {
  readonly hash: string;
  readonly use: 'picture' | 'film' | 'captions' | 'file';
  /** The name that a file is saved under. */
  readonly name: string;
};

/** Everything that the blocks in sight refer to. */
const mediaOf = ({ guide }: ShownGuide): readonly Media[] =>
  blocksOf(guide).flatMap(({ block }): readonly Media[] => {
    switch (block.type) {
      case 'picture':
        return [{ hash: block.media, use: 'picture', name: block.id }];
      case 'film':
        return [
          { hash: block.media, use: 'film', name: block.id },
          ...Object.values(block.captions).map((hash): Media => ({ hash, use: 'captions', name: block.id })),
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

const shownTypes = {
  picture: new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif']),
  film: new Set(['video/mp4', 'video/webm']),
} as const;

/** A picture, a film or a file of a guide, only while the version in use refers to it. */
export async function mediaReply(files: Files, shown: ShownGuide, hash: string): Promise<Reply> {
  const found = mediaOf(shown).find((media) => media.hash === hash);
  if (found === undefined) return missing;
  const bytes = await files.find(hash.replace(/^sha256-/, ''));
  if (bytes === null) return missing;
  const type = (await mediaTypeOf(bytes)) ?? 'application/octet-stream';
  switch (found.use) {
    case 'picture':
    case 'film':
      return shownTypes[found.use].has(type)
        ? { kind: 'file', name: found.name, type, bytes, shown: true }
        : missing;
    case 'captions':
      return { kind: 'file', name: found.name, type: 'text/vtt; charset=utf-8', bytes, shown: true };
    case 'file':
      return { kind: 'file', name: found.name, type, bytes };
  }
}
