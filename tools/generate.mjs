// Writes src/platform/db/tables.ts, the types of every table, from the migrations themselves, and
// bundles the colour generator of the themes.
import { execFileSync } from 'node:child_process';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { testDatabase } from '../tests/support/database.ts';
import { writeThemeGenerator } from './theme-generator.mjs';

const target = fileURLToPath(new URL('../src/platform/db/tables.ts', import.meta.url));
const unfinished = `${target}.${process.pid}`;
const codegen = fileURLToPath(new URL('../node_modules/.bin/kysely-codegen', import.meta.url));
const check = process.argv.includes('--check');

// Its own test says when it is not fresh.
if (!check) await writeThemeGenerator();

const database = await testDatabase();
try {
  const from = ['--dialect', 'postgres', '--url', database.ownerUrl, '--out-file', unfinished];
  const without = ['--exclude-pattern', '{graphile_worker,jobs}.*'];
  // As src/platform/db/types.ts reads them.
  const types = ['--date-parser', 'string', '--type-mapping', '{"int8":"number"}'];
  execFileSync(codegen, [...from, ...without, ...types, '--log-level', 'error']);
  const written = readFileSync(unfinished, 'utf8');
  const same = written === readFileSync(target, 'utf8');
  if (check && !same) {
    process.stderr.write('src/platform/db/tables.ts is not what the migrations say: run npm run generate\n');
    process.exitCode = 1;
  }
  if (!check && !same) {
    writeFileSync(unfinished, written);
    renameSync(unfinished, target);
  }
} finally {
  rmSync(unfinished, { force: true });
  await database.close();
}
