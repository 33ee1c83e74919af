// Bundles the design system's colour generator, which is a tool for developers, into one module that
// the running app can use. Called by `npm run generate`; a test proves that the result is fresh.
import { build } from 'esbuild';
import { createRequire } from 'node:module';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const target = join(root, 'src/ui/theme/dist');

/** The text of the bundle and of the licences of what is in it. */
export async function themeGenerator() {
  const { outputFiles, metafile } = await build({
    entryPoints: [join(root, 'tools/theme-generator-entry.mjs')],
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    minify: true,
    metafile: true,
    write: false,
  });
  const packages = new Set();
  for (const [path, { bytesInOutput }] of Object.entries(Object.values(metafile.outputs)[0].inputs)) {
    const name = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
    if (name && bytesInOutput > 0) packages.add(name);
  }
  return {
    code: outputFiles[0].text,
    licences: [...packages]
      .toSorted((a, b) => a.localeCompare(b, 'en'))
      .map(licence)
      .join('\n\n'),
  };
}

function licence(name) {
  const folder = join(root, 'node_modules', name);
  const { version, license } = createRequire(import.meta.url)(join(folder, 'package.json'));
  const file = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'license.txt'].find((candidate) =>
    existsSync(join(folder, candidate)),
  );
  const text = file === undefined ? '' : `\n${readFileSync(join(folder, file), 'utf8').trim()}`;
  return `${name} ${version}, ${license}${text}`;
}

/** Writes the bundle, its licences and its types. */
export async function writeThemeGenerator() {
  const { code, licences } = await themeGenerator();
  writeFileSync(join(target, 'generator.mjs'), code);
  writeFileSync(join(target, 'LICENSES.txt'), `${licences}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeThemeGenerator();
