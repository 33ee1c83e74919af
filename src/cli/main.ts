import path from 'node:path';
import { spawnSync } from 'node:child_process';
import { describeProblems, getKey, parseConfig, type Config } from '../platform/config/index.ts';
import { readArguments } from './kernel/arguments.ts';
import { Unusable } from './kernel/failure.ts';
import { saveBackup, putBack } from './backup.ts';

const root = path.resolve(import.meta.dirname, '../..');
const out = (line: string): void => void process.stdout.write(`${line}\n`);

function readConfig(): Config {
  const parsed = parseConfig(process.env, root);
  if (!parsed.ok) throw new Unusable(describeProblems(parsed.failure));
  return parsed.config;
}

/** A bearer token for the demo world's API. Never opens the database; production has no such key. */
async function token(args: readonly string[]): Promise<number> {
  const [name = ''] = readArguments(args, { line: 'kommons token ROLE@SLUG', files: 1 }).files;
  const config = readConfig();
  if (config.mode !== 'demo')
    throw new Unusable('kommons: tokens exist in demo mode only; sign in through your provider');
  const { findDemoPerson, mintToken } = await import('../modules/identity/demo/index.ts');
  const { deriveKeys } = await import('../modules/identity/index.ts');
  const person = findDemoPerson(name);
  if (person === null) {
    throw new Unusable(`kommons: ${name} is nobody; write a role and a slug, such as case-worker@harnosand`);
  }
  out(await mintToken(person, deriveKeys(await getKey(config.data)), new Date()));
  return 0;
}

/** The composition root is started as a program of its own: nothing may import it. */
function runMain(...args: readonly string[]): number {
  const main = path.join(root, 'src', 'main.ts');
  const loader = import.meta.resolve('tsx');
  return spawnSync(process.execPath, ['--import', loader, main, ...args], { stdio: 'inherit' }).status ?? 1;
}

function demo(args: readonly string[]): number {
  if (args[0] !== 'reset' || args.length !== 1) throw new Unusable('kommons: write kommons demo reset');
  return runMain('reset-demo');
}

const commands: Readonly<Record<string, (args: readonly string[]) => number | Promise<number>>> = {
  token,
  demo,
  start: () => runMain(),
  backup: (args) => saveBackup(args, readConfig(), out),
  restore: (args) => putBack(args, readConfig(), out),
};

async function run(): Promise<number> {
  const [name = '', ...rest] = process.argv.slice(2);
  const command = commands[name];
  if (command === undefined) throw new Unusable(`kommons: there is no command ${name}; see kommons --help`);
  return command(rest);
}

try {
  process.exitCode = await run();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof Unusable ? 2 : 1;
}
