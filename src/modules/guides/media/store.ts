import { heldFiles, type Files } from '../../../platform/files/index.ts';
import { getOrganisation, type Context } from '../../../platform/http/index.ts';

/** Where the files of an organisation's guides are, named as definitions name them: `sha256-` and the hash. */
export type MediaStore = {
  /** Stores the bytes for the organisation. Returns their name. */
  readonly keep: (bytes: Uint8Array) => Promise<string>;
  /** Null for a file that is not there, or that is not the organisation's to name. */
  readonly find: (media: string) => Promise<Uint8Array | null>;
};

const prefix = 'sha256-';

type Means = Pick<Context, 'tx' | 'now'> & { readonly files: Files; readonly organisation: string };

export function mediaStore(means: Means): MediaStore {
  const held = heldFiles(means);
  return {
    keep: async (bytes) => `${prefix}${await held.keep(bytes)}`,
    find: async (media) => (media.startsWith(prefix) ? held.findHeld(media.slice(prefix.length)) : null),
  };
}

/** The files of the organisation that the path names. */
export const mediaOf = (context: Context): MediaStore =>
  mediaStore({ ...context, organisation: getOrganisation(context) });
