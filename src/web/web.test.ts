import assert from 'node:assert/strict';
import test from 'node:test';
import { z } from 'zod';
import { link, open, route, staff, type Actor } from '../platform/http/index.ts';
import { decideAccess } from './access.ts';
import { hostName, readArrival } from './address.ts';
import { comesFromUs } from './cross-origin.ts';
import { openApi } from './openapi.ts';
import { readWith } from './problems.ts';

const arrivals = [
  ['/', null, '/', 'sv'],
  ['/en', null, '/', 'en'],
  ['/en/bibliotek?q=bygglov', null, '/bibliotek?q=bygglov', 'en'],
  ['/enkoping', null, '/enkoping', 'sv'],
  ['/', 'harnosand', '/k/harnosand', 'sv'],
  ['/tjanster/skolskjuts', 'harnosand', '/k/harnosand/tjanster/skolskjuts', 'sv'],
  ['/en/tjanster', 'harnosand', '/k/harnosand/tjanster', 'en'],
  ['/logga-in?till=%2F', 'harnosand', '/logga-in?till=%2F', 'sv'],
  ['/k/harnosand', 'harnosand', '/k/harnosand', 'sv'],
  ['/assets/public.0.css', 'harnosand', '/assets/public.0.css', 'sv'],
  ['/teman/0d5c63/0.css', 'harnosand', '/teman/0d5c63/0.css', 'sv'],
] as const;

test('an address gives language and municipality', () => {
  for (const [url, host, expected, language] of arrivals) {
    assert.deepEqual(readArrival(url, host), { url: expected, language }, url);
  }
  assert.equal(hostName('Sjalvservice.Example.SE:443'), 'sjalvservice.example.se');
});

const anonymous: Actor = { kind: 'anonymous' };
const person = (organisation: string, role: 'citizen' | 'designer'): Actor => ({
  kind: 'person',
  person: 'p',
  name: 'Formgivare, Sundsvall',
  mandates: [{ organisation, unit: null, role }],
  workingFor: organisation,
  via: 'session',
});

test('access: staff of this organisation only, the same answer for hidden and missing', () => {
  const here = { organisation: 'sundsvall', demo: false };
  const cases = [
    [open, anonymous, 'allow'],
    [staff('designer'), anonymous, 'sign-in'],
    [staff('designer'), person('sundsvall', 'designer'), 'allow'],
    [staff('admin'), person('sundsvall', 'designer'), 'missing'],
    [staff('designer'), person('timra', 'designer'), 'missing'],
    [{ kind: 'demo' }, anonymous, 'missing'],
    [{ kind: 'signed-in' }, anonymous, 'sign-in'],
  ] as const;
  for (const [access, actor, expected] of cases) assert.equal(decideAccess(access, actor, here), expected);
});

test('a change is taken only from our own pages or with a token', () => {
  const base = {
    method: 'POST',
    fetchSite: undefined,
    origin: undefined,
    ownOrigins: ['https://kommons.example'],
    bearer: false,
  };
  const cases = [
    [{}, false],
    [{ method: 'GET' }, true],
    [{ fetchSite: 'same-origin' }, true],
    [{ fetchSite: 'none' }, true],
    [{ fetchSite: 'same-site' }, false],
    [{ fetchSite: 'cross-site', origin: 'https://kommons.example' }, false],
    [{ origin: 'https://kommons.example' }, true],
    [{ origin: 'null' }, false],
    [{ origin: 'https://kommons.example.evil' }, false],
    [{ bearer: true }, true],
  ] as const;
  for (const [change, expected] of cases) assert.equal(comesFromUs({ ...base, ...change }), expected);
});

const showWork = route({
  method: 'GET',
  path: '/api/v1/works/:work',
  access: open,
  query: z.object({ language: z.enum(['sv', 'en']).optional() }),
  operation: { summary: 'A work', tag: 'library', response: z.object({ id: z.string() }) },
  handle: async (_context, { params }) => ({ kind: 'json', status: 200, body: { id: params.work } }),
});

test('links are built from routes, whole or not at all', () => {
  assert.equal(
    link(showWork, { work: 'skol skjuts' }, { q: 'å', page: 2, none: undefined }),
    '/api/v1/works/skol%20skjuts?q=%C3%A5&page=2',
  );
  assert.throws(() => link(showWork, { work: '' }), /work is missing/);
});

test('OpenAPI comes from the schemas that read the requests', () => {
  const description = JSON.stringify(openApi([showWork], 'https://kommons.example'));
  assert.match(description, /"\/api\/v1\/works\/\{work\}"/);
  assert.match(description, /"name":"language","in":"query","required":false/);
});

test('what cannot be read is told with every issue at once, in Swedish', () => {
  const result = readWith(z.object({ a: z.string(), b: z.number() }), { a: 1, b: 'x' }, 'sv');
  assert.ok(!result.ok);
  assert.deepEqual(
    result.issues.map((issue) => issue.path),
    ['a', 'b'],
  );
  assert.equal(result.issues[0]?.message, 'Skriv en text.');
});
