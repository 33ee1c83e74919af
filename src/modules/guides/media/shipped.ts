import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Db } from '../../../platform/db/index.ts';
import { hold, shippedBy, type Files } from '../../../platform/files/index.ts';

const folder = path.resolve(import.meta.dirname, '../../../../content/guides/pictures');

type Means = { readonly db: Db; readonly files: Files; readonly clock: () => Date };

/**
 * Puts the pictures of the guides that ship in the store, for every organisation to name: whoever takes in a guide
 * from a file or from the library has its pictures too. Harmless to repeat; done at every start.
 */
export async function keepShippedPictures({ db, files, clock }: Means): Promise<void> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.webp'));
  const hashes: string[] = [];
  for (const name of names) hashes.push(await files.save(await readFile(path.join(folder, name))));
  await db.transaction({ organisation: shippedBy, person: null }, (tx) =>
    hold({ tx, organisation: shippedBy }, hashes, clock()),
  );
}
