// Writes src/platform/db/tables.ts, the types of every table, from the migrations themselves.
import { execFileSync } from 'node:child_process';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { testDatabase } from '../tests/support/database.ts';

const target = fileURLToPath(new URL('../src/platform/db/tables.ts', import.meta.url));
const unfinished = `${target}.${process.pid}`;
const codegen = fileURLToPath(new URL('../node_modules/.bin/kysely-codegen', import.meta.url));
const check = process.argv.includes('--check');

const database = await testDatabase();
try {
  execFileSync(codegen, [
    ...['--dialect', 'postgres', '--url', database.ownerUrl, '--out-file', unfinished],
    ...['--exclude-pattern', '{graphile_worker,jobs}.*'],
    // As src/platform/db/types.ts reads them.
    ...['--date-parser', 'string', '--type-mapping', '{"int8":"number"}'],
    ...['--log-level', 'error'],
  ]);
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
