import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deriveKeys } from '../keys.ts';
import { readPersonalNumber } from '../people/personal-number.ts';
import { demoCitizens, demoMunicipalities, testNumbers } from './citizens.ts';
import { findDemoPerson } from './people.ts';
import { demoPublic, demoStaff } from './seed.ts';
import { mintToken, readToken } from './tokens.ts';

const named: readonly (readonly [key: string, name: string | null, canonical?: string])[] = [
  ['case-worker@harnosand', 'Handläggare, Härnösand'],
  ['strategist@esamverkan', 'Digitaliseringsstrateg, eSamverkan'],
  ['admin@region-skane', 'Administratör, Region Skåne'],
  ['citizen@harnosand', 'Invånare, Härnösand', 'citizen:1@harnosand'],
  ['citizen:1@harnosand', 'Invånare, Härnösand'],
  ['citizen:2@umea', 'Invånare 2, Umeå'],
  ['citizen:197701182391@sundsvall', 'Invånare 3, Sundsvall', 'citizen:3@sundsvall'],
  ['citizen:197701182391@timra', null],
  ['citizen:0@harnosand', null],
  ['citizen:1000@harnosand', null],
  ['supplier@mallsta-digital', 'Leverantör, Mallsta Digital'],
  ['strategist@mallsta-digital', null],
  ['citizen@mallsta-digital', null],
  ['emperor@harnosand', null],
  ['case-worker@atlantis', null],
  ['case-worker:2@harnosand', null],
  ['case-worker', null],
  ['', null],
];

test('a person is named by role and place', () => {
  for (const [key, name, canonical = key] of named) {
    const person = findDemoPerson(key);
    assert.equal(person?.name ?? null, name, key);
    if (person !== null) assert.equal(person.key, canonical);
  }
});

test('the same name is the same person every time, another name another', () => {
  assert.equal(findDemoPerson('designer@timra')?.id, findDemoPerson('designer@timra')?.id);
  assert.match(
    findDemoPerson('designer@timra')?.id ?? '',
    /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
  const everybody = [...demoStaff, ...demoPublic];
  assert.equal(new Set(everybody.map(({ id }) => id)).size, everybody.length);
});

test('every demo municipality has citizens with a test number of their own', () => {
  assert.equal(demoMunicipalities.length, 48);
  assert.equal(demoCitizens.length, 9 * 3 + 39);
  assert.equal(new Set(demoCitizens.map(({ personalNumber }) => personalNumber)).size, demoCitizens.length);
  assert.equal(new Set(testNumbers).size, testNumbers.length);
  assert.ok(testNumbers.every((number) => readPersonalNumber(number) === number));
});

const keys = deriveKeys(new Uint8Array(32).fill(1));
const minted = new Date('2026-11-22T10:00:00Z');
const after = (minutes: number): Date => new Date(minted.getTime() + minutes * 60_000);

async function tokenOf(key: string): Promise<string> {
  const person = findDemoPerson(key);
  assert.ok(person !== null);
  return mintToken(person, keys, minted);
}

test('a token says who it is for, for an hour', async () => {
  const token = await tokenOf('citizen:2@harnosand');
  const claims = await readToken(token, keys, after(59));
  assert.deepEqual(
    [claims?.name, claims?.role, claims?.organisation],
    ['Invånare 2, Härnösand', 'citizen', 'harnosand'],
  );
  assert.equal(claims?.person, findDemoPerson('citizen:2@harnosand')?.id);
  assert.equal(await readToken(token, keys, after(60)), null);
});

test('a token of another key, a changed one and nonsense are nobody', async () => {
  const token = await tokenOf('case-worker@harnosand');
  const [header = '', , signature = ''] = token.split('.');
  const admin = Buffer.from(
    JSON.stringify({ sub: 'admin@harnosand', iss: 'kommons-demo', aud: 'kommons-demo' }),
  );
  const unsigned = Buffer.from('{"alg":"none"}').toString('base64url');
  const wrong = [
    `${header}.${admin.toString('base64url')}.${signature}`,
    `${unsigned}.${token.split('.')[1] ?? ''}.`,
    token.slice(0, -4),
    'a.b.c',
    'nonsense',
    '',
  ];
  for (const text of wrong) assert.equal(await readToken(text, keys, after(1)), null, text);
  assert.equal(await readToken(token, deriveKeys(new Uint8Array(32).fill(2)), after(1)), null);
});

test('whoever has moved is one person at both places', () => {
  const now = findDemoPerson('case-worker:moved@hjo');
  const before = findDemoPerson('case-worker:moved@skara');
  assert.deepEqual([now?.name, now?.organisation], ['Flyttat från Skara till Hjo', 'hjo']);
  assert.equal(before?.id, now?.id);
  assert.notEqual(now?.id, findDemoPerson('case-worker@hjo')?.id);
  assert.equal(findDemoPerson('case-worker:moved@timra'), null);
  assert.equal(findDemoPerson('admin:moved@hjo'), null);
});
