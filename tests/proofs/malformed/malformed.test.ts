import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { after, test } from 'node:test';
import type { AnyRoute } from '../../../src/platform/http/index.ts';
import { stagedApp } from '../routes/routes.ts';
import { proveMalformed } from './malformed.ts';

const app = await stagedApp();
after(() => app.close());

// `npm run prove` sends 10,000; this is its seeded share.
test('500 malformed requests: no fault, nothing slow, and the application serves afterwards', async () => {
  const report = await proveMalformed(app, { seed: 20_261_122, count: 500 });
  assert.deepEqual(report.findings, []);
  assert.equal(report.requests, 500);
});

const planted: readonly (readonly [string, (route: AnyRoute) => AnyRoute, RegExp])[] = [
  [
    'a route that trips over what it is given',
    (route) => ({
      ...route,
      access: { kind: 'open' },
      handle: async () => {
        throw new TypeError('tripped');
      },
    }),
    /: 500 to |tripped/,
  ],
  [
    'a route that takes too long',
    (route) => ({
      ...route,
      access: { kind: 'open' },
      handle: async () => {
        await sleep(2500);
        return { kind: 'missing' };
      },
    }),
    /: \d{4,} ms$/m,
  ],
];
for (const [name, change, expected] of planted) {
  test(`caught: ${name}`, async () => {
    const { findings } = await proveMalformed(app, { seed: 1, count: 24, change });
    assert.match(findings.join('\n'), expected);
  });
}
