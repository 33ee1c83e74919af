import { z } from 'zod';
import { scannerOf } from '../../../../platform/files/index.ts';
import type { Large } from '../../../../platform/http/index.ts';
import { mostFilmMegabytes } from '../kinds.ts';
import { cleanFilm, FilmRefusal } from './clean.ts';

const Scanned = z.enum(['infected', 'not-scanned']);

/** Why a film that came was not taken. */
export const FilmProblem = z.union([FilmRefusal, Scanned]);
export type FilmProblem = z.infer<typeof FilmProblem>;

/**
 * How films are taken wherever they are sent: on disk from the first byte, cleaned where they lie, and then scanned as
 * they will be kept. Before any transaction, which would otherwise wait for it.
 */
export const largeFilms: Large = {
  called: { sv: 'En film', en: 'A film' },
  type: 'video/',
  megabytes: mostFilmMegabytes,
  prepare: async (film, { demo }): Promise<FilmProblem | null> => {
    const refused = await cleanFilm(film);
    if (refused !== null) return refused;
    const verdict = await scannerOf({ demo })(film.pieces());
    if (verdict === 'clean') return null;
    return verdict === 'infected' ? 'infected' : 'not-scanned';
  },
};
