import assert from 'node:assert/strict';
import { test } from 'node:test';
import { proveKills } from './kill.ts';

// `npm run prove` kills 1,000 and 200 times; this is its seeded share.
test('nothing acknowledged is lost or doubled by 40 kills of database and application', async () => {
  const report = await proveKills({ database: 34, app: 6, seed: 20_261_122 });
  assert.equal(report.kills, 40);
  assert.ok(report.acknowledged >= 40, `only ${report.acknowledged} submissions came through`);
  assert.deepEqual(report.findings, []);
});

test('a database that acknowledges before it has saved is found out', async () => {
  const report = await proveKills({ database: 6, app: 0, seed: 3, unsynced: true });
  assert.notEqual(report.findings.length, 0);
});
