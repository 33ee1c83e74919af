import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { findTile, getCountyName, municipalities, regions } from './facts.ts';
import { asciiSlug, genitive, municipalityName } from './names.ts';
import { networks } from './networks.ts';
import { inhabitantsOf } from './population.ts';

const nameCases: readonly (readonly [code: string, name: string, own: string])[] = [
  ['2280', 'Härnösand', 'Härnösands kommun'],
  ['2262', 'Timrå', 'Timrå kommun'],
  ['2282', 'Kramfors', 'Kramfors kommun'],
  ['2514', 'Kalix', 'Kalix kommun'],
  ['1480', 'Göteborg', 'Göteborgs Stad'],
  ['0880', 'Kalmar', 'Kalmar kommun'],
  ['1421', 'Orust', 'Orust kommun'],
  ['1462', 'Lilla Edet', 'Lilla Edets kommun'],
  ['2023', 'Malung-Sälen', 'Malung-Sälens kommun'],
  ['2080', 'Falun', 'Falu kommun'],
  ['0980', 'Gotland', 'Region Gotland'],
  ['0139', 'Upplands-Bro', 'Upplands-Bro kommun'],
];

test('a municipality is called what it calls itself', () => {
  for (const [code, name, own] of nameCases) assert.equal(municipalityName(code, name), own);
});

test('the genitive takes an s unless one is heard already', () => {
  const cases = {
    Härnösand: 'Härnösands',
    Timrå: 'Timrås',
    Kramfors: 'Kramfors',
    Kalix: 'Kalix',
    'e-nämnden': 'e-nämndens',
  };
  for (const [name, expected] of Object.entries(cases)) assert.equal(genitive(name), expected);
});

test('slugs are ASCII and readable', () => {
  assert.equal(asciiSlug('Region Jämtland Härjedalen'), 'region-jamtland-harjedalen');
  assert.equal(asciiSlug('Örnsköldsvik'), 'ornskoldsvik');
  assert.equal(asciiSlug('Dals-Ed'), 'dals-ed');
});

test('every organisation has its own slug and every municipality its own square', () => {
  const slugs = [...municipalities, ...regions, ...networks].map(({ id }) => id);
  assert.equal(municipalities.length, 290);
  assert.equal(regions.length, 21);
  assert.equal(new Set(slugs).size, slugs.length);
  assert.ok(slugs.every((slug) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)));
  assert.equal(
    new Set(municipalities.map(({ column, row }) => `${String(column)} ${String(row)}`)).size,
    290,
  );
  assert.deepEqual(findTile('harnosand'), { column: 10, row: 9 });
  assert.equal(findTile('region-skane'), null);
});

test('the networks have the members they should, all of them municipalities', () => {
  const sizes = Object.fromEntries(networks.map(({ id, members }) => [id, members.length]));
  assert.deepEqual(sizes, {
    esamverkan: 9,
    goteborgsregionen: 13,
    v6: 6,
    gvs12: 12,
    'e-namnden-norrbotten': 14,
  });
  const codes = new Set(municipalities.map(({ code }) => code));
  for (const { members } of networks) {
    assert.equal(new Set(members).size, members.length);
    assert.ok(members.every((code) => codes.has(code)));
  }
});

test('every municipality has its inhabitants, and they sum up to the county and the country as SCB has them', () => {
  const each = municipalities.map(({ id }) => inhabitantsOf(id) ?? 0);
  assert.ok(each.every((one) => one > 2000 && one < 1_100_000));
  assert.equal(
    each.reduce((sum, one) => sum + one, 0),
    10_587_710,
  );
  assert.equal(inhabitantsOf('region-stockholm'), 2_473_307);
  assert.equal(inhabitantsOf('botkyrka'), 95_905);
  assert.equal(inhabitantsOf('bjurholm'), 2359);
  assert.equal(inhabitantsOf('esamverkan'), null);
});

const source = fileURLToPath(new URL('../../../../../shared/data/sweden', import.meta.url));
const skip = existsSync(source) ? false : 'the source files are not beside the checkout';

function readRows(file: string): readonly (readonly string[])[] {
  const [, ...lines] = readFileSync(`${source}/${file}`, 'utf8').trim().split(/\r?\n/);
  return lines.map((line) => line.split(','));
}

test('the facts agree with the source files', { skip }, () => {
  const known = new Map(municipalities.map((fact) => [fact.code, fact]));
  const rows = readRows('municipalities.csv');
  assert.equal(rows.length, known.size);
  for (const [code = '', name, county, latitude, longitude] of rows) {
    const fact = known.get(code);
    assert.deepEqual(
      [fact?.name, fact?.county, fact?.latitude, fact?.longitude],
      [name, county, Number(latitude), Number(longitude)],
    );
  }
  for (const [code = '', column, row] of readRows('municipality-tiles.csv')) {
    assert.deepEqual([known.get(code)?.column, known.get(code)?.row], [Number(column), Number(row)]);
  }
  for (const [code = '', name] of readRows('counties.csv')) assert.equal(getCountyName(code), name);
});
