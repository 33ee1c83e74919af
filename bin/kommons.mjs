#!/usr/bin/env node
// The `kommons` command. Plain JavaScript, since it begins under whatever Node the system has: it goes on
// under the Node that the project pins, which reads TypeScript by itself.
import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import module from 'node:module';
import { constants } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.dirname(path.dirname(realpathSync(fileURLToPath(import.meta.url))));
const args = process.argv.slice(2);
const isRecent = Number.parseInt(process.versions.node, 10) >= 24;

/** Commands on files, which need no database and must start at once. */
const onFiles = new Set(['diff', 'merge', 'validate', 'hash', 'import', 'help', '--help', '-h', undefined]);

function pinnedNode() {
  const folder = path.join(
    root,
    'node_modules',
    `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`,
  );
  return path.join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/** Runs a program in this one's place: the same input and output, its exit status, signals passed on. */
function become(program, programArgs, env = process.env) {
  const child = spawn(program, programArgs, { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    process.stderr.write(`kommons: cannot run ${program}: ${error.message}\n`);
    process.exitCode = 2;
  });
  child.on('exit', (status, signal) => {
    process.exitCode = status ?? 128 + (constants.signals[signal] ?? 0);
  });
}

async function runHere() {
  if (onFiles.has(args[0])) {
    module.enableCompileCache?.(path.join(root, 'node_modules', '.cache', 'kommons'));
    const { run } = await import(pathToFileURL(path.join(root, 'src', 'cli', 'kernel', 'main.ts')).href);
    process.exitCode = await run(args);
    return;
  }
  const loader = import.meta.resolve('tsx');
  // The working folder is the caller's, and its tsconfig.json, if any, is not ours.
  become(process.execPath, ['--import', loader, path.join(root, 'src', 'cli', 'main.ts'), ...args], {
    ...process.env,
    TSX_TSCONFIG_PATH: path.join(root, 'tsconfig.json'),
  });
}

if (isRecent) await runHere();
else if (existsSync(pinnedNode())) become(pinnedNode(), [fileURLToPath(import.meta.url), ...args]);
else {
  process.stderr.write(
    `kommons: needs Node 24, which is not installed in ${root}; run "npm ci" there, or use Node 24 or newer\n`,
  );
  process.exitCode = 2;
}
