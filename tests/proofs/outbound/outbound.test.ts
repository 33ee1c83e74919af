import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attacks } from './attacks.ts';
import { defects } from './defects.ts';
import { proveOutbound } from './outbound.ts';

test('nothing is sent inside, whatever address is given', async () => {
  assert.ok(attacks.length >= 60);
  assert.deepEqual((await proveOutbound()).findings, []);
});

for (const { name, spoilt } of defects)
  test(`it is noticed when ${name}`, async () => {
    assert.notDeepEqual((await proveOutbound(spoilt)).findings, []);
  });
