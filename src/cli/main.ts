import { spawn } from 'node:child_process';
import path from 'node:path';
import { describeProblems, getKey, parseConfig, settings, type Config } from '../platform/config/index.ts';
import { readArguments } from './kernel/arguments.ts';
import { Unusable } from './kernel/failure.ts';
import { terminal } from './ask.ts';
import { putBack, saveBackup, upgrade } from './backup.ts';
import { makeCurator } from './curator.ts';
import { helpOf, usage } from './help.ts';
import { giveHost } from './host.ts';
import { makeSupplier } from './supplier.ts';
import { verify } from './verify.ts';

const root = path.resolve(import.meta.dirname, '../..');
const out = (line: string): void => void process.stdout.write(`${line}\n`);

function readConfig(): Config {
  const parsed = parseConfig(process.env, root);
  if (!parsed.ok) throw new Unusable(describeProblems(parsed.failure));
  return parsed.config;
}

/** A bearer token for the demo world's API. Never opens the database; production has no such key. */
async function token(args: readonly string[]): Promise<number> {
  const [name = ''] = readArguments(args, { line: usage.token, files: 1 }).files;
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

/** Every setting with its default; `*` where production demands it. */
function settingsHelp(): string {
  const lines = settings.map(
    ({ name, meaning, default: value, neededInProduction }) =>
      `  ${name}${neededInProduction ? ' *' : ''}${value === null ? '' : ` (${value})`}\n      ${meaning}\n`,
  );
  return `\nSettings, in the environment (* production demands it; in brackets what is so without it):\n${lines.join('')}`;
}

/** The composition root is started as a program of its own: nothing may import it. */
function runMain(...args: readonly string[]): Promise<number> {
  const main = path.join(root, 'src', 'main.ts');
  const loader = import.meta.resolve('tsx');
  const child = spawn(process.execPath, ['--import', loader, main, ...args], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (status) => resolve(status ?? 1));
  });
}

function start(args: readonly string[]): Promise<number> {
  readArguments(args, { line: usage.start, files: 0 });
  return runMain();
}

function demo(args: readonly string[]): Promise<number> {
  const [what] = args;
  if ((what !== 'reset' && what !== 'load') || args.length !== 1)
    throw new Unusable(`kommons: write ${usage.demo}`);
  return runMain(`${what}-demo`);
}

type Command = (args: readonly string[]) => number | Promise<number>;

const commands: Readonly<Record<keyof typeof usage, Command>> = {
  start,
  demo,
  token,
  host: (args) => giveHost(args, readConfig(), out),
  curator: (args) => makeCurator(args, readConfig(), out),
  supplier: (args) => makeSupplier(args, readConfig(), out),
  verify: (args) => verify(args, readConfig(), out),
  backup: (args) => saveBackup(args, readConfig(), out),
  restore: (args) => putBack(args, readConfig(), { say: out, ask: terminal(process) }),
  upgrade: (args) => upgrade(args, readConfig(), out),
};

const isCommand = (name: string): name is keyof typeof usage => Object.hasOwn(commands, name);

async function run(): Promise<number> {
  const [name = '', ...rest] = process.argv.slice(2);
  if (!isCommand(name)) throw new Unusable(`kommons: there is no command ${name}; see kommons --help`);
  if (rest.includes('--help') || rest.includes('-h')) {
    process.stdout.write(helpOf(name));
    if (name === 'start') process.stdout.write(settingsHelp());
    return 0;
  }
  return commands[name](rest);
}

try {
  process.exitCode = await run();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof Unusable ? 2 : 1;
}
