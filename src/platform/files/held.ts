import { sql } from 'kysely';
import type { Tx } from '../db/index.ts';
import type { Files } from './index.ts';
import { mostFileBytes } from './limits.ts';
import type { Sealed } from './arriving.ts';
import type { KeptFile } from './parts.ts';
import { isHash } from './place.ts';

/*
 * The store gives any file to whoever knows its hash. What an organisation's people name in texts of their own is
 * found through here instead: only what the organisation has put in itself, or what came with something that it
 * may read.
 */

/** The files of one organisation, by the SHA-256 of their bytes in hexadecimal. */
type HeldFiles = {
  /** Stores the bytes for the organisation, which may name them from then on. Returns the hash. */
  readonly keep: (bytes: Uint8Array) => Promise<string>;
  /** The same of a file that came piece by piece. */
  readonly keepSealed: (file: Sealed) => Promise<string>;
  /** Null also for a file that is there and not the organisation's to name, and for one too large to be read whole. */
  readonly findHeld: (hash: string) => Promise<Uint8Array | null>;
  /** The same of a file of any size, to be read in parts. */
  readonly openHeld: (hash: string) => Promise<KeptFile | null>;
};

type Holder = { readonly tx: Tx; readonly organisation: string };
type Means = Holder & { readonly files: Files; readonly now: Date };

/** What ships with Kommons is held under this name, for every organisation to use. */
export const shippedBy = 'kommons';

/** Lets the organisation name the files, from when they were last saved. */
export async function hold(
  { tx, organisation }: Holder,
  hashes: readonly string[],
  savedAt: Date,
): Promise<void> {
  if (hashes.length === 0) return;
  await sql`
    insert into platform.files (organisation_id, hash, saved_at)
    select ${organisation}, hash, ${savedAt} from unnest(${[...new Set(hashes)]}::text[]) as hash order by hash
    on conflict (organisation_id, hash) do update set saved_at = excluded.saved_at`.execute(tx);
}

/** Those of the hashes that the organisation may not name. */
export async function listNotHeld(
  { tx, organisation }: Holder,
  hashes: readonly string[],
): Promise<readonly string[]> {
  if (hashes.length === 0) return [];
  const { rows } = await sql<{ hash: string }>`
    select hash from platform.files
    where organisation_id in (${organisation}, ${shippedBy}) and hash = any(${[...hashes]}::text[])`.execute(
    tx,
  );
  const held = new Set(rows.map(({ hash }) => hash));
  return [...new Set(hashes)].filter((hash) => !held.has(hash));
}

/** The files that an organisation has and may name, in a transaction that is its own. */
export function heldFiles({ tx, organisation, files, now }: Means): HeldFiles {
  const mayName = async (hash: string): Promise<boolean> =>
    isHash(hash) && (await listNotHeld({ tx, organisation }, [hash])).length === 0;
  const held = async (hash: string): Promise<string> => {
    await hold({ tx, organisation }, [hash], now);
    return hash;
  };
  return {
    keep: async (bytes) => held(await files.save(bytes)),
    keepSealed: async (file) => {
      await file.keep();
      return held(file.hash);
    },
    findHeld: async (hash) => ((await mayName(hash)) ? files.find(hash, mostFileBytes) : null),
    openHeld: async (hash) => ((await mayName(hash)) ? files.open(hash) : null),
  };
}
