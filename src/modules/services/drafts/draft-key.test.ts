import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { hashSecret, opens, readDraftKey, writeDraftKey } from './draft-key.ts';

const id = '0192f1aa-0000-7000-8000-000000000001';
const newSecret = (): string => randomBytes(32).toString('base64url');
const secret = newSecret();

test('an address names a draft by id, or by id and secret', () => {
  assert.deepEqual(readDraftKey(id), { kind: 'personal', id });
  assert.deepEqual(readDraftKey(`${id}.${secret}`), { kind: 'bearer', id, secret });
  assert.equal(writeDraftKey({ kind: 'bearer', id, secret }), `${id}.${secret}`);
  assert.equal(writeDraftKey({ kind: 'personal', id }), id);
});

test('what cannot be a draft is no draft', () => {
  for (const part of [
    '',
    'x',
    `${id}.`,
    `${id}.kort`,
    `${id}.${secret}.mer`,
    `${id}.${secret}'`,
    id.toUpperCase(),
    `${id} `,
    `../${id}`,
  ]) {
    assert.equal(readDraftKey(part), null, part);
  }
});

test('only the right secret opens, and it is never kept', () => {
  const kept = hashSecret(secret);
  assert.ok(opens(secret, kept));
  assert.ok(!kept.includes(secret));
  assert.ok(!opens(newSecret(), kept));
  assert.ok(!opens(secret, 'kort'));
});
