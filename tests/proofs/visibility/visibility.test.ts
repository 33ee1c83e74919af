import assert from 'node:assert/strict';
import { test } from 'node:test';
import { proveCanvassing } from './canvassing.ts';
import { proveSilence } from './silence.ts';
import { proveVisibility } from './visibility.ts';

const say = (): void => undefined;

// `npm run prove` asks some fifty times as much, of every address, and plants defects; this is its seeded share.
test('nobody learns of others’ systems what they may not see', async () => {
  const report = await proveVisibility({
    seed: 20_261_122,
    rounds: 1,
    everywhere: false,
    share: 0.25,
    planted: false,
    say,
  });
  assert.deepEqual(report.findings, []);
  assert.ok(report.seen > 8, `${report.seen} canaries were seen by those who may`);
});

test('suppliers learn nothing of who uses what', async () => {
  assert.deepEqual((await proveCanvassing({ seed: 20_261_122, questions: 60 })).findings, []);
});

test('a supplier cannot tell a no from silence, nor one user more from none', async () => {
  const { findings, missed } = await proveSilence({ seed: 20_261_122, rounds: 1, planting: true });
  assert.deepEqual({ findings, missed }, { findings: [], missed: [] });
});
