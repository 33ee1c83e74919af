import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { countingIn } from './counting.ts';
import { everybodyTexts } from './everybody.ts';
import { ownTexts } from './own.ts';

suite('how the register writes numbers', () => {
  const cases = [
    ['sv', '1\u00A0652', 'tre', '1\u00A0652\u00A0system', 'Skola (1\u00A0652)'],
    ['en', '1,652', 'three', '1,652\u00A0systems', 'School (1,652)'],
  ] as const;
  for (const [language, digits, three, plural, beside] of cases) {
    test(`${language}: in groups of three, whatever they count`, () => {
      const counting = countingIn(language);
      const sv = language === 'sv';
      assert.equal(counting.digits(1652), digits);
      assert.deepEqual([counting.words(3), counting.words(1652)], [three, digits]);
      assert.equal(counting.plural(1652, 'system', sv ? 'system' : 'systems'), plural);
      assert.equal(counting.plural(1, 'system', 'systems'), '1\u00A0system');
      assert.equal(counting.beside(sv ? 'Skola' : 'School', 1652), beside);
    });

    test(`${language}: lists and headings write them so`, () => {
      const everybody = everybodyTexts(language);
      const own = ownTexts(language);
      const said = [
        everybody.search.found(1652, 1290),
        everybody.search.range(1026, 1050, 1652),
        everybody.compare.needs(1652),
        everybody.horizon.network('eSam', 1652),
        own.list.count(1026, 1050, 1652),
      ];
      assert.deepEqual(
        said.filter((text) => /\d{4}/u.test(text)),
        [],
      );
      assert.match(everybody.horizon.years(2026, 2030), /2026.2030/u);
    });
  }
});
