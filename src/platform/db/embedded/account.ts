import { spawnSync, type SpawnOptions } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';

/**
 * As whom the server runs. PostgreSQL refuses root, and `initdb` refuses a user without an entry in
 * the password file; a user namespace answers both where the kernel allows one.
 */
export type Account =
  | { readonly kind: 'self' }
  | { readonly kind: 'other-user'; readonly uid: number; readonly gid: number }
  | { readonly kind: 'namespace'; readonly mappedTo: number };

export type Command = {
  readonly program: string;
  readonly arguments: readonly string[];
  readonly options: Pick<SpawnOptions, 'uid' | 'gid' | 'cwd' | 'env'>;
};

/** The command that runs a program of the server as the account. */
export function commandAs(account: Account, program: string, args: readonly string[]): Command {
  const options = { cwd: '/', env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' } };
  switch (account.kind) {
    case 'self':
      return { program, arguments: args, options };
    case 'other-user':
      return { program, arguments: args, options: { ...options, uid: account.uid, gid: account.gid } };
    case 'namespace':
      return {
        program: 'unshare',
        arguments: ['--user', `--map-user=${account.mappedTo}`, '--', program, ...args],
        options,
      };
  }
}

/** The accounts worth trying on this machine, best first. */
export function possibleAccounts(): readonly Account[] {
  const users = passwordFile();
  const namespace: Account = { kind: 'namespace', mappedTo: users.find((user) => user.uid !== 0)?.uid ?? 1 };
  if (process.getuid?.() !== 0) return hasName() ? [{ kind: 'self' }] : [namespace];
  const nobody = users.find((user) => user.name === 'nobody') ?? { uid: 65_534, gid: 65_534 };
  return [{ kind: 'other-user', uid: nobody.uid, gid: nobody.gid }, namespace];
}

/** Whether the account can enter the folder and run the server from there: tried, not computed. */
export function canRun(account: Account, binaries: string, folder: string): boolean {
  const script = 'cd "$1" && exec "$2" --version';
  const program = join(binaries, 'bin', 'postgres');
  const command = commandAs(account, '/bin/sh', ['-c', script, 'sh', folder, program]);
  const tried = spawnSync(command.program, command.arguments, { ...command.options, stdio: 'ignore' });
  return tried.status === 0;
}

/** The user id that the account's files carry outside any namespace; null where there are no ids. */
export function fileOwner(account: Account): { readonly uid: number; readonly gid: number } | null {
  const uid = process.getuid?.();
  const gid = process.getgid?.();
  if (uid === undefined || gid === undefined) return null;
  return account.kind === 'other-user' ? { uid: account.uid, gid: account.gid } : { uid, gid };
}

function hasName(): boolean {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}

type User = { readonly name: string; readonly uid: number; readonly gid: number };

function passwordFile(): readonly User[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [name = '', , uid = '', gid = ''] = line.split(':');
      return name === '' ? [] : [{ name, uid: Number(uid), gid: Number(gid) }];
    });
}
