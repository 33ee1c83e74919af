import { mediaTypeOf } from '../../../../platform/files/index.ts';
import { cleanMp4 } from './mp4.ts';
import { cleanWebm } from './webm.ts';

export type FilmRefusal = 'no-film' | 'damaged' | 'foreign-track';

export type FilmCleaned =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly failure: FilmRefusal };

/** A film that a browser shows, by its content, without what it tells of its making. Nothing is encoded anew. */
export async function cleanFilm(bytes: Uint8Array): Promise<FilmCleaned> {
  const type = await mediaTypeOf(bytes);
  if (type === 'video/mp4') return cleanMp4(bytes);
  return type === 'video/webm' ? cleanWebm(bytes) : { ok: false, failure: 'no-film' };
}
