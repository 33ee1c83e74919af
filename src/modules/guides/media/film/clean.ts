import { z } from 'zod';
import { mediaTypeOf, startSize, type Arriving } from '../../../../platform/files/index.ts';
import { Broken, filmBytes } from './bytes.ts';
import { cleanMp4 } from './mp4.ts';
import { cleanWebm } from './webm.ts';

/** Why a film is not taken. */
export const FilmRefusal = z.enum(['no-film', 'damaged', 'foreign-track']);
export type FilmRefusal = z.infer<typeof FilmRefusal>;

/**
 * Takes what a film tells of its making out of it, where it lies; null where it is one that a browser shows, by its
 * content. Nothing is encoded anew.
 */
export async function cleanFilm(
  file: Pick<Arriving, 'size' | 'read' | 'overwrite'>,
): Promise<FilmRefusal | null> {
  const type = await mediaTypeOf(await file.read(0, startSize));
  try {
    if (type === 'video/mp4') return await cleanMp4(filmBytes(file));
    return type === 'video/webm' ? await cleanWebm(filmBytes(file)) : 'no-film';
  } catch (error) {
    if (error instanceof Broken) return 'damaged';
    throw error;
  }
}
