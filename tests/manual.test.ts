import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { z } from 'zod';
import { allRoutes } from '../src/main-app.ts';
import { deriveKeys } from '../src/modules/identity/index.ts';
import type { AnyRoute } from '../src/platform/http/index.ts';

/* Kommons's manual helps on every page that there is, and on no page that there is not. */

const folder = new URL('../content/guides/', import.meta.url);

const Tasks = z.object({
  sections: z.array(z.object({ steps: z.array(z.object({ tasks: z.array(z.string()).default([]) })) })),
});

const manual = readdirSync(folder)
  .filter((name) => /^kommons-.+\.json$/u.test(name))
  .flatMap((name) => Tasks.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))).sections)
  .flatMap(({ steps }) => steps.flatMap(({ tasks }) => tasks));

type Route = Pick<AnyRoute, 'method' | 'path' | 'access'>;

const routes: readonly Route[] = allRoutes({
  keys: deriveKeys(new Uint8Array(32).fill(1)),
  signIn: { realm: 'test' },
  outbound: { check: () => null },
  contact: 'kommons@example.se',
});

/** What a person opens: no machine's interface, no example of the demo, no picture inside a page. */
const isPage = ({ method, path, access }: Route): boolean =>
  method === 'GET' &&
  access.kind !== 'demo' &&
  !/^\/api(?:\/|$)/u.test(path) &&
  !path.endsWith('/media/:hash');

const without = (all: readonly Route[]): readonly string[] =>
  all
    .filter(isPage)
    .map(({ path }) => path)
    .filter((path) => !manual.includes(`page:${path}`));

/** Signing in comes before any route: the door of whichever method is in use answers. */
const doors = ['/logga-in'];

const gone = (tasks: readonly string[]): readonly string[] => {
  const paths = new Set([...routes.map(({ path }) => path), ...doors].map((path) => `page:${path}`));
  return tasks.filter((task) => task.startsWith('page:') && !paths.has(task));
};

test('every page has a step in the manual', () => {
  assert.ok(routes.filter(isPage).length > 60);
  assert.deepEqual(without(routes), []);
});

test('a page that nobody has written about is found', () => {
  const made: readonly Route[] = [
    { method: 'GET', path: '/arbete/:organisation/nytt-rum', access: { kind: 'open' } },
    { method: 'POST', path: '/arbete/:organisation/nytt-rum/sagt', access: { kind: 'open' } },
  ];
  assert.deepEqual(without([...routes, ...made]), ['/arbete/:organisation/nytt-rum']);
});

test('no step is about a page that is gone', () => {
  assert.deepEqual(gone(manual), []);
  assert.deepEqual(gone(['page:/fanns-en-gang']), ['page:/fanns-en-gang']);
});
