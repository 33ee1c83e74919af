import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scannerOf, useScanner } from './scan.ts';

const pdf = new TextEncoder().encode('%PDF-1.7\n');

test('without a scanner files are taken in demo mode only, and a scanner that fails refuses', async () => {
  assert.equal(await scannerOf({ demo: true })(pdf), 'clean');
  assert.equal(await scannerOf({ demo: false })(pdf), 'unavailable');
  useScanner(async () => {
    throw new Error('connection refused');
  });
  assert.equal(await scannerOf({ demo: true })(pdf), 'unavailable');
  useScanner(async () => 'clean');
  assert.equal(await scannerOf({ demo: false })(pdf), 'clean');
});
