import { heldFiles, type Files, type KeptFile, type Sealed } from '../../../platform/files/index.ts';
import { getOrganisation, type Context } from '../../../platform/http/index.ts';

/** Where the files of an organisation's guides are, named as definitions name them: `sha256-` and the hash. */
export type MediaStore = {
  /** Stores the bytes for the organisation. Returns their name. */
  readonly keep: (bytes: Uint8Array) => Promise<string>;
  /** The same of a film, which lies on disk already. */
  readonly keepFilm: (film: Sealed) => Promise<string>;
  /** Null for a file that is not there, that is not the organisation's to name, or that is as large as films are. */
  readonly find: (media: string) => Promise<Uint8Array | null>;
  /** A file of any size, to be read in parts; null as above. */
  readonly open: (media: string) => Promise<KeptFile | null>;
};

const prefix = 'sha256-';

type Means = Pick<Context, 'tx' | 'now'> & { readonly files: Files; readonly organisation: string };

const named = async <T>(media: string, look: (hash: string) => Promise<T | null>): Promise<T | null> =>
  media.startsWith(prefix) ? look(media.slice(prefix.length)) : null;

export function mediaStore(means: Means): MediaStore {
  const held = heldFiles(means);
  return {
    keep: async (bytes) => `${prefix}${await held.keep(bytes)}`,
    keepFilm: async (film) => `${prefix}${await held.keepSealed(film)}`,
    find: (media) => named(media, held.findHeld),
    open: (media) => named(media, held.openHeld),
  };
}

/** The files of the organisation that the path names. */
export const mediaOf = (context: Context): MediaStore =>
  mediaStore({ ...context, organisation: getOrganisation(context) });
