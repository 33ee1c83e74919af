import type { Definition, Json } from '../../../kernel/index.ts';
import { hold, listNotHeld } from '../../../platform/files/index.ts';
import type { Acting } from '../acting.ts';
import { listFilesInLibrary } from '../library/door.ts';
import { done, refused, type Outcome } from '../model/failure.ts';
import { filesIn } from '../model/files.ts';
import type { Issue } from '../model/kind.ts';
import { readerFor } from '../reader.ts';

const hashesIn = (definitions: readonly Json[]): readonly string[] => [
  ...new Set(definitions.flatMap((one) => filesIn(one)).map(({ hash }) => hash)),
];

/** What stands in versions that the organisation has been given by those who made them, it may name too. */
export const takeFiles = (a: Acting, given: readonly Definition[]): Promise<void> =>
  hold(a, hashesIn(given), a.now);

const unknownFile = (path: string): Issue => ({
  path,
  severity: 'error',
  message: {
    sv: 'Filen finns inte hos er. Ladda upp den, eller ta bort den ur innehållet.',
    en: 'You do not have this file. Upload it, or take it out of the content.',
  },
});

/**
 * Whether the organisation may name the files in what its people have made, a definition or a part of one: it has put them in itself, they came
 * with what it has taken, they ship with Kommons, or they stand in a version of the library that it may read. Those of
 * the library are its own from then on. Fails with `invalid`; of a file that is nobody's the same is said.
 */
export async function checkFiles(a: Acting, made: Json): Promise<Outcome<null>> {
  const missing = await listNotHeld(a, hashesIn([made]));
  if (missing.length === 0) return done(null);
  const found = await listFilesInLibrary(a.tx, await readerFor(a), {
    hashes: missing,
    without: a.organisation,
  });
  await hold(a, found, a.now);
  const unknown = new Set(missing.filter((hash) => !found.includes(hash)));
  const issues = filesIn(made).flatMap(({ hash, path }) => (unknown.has(hash) ? [unknownFile(path)] : []));
  return issues.length === 0 ? done(null) : refused({ kind: 'invalid', issues });
}

/**
 * Nothing goes into a version, whatever way it came, that names what the organisation may not; what is in its versions
 * it holds itself, also when what it came with is gone. Throws.
 */
export async function holdFiles(a: Acting, definitions: readonly Definition[]): Promise<void> {
  const hashes = hashesIn(definitions);
  const [first] = await listNotHeld(a, hashes);
  if (first !== undefined) throw new Error(`${a.organisation} may not name the file ${first}`);
  await hold(a, hashes, a.now);
}
