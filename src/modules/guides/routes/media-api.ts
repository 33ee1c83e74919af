import { z } from 'zod';
import { scannerOf } from '../../../platform/files/index.ts';
import { json, route, type Reply } from '../../../platform/http/index.ts';
import { largeFilms } from '../media/film/take.ts';
import { mediaOf } from '../media/store.ts';
import { takeSent, type MediaRefusal } from '../media/take.ts';
import { refusalInWords } from '../texts/media.ts';
import { writers } from '../writers.ts';

/** What a definition says of a file: its name, and of a picture its size in pixels. */
const MediaKept = z.object({
  media: z.string(),
  /** What it was called, with the ending that its content goes by. */
  name: z.string(),
  width: z.number().nullable(),
  height: z.number().nullable(),
});

const refused = (failure: MediaRefusal | { readonly kind: 'no-file' }, sv: string, en: string): Reply =>
  json({ failure: { ...failure, message: { sv, en } } }, 422);

const apiMedia = route({
  method: 'POST',
  path: '/api/v1/organisations/:organisation/media',
  access: writers,
  body: z.object({ use: z.enum(['picture', 'film', 'captions', 'file']) }),
  operation: {
    summary:
      'Puts a file in for guides, by the same rules as the editor. A definition may name it from then on; what none names goes in a day',
    tag: 'guides',
    response: MediaKept,
    file: 'file',
  },
  takesFiles: async () => true,
  takesLarge: async () => largeFilms,
  handle: async (context, { body: { use }, files, large }) => {
    const [file] = [...files, ...large];
    if (file === undefined) return refused({ kind: 'no-file' }, 'Det finns ingen fil.', 'There is no file.');
    const taken = await takeSent(file, use, { store: mediaOf(context), scan: scannerOf(context) });
    if (!taken.ok)
      return refused(taken.failure, refusalInWords(taken.failure, 'sv'), refusalInWords(taken.failure, 'en'));
    const { hash, name, size } = taken.media;
    return json({ media: hash, name, width: size?.width ?? null, height: size?.height ?? null }, 201);
  },
});

export const mediaApiRoutes = [apiMedia] as const;
