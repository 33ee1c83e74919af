import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { parse } from 'yaml';
import { readPubliccode, toPubliccode } from './publiccode.ts';
import { Product, type Supplier } from './record.ts';

const supplier: Supplier = { id: 'mallsta', name: 'Mallsta kod', aliases: [], formerNames: [] };
const product: Product = Product.parse({
  id: 'mallsta-arkiv',
  name: 'Mallsta Arkiv',
  aliases: [],
  formerNames: [],
  components: ['e-arkiv'],
  what: { sv: 'Bevarar handlingar.', en: 'Keeps records.' },
  hosting: ['own'],
  licence: 'open-source',
  spdx: 'AGPL-3.0-or-later',
  web: 'https://github.com/mallsta/arkiv',
});

const read = (text: string | null): unknown => parse(text ?? '') as unknown;

const at = (value: unknown, path: string): unknown =>
  path
    .split('/')
    .reduce<unknown>(
      (inside, key) =>
        typeof inside === 'object' && inside !== null ? new Map(Object.entries(inside)).get(key) : undefined,
      value,
    );

const text = (value: unknown, least = 1, most = 100_000): boolean =>
  typeof value === 'string' && value.length >= least && value.length <= most;
const list = (value: unknown): boolean => Array.isArray(value) && value.length > 0;

/** Keys that the standard demands, and what they must hold (docs/standard/schema.core.rst, 0.4 and 0.5). */
const mandatory: readonly (readonly [path: string, fits: (value: unknown) => boolean])[] = [
  ['publiccodeYmlVersion', (value) => ['0.4', '0.5', '0.7'].includes(String(value))],
  ['name', text],
  ['url', (value) => text(value) && /^https:\/\/github\.com\/[^/]+\/[^/]+$/u.test(String(value))],
  ['platforms', list],
  [
    'developmentStatus',
    (value) => ['concept', 'development', 'beta', 'stable', 'obsolete'].includes(String(value)),
  ],
  ['softwareType', (value) => /^standalone\/(?:mobile|iot|desktop|web|backend|other)$/u.test(String(value))],
  ['description/sv/shortDescription', (value) => text(value, 1, 150)],
  ['description/sv/longDescription', (value) => text(value, 150, 10_000)],
  ['description/sv/features', list],
  ['description/en/shortDescription', (value) => text(value, 1, 150)],
  ['description/en/longDescription', (value) => text(value, 150, 10_000)],
  ['description/en/features', list],
  ['legal/license', (value) => value === 'AGPL-3.0-or-later'],
  ['maintenance/type', (value) => value === 'community'],
  ['maintenance/contacts', list],
  ['localisation/localisationReady', (value) => typeof value === 'boolean'],
  ['localisation/availableLanguages', list],
];

suite('publiccode.yml of a product', () => {
  const variants: readonly (readonly [what: string, product: Product])[] = [
    ['as most are', product],
    ['with little known', { ...product, components: [], what: { sv: 'X', en: '' } }],
    ['with much said', { ...product, what: { sv: 'Å'.repeat(1000), en: 'x'.repeat(1000) } }],
  ];
  for (const [what, one] of variants)
    test(`has every key that the standard demands: ${what}`, () => {
      const written = read(toPubliccode(one, supplier, 'https://kommons.example.se/system/x'));
      assert.deepEqual(
        mandatory.filter(([path, fits]) => !fits(at(written, path))).map(([path]) => path),
        [],
      );
    });

  test('the repository is found where only publiccode.yml is known', () => {
    const { web: _, ...rest } = product;
    const known = { ...rest, publiccode: 'https://github.com/mallsta/arkiv/blob/HEAD/publiccode.yml' };
    assert.equal(at(read(toPubliccode(known, supplier, '')), 'url'), 'https://github.com/mallsta/arkiv');
  });

  const { spdx: _spdx, ...unlicensed } = product;
  const none: readonly (readonly [what: string, product: Product])[] = [
    ['it is not open source', { ...product, licence: 'proprietary' }],
    ['its licence is not known', unlicensed],
    ['its repository is not known', { ...product, web: 'https://mallsta.example.se' }],
  ];
  for (const [what, one] of none)
    test(`there is none where ${what}`, () => {
      assert.equal(toPubliccode(one, supplier, ''), null);
    });

  test('is read again with its licence', () => {
    const again = readPubliccode(toPubliccode(product, supplier, '') ?? '');
    assert.ok(again.ok);
    assert.equal(again.product.spdx, 'AGPL-3.0-or-later');
    assert.equal(again.product.name, product.name);
    assert.deepEqual(again.product.what, product.what);
    assert.ok(!again.lost.includes('legal'));
  });
});
