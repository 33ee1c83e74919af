import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../../bin/kommons.mjs', import.meta.url));
const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'kommons-elsewhere-')));
after(() => rm(folder, { recursive: true, force: true }));

const runThere = (...args: readonly string[]) =>
  spawnSync(process.execPath, [command, ...args], {
    encoding: 'utf8',
    cwd: folder,
    env: { ...process.env, KOMMONS_DATA: path.join(folder, 'data') },
  });

test('the command works in another folder, whatever tsconfig.json is there', async () => {
  await writeFile(path.join(folder, 'tsconfig.json'), '{ "compilerOptions": { "jsx": "react" } }');
  const minted = runThere('token', 'case-worker@harnosand');
  assert.deepEqual({ status: minted.status, err: minted.stderr }, { status: 0, err: '' });
  assert.match(minted.stdout, /^[\w-]+\.[\w-]+\.[\w-]+\n$/);
});

test('a file without a folder is one of the folder where the command is given', () => {
  const ran = runThere('restore', 'none.tar');
  assert.equal(ran.status, 2);
  assert.equal(ran.stderr, `${path.join(folder, 'none.tar')}: there is no such file; check the name\n`);
});
