// `npm run check`: format, lint, types, architecture, knip. One line each; the output of what fails.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const bin = (name) => path.join(root, 'node_modules', '.bin', name);

const steps = [
  { name: 'format', command: bin('oxfmt'), args: ['--check', '.'] },
  { name: 'lint', command: bin('oxlint'), args: ['--type-aware', '--deny-warnings'] },
  { name: 'types', command: bin('tsc'), args: [] },
  {
    name: 'architecture',
    command: bin('depcruise'),
    args: ['--config', 'architecture.mjs', '--output-type', 'err', 'src', 'tests'],
  },
  { name: 'knip', command: bin('knip'), args: ['--no-progress'] },
];

/** Runs every step, so that one run tells everything. Gives the names of those that failed. */
export function check() {
  return steps
    .filter(({ name, command, args }) => {
      const started = Date.now();
      const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: 'utf8' });
      process.stdout.write(`check: ${name} ${status === 0 ? 'ok' : 'FAILED'} (${Date.now() - started} ms)\n`);
      if (status !== 0) process.stdout.write(`${stdout}${stderr}\n`);
      return status !== 0;
    })
    .map(({ name }) => name);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exit(check().length === 0 ? 0 : 1);
