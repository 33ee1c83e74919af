import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { canonical, canonicalJson, hash, hashJson } from './canonical.ts';
import { getDefinition } from './definition.ts';
import { having, work } from './golden/golden.ts';
import type { Json } from './json.ts';
import { normalise } from './normalise.ts';
import { normaliseCondition, normaliseText } from './normalise-text.ts';

describe('normalising text', () => {
  const cases: readonly (readonly [written: string, normal: string])[] = [
    ['Läs  mer. ', 'Läs mer.'],
    ['A\u030Angström', 'Ångström'],
    ['rad ett \r\nrad två\r\n\r\n\r\n\r\nrad tre', 'rad ett\nrad två\n\nrad tre'],
    ['- punkt\n  - inne', '- punkt\n  - inne'],
    ['2\u00a0000 kr enligt 32\u00a0§', '2\u00a0000 kr enligt 32\u00a0§'],
    ['läs\u00a0mer', 'läs mer'],
    ['nollbredd\u200b\ufeff', 'nollbredd'],
    ['<P>Läs <BR/> mer.</P>', '<p>Läs <br> mer.</p>'],
    ['<p>Läs</p>\n\n<p> </p><p>mer</p>', '<p>Läs</p><p>mer</p>'],
    ['<p><span>Läs</span><strong></strong></p>', '<p>Läs</p>'],
    ['<b><i> </i></b>Hej', 'Hej'],
    ['<a  href="/x"   class="y">mer</a>', '<a href="/x" class="y">mer</a>'],
    ['5 < 6 & 7 > 3', '5 < 6 & 7 > 3'],
    ['', ''],
    ['   ', ''],
  ];
  for (const [written, normal] of cases) {
    test(JSON.stringify(written), () => assert.equal(normaliseText(written), normal));
  }

  test('twice is once', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('<p>', '</p>', ' ', '\u00a0', '\n', '<br />', '&nbsp;', '3', '<b></b>'),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const once = normaliseText(pieces.join(''));
        assert.equal(normaliseText(once), once);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  test('long and odd texts are normalised in time', () => {
    const odd = [
      '<b>'.repeat(50_000) + '</b>'.repeat(50_000),
      `${' '.repeat(200_000)}x`,
      '<'.repeat(200_000),
      `a${'\n '.repeat(100_000)}b`,
    ];
    const started = performance.now();
    for (const text of odd) normaliseText(text);
    assert.ok(performance.now() - started < 2000);
  });

  test('a condition keeps what is quoted', () => {
    assert.equal(normaliseCondition(' a  =  "x  y" and\n b '), 'a = "x  y" and b');
  });
});

describe('normalising a definition', () => {
  const empties: readonly (Json | undefined)[] = [
    undefined,
    null,
    '',
    '  ',
    [],
    {},
    { sv: '' },
    { inner: { deep: [] } },
  ];
  for (const empty of empties) {
    test(`${JSON.stringify(empty)} is absent`, () => {
      assert.equal(hash(having('help', empty)), hash(having('help', undefined)));
    });
  }

  test('false and zero are values', () => {
    assert.notEqual(hash(having('required', false)), hash(having('required', undefined)));
    assert.notEqual(hash(having('min', 0)), hash(having('min', undefined)));
    assert.equal(hash(having('min', -0)), hash(having('min', 0)));
  });

  test('a set has no order and no doubles, a sequence no doubles', () => {
    assert.deepEqual(normalise(having('tags', ['b', 'a', 'b']))['fields'], [
      { id: 'q', type: 'number', tags: ['a', 'b'] },
    ]);
    assert.deepEqual(normalise(work({ languages: ['sv', 'en', 'sv'] })).languages, ['sv', 'en']);
    assert.deepEqual(normalise(having('codes', [2, 1, 2]))['fields'], [
      { id: 'q', type: 'number', codes: [2, 1, 2] },
    ]);
  });

  test('foreign source is kept as it came', () => {
    const source = { text: '  <P> </P> ', list: [], nothing: null };
    assert.deepEqual(normalise(having('source', source)), having('source', source));
  });

  test('a normal definition is returned as it is', () => {
    const definition = having('min', 1);
    assert.equal(normalise(definition), definition);
  });
});

describe('canonical JSON (RFC 8785)', () => {
  test('numbers, escapes and order as in the examples of the standard', () => {
    const value = {
      numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    };
    assert.equal(
      canonicalJson(value),
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  test('keys are ordered by UTF-16 code units', () => {
    const keys = ['\u20ac', '\r', '\ufb33', '1', '\u{1f600}', '\u0080', '\u00f6'];
    const ordered = Object.keys(JSON.parse(canonicalJson(Object.fromEntries(keys.map((key) => [key, 1])))));
    assert.deepEqual(ordered, ['1', '\r', '\u0080', '\u00f6', '\u20ac', '\u{1f600}', '\ufb33']);
  });

  test('what JSON cannot carry is a fault', () => {
    assert.throws(() => canonicalJson('\ud800'), RangeError);
    assert.throws(() => canonicalJson(Number.NaN), RangeError);
  });

  test('the hash names its method', () => {
    assert.equal(hashJson({}), 'sha256-44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
    const definition = getDefinition({
      title: { sv: ' Ett ' },
      languages: ['sv'],
      id: 'x',
      kind: 'k',
      kommons: 'definition/1',
    });
    assert.equal(
      canonical(definition),
      '{"id":"x","kind":"k","kommons":"definition/1","languages":["sv"],"title":{"sv":"Ett"}}',
    );
  });
});
