import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { z } from 'zod';

const root = path.resolve(import.meta.dirname, '../..');

const Report = z.object({
  modules: z.array(z.object({ source: z.string() })),
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

/** Runs dependency-cruiser as `npm run check` does, in any folder. */
function cruise(folder: string) {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      path.join(root, 'node_modules/.bin/depcruise'),
      '--config',
      path.join(root, 'architecture.mjs'),
      '--output-type',
      'json',
      'src',
    ],
    { cwd: folder, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  );
  assert.ok(stdout.startsWith('{'), stderr);
  return Report.parse(JSON.parse(stdout));
}

/** A file that breaks a rule: the rule, where, what it imports. */
const planted = [
  ['kernel-is-pure', 'src/kernel/a.ts', '../platform/b.ts'],
  ['kernel-needs-no-machine', 'src/kernel/c.ts', 'node:fs'],
  ['platform-on-kernel', 'src/platform/a.ts', '../modules/identity/index.ts'],
  ['ui-on-kernel', 'src/ui/a.ts', '../platform/b.ts'],
  ['modules-below-web', 'src/modules/cases/a.ts', '../../web/b.ts'],
  ['web-below-main', 'src/web/a.ts', '../main.ts'],
  ['cli-beside-web', 'src/cli/a.ts', '../web/b.ts'],
  ['module-organisations', 'src/modules/organisations/a.ts', '../identity/index.ts'],
  ['module-identity', 'src/modules/identity/a.ts', '../commons/index.ts'],
  ['module-commons', 'src/modules/commons/a.ts', '../cases/index.ts'],
  ['module-cases', 'src/modules/cases/c.ts', '../services/index.ts'],
  ['module-services', 'src/modules/services/c.ts', '../guides/index.ts'],
  ['module-guides', 'src/modules/guides/a.ts', '../services/index.ts'],
  ['through-the-door', 'src/modules/services/a.ts', '../commons/b.ts'],
  ['through-the-door-from-above', 'src/web/c.ts', '../modules/commons/b.ts'],
  ['no-cycles', 'src/platform/c.ts', './d.ts'],
  ['only-main-starts', 'src/web/d.ts', '../main.ts'],
  ['demo-people-in-demo-mode', 'src/web/e.ts', '../modules/identity/demo/index.ts'],
] as const;

function plant(folder: string): void {
  const write = (file: string, text: string) => {
    mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  for (const module of ['organisations', 'identity', 'commons', 'cases', 'services', 'guides']) {
    write(`src/modules/${module}/index.ts`, 'export const door = 1;\n');
  }
  write('src/modules/commons/b.ts', 'export const b = 1;\n');
  write('src/platform/b.ts', 'export const b = 1;\n');
  write('src/platform/d.ts', `import './c.ts';\nexport const d = 1;\n`);
  write('src/web/b.ts', 'export const b = 1;\n');
  write('src/main.ts', 'export const main = 1;\n');
  write('src/modules/identity/demo/index.ts', 'export const demo = 1;\n');
  for (const [, file, target] of planted) write(file, `import '${target}';\n`);
  write('package.json', '{"type":"module"}\n');
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
}

test('every rule of the architecture catches a planted violation', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kommons-architecture-'));
  try {
    plant(folder);
    const { violations } = cruise(folder).summary;
    for (const [rule, file] of planted) {
      const caught = violations.some((violation) => violation.rule.name === rule && violation.from === file);
      assert.ok(caught, `${rule} did not catch ${file}`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the architecture holds, and the check saw every module', () => {
  const { modules, summary } = cruise(root);
  assert.deepEqual(summary.violations, []);
  const seen = new Set(modules.map((module) => module.source));
  const expected = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => path.posix.join('src', file.split(path.sep).join('/')));
  assert.deepEqual(
    expected.filter((file) => !seen.has(file)),
    [],
  );
});

/** The store as it is, which gives any file to whoever knows its hash. */
const rawStore = /\bcontext\.files\b|\bfiles\b[^;\n]*\}\s*(?:=\s*context\b|:\s*(?:Context|Pick<Context)\b)/;

test('guides come to files only through what the organisation holds', () => {
  const folder = path.join(root, 'src/modules/guides');
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .filter((name) => rawStore.test(readFileSync(path.join(folder, name), 'utf8')));
  assert.deepEqual(found, []);
  for (const planted of [
    'const bytes = await context.files.find(hash);',
    'const { tx, files } = context;',
    'async function sizeIn({ files }: Context, block: PictureBlock) {',
  ])
    assert.match(planted, rawStore);
});
