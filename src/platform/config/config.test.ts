import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeProblems, getKey, parseConfig, settings } from './index.ts';
import { values } from './values.ts';

const production = {
  KOMMONS_MODE: 'production',
  DATABASE_URL: 'postgresql://kommons:secret@db.example.se/kommons',
  KOMMONS_ORIGIN: 'https://kommons.example.se/',
  KOMMONS_KEY: Buffer.from(Array.from({ length: 32 }, (_, n) => (n * 73) % 256)).toString('base64'),
  OIDC_ISSUER: 'https://id.example.se',
  OIDC_CLIENT_ID: 'kommons',
  OIDC_CLIENT_SECRET: 'another secret',
  SMTP_URL: 'smtps://mail.example.se',
  MAIL_FROM: 'Kommons <kommons@example.se>',
  METRICS_TOKEN: 'a-token-of-length',
  BEHIND_PROXY: 'yes',
};

/** What is wrong with the settings, by name; empty when they are good. */
function problemsOf(environment: Record<string, string | undefined>): readonly string[] {
  const parsed = parseConfig(environment, '/srv/kommons');
  return parsed.ok ? [] : parsed.failure.map((problem) => problem.setting).toSorted();
}

test('without settings it is a demo on loopback with its own database', () => {
  const parsed = parseConfig({}, '/srv/kommons');
  assert.ok(parsed.ok);
  assert.equal(parsed.config.mode, 'demo');
  assert.equal(parsed.config.host, '127.0.0.1');
  assert.equal(parsed.config.origin, 'http://127.0.0.1:4300');
  assert.deepEqual(parsed.config.database, { kind: 'embedded', data: '/srv/kommons/.data' });
});

test('production lists everything that is missing at once', () => {
  assert.deepEqual(
    problemsOf({ KOMMONS_MODE: 'production' }),
    settings
      .filter((one) => one.neededInProduction)
      .map((one) => one.name)
      .toSorted(),
  );
});

test('what is missing is asked for as production wants it', () => {
  const parsed = parseConfig({ KOMMONS_MODE: 'production' }, '/');
  assert.ok(!parsed.ok);
  const said = describeProblems(parsed.failure);
  assert.match(said, /DATABASE_URL: is missing: production needs a PostgreSQL server of yours/);
  assert.doesNotMatch(said, /embedded|demo|without it/);
});

function logOf(environment: Record<string, string>): unknown {
  const parsed = parseConfig(environment, '/srv/kommons');
  assert.ok(parsed.ok);
  return parsed.config.log;
}

test('the log goes to a file in demo mode, to standard output in production, or where it is told', () => {
  assert.deepEqual(logOf({}), { kind: 'file', file: '/srv/kommons/.data/kommons.log' });
  assert.deepEqual(logOf({ KOMMONS_LOG: 'stderr' }), { kind: 'stderr' });
  assert.deepEqual(logOf({ KOMMONS_LOG: '/var/log/k.log' }), { kind: 'file', file: '/var/log/k.log' });
  assert.deepEqual(logOf(production), { kind: 'stdout' });
  assert.deepEqual(logOf({ ...production, KOMMONS_LOG: 'k.log', KOMMONS_DATA: '/d' }), {
    kind: 'file',
    file: '/d/k.log',
  });
});

test('production with everything starts', () => {
  const parsed = parseConfig({ ...production, KOMMONS_FIRST_ADMIN: 'harnosand:a:b' }, '/srv/kommons');
  assert.ok(parsed.ok && parsed.config.mode === 'production');
  assert.equal(parsed.config.origin, 'https://kommons.example.se');
  assert.deepEqual(parsed.config.firstAdmin, { organisation: 'harnosand', subject: 'a:b' });
});

const refused: readonly (readonly [string, Record<string, string | undefined>, readonly string[]])[] = [
  ['a demo for others', { HOST: '0.0.0.0' }, ['HOST']],
  ['a demo with a public name', { KOMMONS_ORIGIN: 'https://kommons.example.se' }, ['KOMMONS_ORIGIN']],
  ['a port that is none', { PORT: 'http' }, ['PORT']],
  ['a mode that is none', { KOMMONS_MODE: 'prod' }, ['KOMMONS_MODE']],
  [
    'one role of two',
    { DATABASE_URL: 'postgres://h/d', DATABASE_APP_URL: 'postgres://h/d' },
    ['DATABASE_JOBS_URL'],
  ],
  [
    'production over http',
    { ...production, KOMMONS_ORIGIN: 'http://kommons.example.se' },
    ['KOMMONS_ORIGIN'],
  ],
  ['a provider over http', { ...production, OIDC_ISSUER: 'http://id.example.se' }, ['OIDC_ISSUER']],
  ['an open port without a proxy', { ...production, HOST: '0.0.0.0', BEHIND_PROXY: 'no' }, ['HOST']],
  ['an address with a path', { ...production, KOMMONS_ORIGIN: 'https://example.se/k' }, ['KOMMONS_ORIGIN']],
  ['a short key', { ...production, KOMMONS_KEY: 'c2hvcnQ=' }, ['KOMMONS_KEY', 'KOMMONS_KEY']],
  ['a key of one letter', { ...production, KOMMONS_KEY: 'A'.repeat(64) }, ['KOMMONS_KEY']],
  ['a short metrics token', { ...production, METRICS_TOKEN: 'short' }, ['METRICS_TOKEN']],
  [
    'what is malformed together with what is missing',
    { ...production, MAIL_FROM: undefined, KOMMONS_KEY: 'A'.repeat(64) },
    ['KOMMONS_KEY', 'MAIL_FROM'],
  ],
  [
    'everything at once: malformed, missing, over http, half of two roles',
    {
      ...production,
      KOMMONS_KEY: 'A'.repeat(64),
      KOMMONS_ORIGIN: 'http://kommons.example.se',
      OIDC_ISSUER: 'http://id.example.se',
      DATABASE_APP_URL: 'postgres://h/d',
      SMTP_URL: undefined,
      HOST: '0.0.0.0',
      BEHIND_PROXY: 'no',
    },
    ['DATABASE_JOBS_URL', 'HOST', 'KOMMONS_KEY', 'KOMMONS_ORIGIN', 'OIDC_ISSUER', 'SMTP_URL'],
  ],
  ['a demo for others on a port that is none', { HOST: '0.0.0.0', PORT: 'http' }, ['HOST', 'PORT']],
  ['an empty setting', { ...production, SMTP_URL: '' }, ['SMTP_URL']],
  ['a header in the sender', { ...production, MAIL_FROM: 'a@b.se\r\nBcc: c@d.se' }, ['MAIL_FROM']],
];
for (const [name, environment, expected] of refused) {
  test(`refused: ${name}`, () => assert.deepEqual(problemsOf(environment), expected));
}

test('the list of settings is what the parser reads, with the same defaults', () => {
  assert.deepEqual(settings.map((one) => one.name).toSorted(), Object.keys(values.shape).toSorted());
  const read = values.parse({});
  for (const { name, default: fallback } of settings) {
    const value = Object.entries(read).find(([key]) => key === name)?.[1];
    if (typeof value === 'string' || typeof value === 'number') assert.equal(String(value), fallback);
  }
});

test('a refused start never prints a secret', () => {
  const parsed = parseConfig(
    { ...production, DATABASE_URL: 'http://kommons:hemligt@db', METRICS_TOKEN: 'hemligt' },
    '/',
  );
  assert.ok(!parsed.ok);
  assert.doesNotMatch(describeProblems(parsed.failure), /hemligt/);
});

test('processes that start at once agree on one key, that others cannot read', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'kommons-key-'));
  t.after(() => rm(folder, { recursive: true }));
  const keys = await Promise.all([getKey(folder), getKey(folder)]);
  assert.deepEqual(keys[0], keys[1]);
  assert.deepEqual(await getKey(folder), keys[0]);
  assert.equal((await stat(join(folder, 'key'))).mode & 0o777, 0o600);
});
