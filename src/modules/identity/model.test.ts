import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { deriveKeys, hashSubject, openPersonalNumber, sealPersonalNumber } from './keys.ts';
import { readPersonalNumber } from './people/personal-number.ts';
import { decideSession, limits } from './sessions/model.ts';
import { localAddress } from './sign-in/local-address.ts';

const minute = 60_000;

const sessions: readonly {
  readonly name: string;
  readonly age: number;
  readonly idle: number;
  readonly citizen: string;
  readonly staff: string;
}[] = [
  { name: 'just begun', age: 0, idle: 0, citizen: 'alive', staff: 'alive' },
  { name: 'seen a minute ago', age: 10, idle: 1, citizen: 'alive, noted', staff: 'alive, noted' },
  { name: 'a moment before the limit', age: 40, idle: 29.9, citizen: 'alive, noted', staff: 'alive, noted' },
  { name: 'at the limit', age: 40, idle: 30, citizen: 'idle', staff: 'alive, noted' },
  { name: 'an hour', age: 60, idle: 60, citizen: 'idle', staff: 'idle' },
  { name: 'a working day in use', age: 8 * 60, idle: 0, citizen: 'absolute', staff: 'alive' },
  { name: 'twelve hours in use', age: 12 * 60, idle: 0, citizen: 'absolute', staff: 'absolute' },
  { name: 'both', age: 24 * 60, idle: 24 * 60, citizen: 'absolute', staff: 'absolute' },
];

test('a session ends at its limits', () => {
  const now = new Date('2026-11-22T10:00:00Z');
  const ago = (minutes: number): Date => new Date(now.getTime() - minutes * minute);
  for (const { name, age, idle, ...expected } of sessions) {
    for (const kind of ['citizen', 'staff'] as const) {
      const state = decideSession({ createdAt: ago(age), lastSeenAt: ago(idle) }, limits[kind], now);
      const said = state.kind === 'over' ? state.why : `alive${state.noteSeen ? ', noted' : ''}`;
      assert.equal(said, expected[kind], `${name}, ${kind}`);
    }
  }
});

const numbers: readonly (readonly [text: string, read: string | null])[] = [
  ['197701172392', '197701172392'],
  ['19770117-2392', '197701172392'],
  // A co-ordination number: the day plus 60.
  ['197010632391', '197010632391'],
  ['197701172393', null],
  ['7701172392', null],
  ['197702302392', null],
  ['197713012390', null],
  ['217701172392', null],
  ['19770117 2392', null],
  ['', null],
  ['１９７７０１１７２３９２', null],
];

test('a personal number has twelve digits, a day that exists and a check digit', () => {
  for (const [text, read] of numbers) assert.equal(readPersonalNumber(text), read, text);
});

test('one wrong digit is always found', () => {
  const wrong = fc.tuple(fc.integer({ min: 8, max: 11 }), fc.integer({ min: 1, max: 9 }));
  fc.assert(
    fc.property(wrong, ([place, by]) => {
      const digits = Array.from('197701172392', Number);
      const changed = digits.map((digit, index) => (index === place ? (digit + by) % 10 : digit));
      assert.equal(readPersonalNumber(changed.join('')), null);
    }),
  );
});

const addresses: readonly (readonly [text: unknown, to: string])[] = [
  ['/konto', '/konto'],
  ['/arbete/harnosand/idag?vy=alla', '/arbete/harnosand/idag?vy=alla'],
  ['/en/bibliotek', '/en/bibliotek'],
  ['/k/harnosand/../sundsvall', '/k/sundsvall'],
  ['/sok?q=https://kommons.example', '/sok?q=https://kommons.example'],
  ['//attacker.example', '/'],
  ['/\\attacker.example', '/'],
  ['/..//attacker.example', '/'],
  ['/\t/attacker.example', '/'],
  ['\n//attacker.example', '/'],
  [' /konto', '/'],
  ['https://attacker.example', '/'],
  ['http:konto', '/'],
  ['javascript:alert(1)', '/'],
  ['konto', '/'],
  ['', '/'],
  ['/logga-in?till=/logga-in', '/'],
  ['/en/logga-ut', '/'],
  ['/legitimering/auth', '/'],
  [`/${'a'.repeat(2001)}`, '/'],
  [undefined, '/'],
  [['/konto'], '/'],
];

test('one comes back to a path of this site, never elsewhere', () => {
  for (const [text, to] of addresses) assert.equal(localAddress(text), to, JSON.stringify(text));
});

test('whatever is asked for, the browser stays on this site', () => {
  const texts = fc.oneof(
    fc.string(),
    fc.webUrl(),
    fc
      .array(fc.constantFrom('/', '\\', '..', '.', '@', ':', '//', '%2f', '\t', 'a.example', '?', '#'))
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const to = new URL(localAddress(text), 'https://kommons.example');
      assert.equal(to.origin, 'https://kommons.example');
    }),
    { numRuns: 2000 },
  );
});

const keys = deriveKeys(new Uint8Array(32).fill(1));
const otherKeys = deriveKeys(new Uint8Array(32).fill(2));
const person = '0192f0c1-0000-7000-8000-000000000001';

test('a personal number is opened by its own key for its own person only', () => {
  const sealed = sealPersonalNumber(keys, person, { number: '197701172392', fresh: 'fresh' });
  assert.equal(openPersonalNumber(keys, person, sealed), '197701172392');
  assert.equal(sealed.includes('197701172392'), false);
  const changed = Buffer.from(sealed);
  changed[30] = (changed[30] ?? 0) ^ 1;
  assert.throws(() => openPersonalNumber(otherKeys, person, sealed));
  assert.throws(() => openPersonalNumber(keys, person.replace(/1$/, '2'), sealed));
  assert.throws(() => openPersonalNumber(keys, person, changed));
});

test('subjects do not meet across kinds, providers or keys', () => {
  const hashes = [
    hashSubject(keys, { kind: 'personal-number', number: 'a' }),
    hashSubject(keys, { kind: 'provider', realm: 'a', subject: 'b' }),
    hashSubject(keys, { kind: 'provider', realm: 'b', subject: 'a' }),
    hashSubject(keys, { kind: 'provider', realm: 'a', subject: '' }),
    hashSubject(otherKeys, { kind: 'personal-number', number: 'a' }),
  ].map((hash) => hash.toString('hex'));
  assert.equal(new Set(hashes).size, hashes.length);
  assert.throws(() => deriveKeys(new Uint8Array(31)), /32 bytes/);
});
