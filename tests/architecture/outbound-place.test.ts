import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import test from 'node:test';

/* What people give addresses to is reached from one place, which looks at every address first. */

const root = path.resolve(import.meta.dirname, '../..');

/** Clients of HTTP: types alone reach nothing. */
const client =
  /\bimport\s+(?!type\b)[^;]*\bfrom\s+['"](?:node:)?(?:https?|http2|undici)['"]|(?<![.\w])fetch\(|\bnew WebSocket\(/u;

type Source = { readonly file: string; readonly text: string };

const reaching = (files: readonly Source[]): readonly string[] =>
  files
    .filter(({ text }) => client.test(text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/gu, '')))
    .map(({ file }) => file);

/** On the server: what runs in a browser asks its own server. */
const sources = globSync('src/**/*.{ts,tsx}', { cwd: root })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !/\.test\.tsx?$/u.test(file))
  .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }));

test('only one file sends to addresses over HTTP', () => {
  assert.ok(sources.length > 500);
  assert.deepEqual(reaching(sources), ['src/platform/outbound/send.ts']);
});

test('another way out is found', () => {
  const planted: readonly Source[] = [
    { file: 'a.ts', text: `import { request } from 'node:https';` },
    { file: 'b.ts', text: 'await fetch(address);' },
    { file: 'c.ts', text: `import http from 'http';` },
    { file: 'd.ts', text: `import type { IncomingMessage } from 'node:http';` },
    { file: 'e.ts', text: 'outbound.fetch(x); // fetch(y)' },
  ];
  assert.deepEqual(reaching(planted), ['a.ts', 'b.ts', 'c.ts']);
});
