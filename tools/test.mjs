// `npm test`: the checks, then every test file. Arguments are passed on as files or globs.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { check } from './check.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const asked = process.argv.slice(2);
const files =
  asked.length > 0
    ? asked
    : ['src/**/*.test.ts', 'src/**/*.test.tsx', 'tests/**/*.test.ts', 'content/**/*.test.ts'];

const failedChecks = asked.length > 0 ? [] : check();
process.stdout.write('test: running the tests …\n');
const { status } = spawnSync(
  process.execPath,
  [
    '--import',
    'tsx',
    '--import',
    './tests/support/seed.mjs',
    '--test',
    '--test-concurrency=2',
    '--test-reporter=./tools/reporter.mjs',
    ...files,
  ],
  { cwd: root, stdio: 'inherit', env: { ...process.env, NODE_ENV: 'test' } },
);
if (failedChecks.length > 0) process.stdout.write(`check failed: ${failedChecks.join(', ')}\n`);
process.exit(status === 0 && failedChecks.length === 0 ? 0 : 1);
