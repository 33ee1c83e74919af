import assert from 'node:assert/strict';
import { test } from 'node:test';
import { proveRoutes } from './routes.ts';

// `npm run prove` sends more than 10,000 and plants defects; this is its seeded share.
test('no route gives a foreign text, changes a foreign row or falls over', async () => {
  const report = await proveRoutes({ seed: 20_261_122, sample: 600, rounds: 1, planted: false });
  assert.deepEqual(report.findings, []);
  assert.ok(report.requests >= 600 && report.routes > 150, `${report.requests} to ${report.routes} routes`);
  assert.ok(report.controls > 0, 'own texts were never seen, so the canaries prove nothing');
});
