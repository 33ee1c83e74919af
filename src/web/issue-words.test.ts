import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { readWith } from './problems.ts';

/** Every kind of issue that a schema can find, with what is said of it. */
const cases: readonly (readonly [string, z.ZodType, unknown, string])[] = [
  ['missing', z.object({ a: z.string() }), {}, 'Det här saknas.'],
  [
    'a number left out of an address',
    z.coerce.number(),
    undefined,
    'Skriv ett tal med siffror, till exempel 2.',
  ],
  ['letters for a number', z.coerce.number(), 'två', 'Skriv ett tal med siffror, till exempel 2.'],
  [
    'a number in two halves',
    z.coerce.number().int(),
    '1.5',
    'Skriv ett helt tal med siffror, till exempel 2.',
  ],
  ['a number beyond every integer', z.coerce.number().int(), '1e300', 'Det är för stort eller för litet.'],
  ['too small', z.coerce.number().min(1), '0', 'Skriv ett tal som är 1 eller mer.'],
  ['not above', z.number().gt(1), 1, 'Skriv ett tal som är större än 1.'],
  ['too large', z.coerce.number().max(1000), '1001', 'Skriv ett tal som är 1\u00A0000 eller mindre.'],
  ['not below', z.number().lt(1), 1, 'Skriv ett tal som är mindre än 1.'],
  ['no multiple', z.number().multipleOf(5), 7, 'Skriv ett tal som går jämnt upp i 5.'],
  ['a number for a text', z.string(), 1, 'Skriv en text.'],
  ['an empty text', z.string().min(1), '', 'Skriv något här.'],
  ['a short text', z.string().min(3), 'ab', 'Skriv minst 3 tecken.'],
  ['a long text', z.string().max(3), 'abcd', 'Det är för långt. Skriv högst 3 tecken.'],
  ['no yes or no', z.boolean(), 'ja', 'Svara ja eller nej.'],
  ['no list', z.array(z.string()), 'a', 'Skicka en lista.'],
  ['a short list', z.array(z.string()).min(1), [], 'Välj minst 1.'],
  ['a long list', z.array(z.string()).max(1), ['a', 'b'], 'Välj högst 1.'],
  ['no object', z.object({}), 'a', 'Skicka ett objekt med namn och värden.'],
  ['another property', z.strictObject({}), { b: 1 }, 'Ta bort det som inte hör hit: b.'],
  ['no such choice', z.enum(['ask', 'clean']), 'x', 'Välj ett av de här: ask, clean.'],
  ['no choice at all', z.enum(['ask', 'clean']), undefined, 'Det här saknas.'],
  [
    'one of several shapes',
    z.union([z.object({ a: z.string() }), z.number()]),
    'x',
    'Det här går inte att använda.',
  ],
  ['a day', z.iso.date(), '23/11', 'Skriv datumet som år, månad och dag, till exempel 2026-11-23.'],
  [
    'a time',
    z.iso.datetime(),
    'nu',
    'Skriv tiden med datum och klockslag, till exempel 2026-11-23T09:00:00Z.',
  ],
  ['an e-mail address', z.email(), 'a', 'Skriv en hel e-postadress, till exempel namn@example.se.'],
  ['an address', z.url(), 'a', 'Skriv en hel adress som börjar med https://.'],
  ['an id', z.uuid(), 'a', 'Skriv ett helt id.'],
  ['a pattern', z.string().regex(/^a$/), 'b', 'Det är inte skrivet som det ska vara.'],
  [
    'a name in a record',
    z.record(z.string().max(1), z.string()),
    { ab: 'a' },
    'Det här går inte att använda.',
  ],
  ['a rule of its own', z.string().refine(() => false), 'a', 'Det här går inte att använda.'],
];

test('whatever is wrong is said in plain words, with what to do', () => {
  for (const [what, schema, value, expected] of cases) {
    const read = readWith(schema, value, 'sv');
    assert.ok(!read.ok, what);
    assert.equal(read.issues[0]?.message, expected, what);
    const english = readWith(schema, value, 'en');
    assert.ok(!english.ok && english.issues[0]?.message !== expected, what);
  }
});

test('no words of a programmer reach a person', () => {
  for (const language of ['sv', 'en'] as const)
    for (const [what, schema, value] of cases) {
      const read = readWith(schema, value, language);
      assert.ok(!read.ok, what);
      for (const { message } of read.issues)
        assert.doesNotMatch(
          message,
          /NaN|undefined|null|ogiltig|förväntad|invalid|expected|input|regex|string/i,
          what,
        );
    }
});

test('what a schema says itself is kept', () => {
  const own = z.string().refine(() => false, 'Skriv som du själv säger det.');
  const read = readWith(own, 'a', 'sv');
  assert.deepEqual(read.ok ? [] : read.issues, [{ path: '', message: 'Skriv som du själv säger det.' }]);
});
