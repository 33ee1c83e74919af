import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { isEmail, readPhone } from './contact.ts';
import { readDayParts, readDayText } from './day.ts';
import { luhn } from './luhn.ts';
import { readNumber } from './number.ts';
import { readPattern } from './patterns.ts';
import { personalNumberText, readPersonalNumber } from './personal-number.ts';

const today = '2026-11-22';

const numbers: readonly (readonly [string, number, number | string])[] = [
  ['2,6', 1, 2.6],
  ['2.6', 1, 2.6],
  [' 12 ', 0, 12],
  ['1 200', 0, 1200],
  ['1\u00a0200,50', 2, 1200.5],
  ['1\u202f200', 0, 1200],
  ['−5', 0, -5],
  ['-0', 0, 0],
  ['007', 0, 7],
  ['3,0', 0, 3],
  ['2,6 km', 1, 2.6],
  ['2,6KM', 1, 2.6],
  ['1.200', 0, 'unclear-point'],
  ['1.200', 1, 'unclear-point'],
  ['1.234', 3, 1.234],
  ['2,65', 1, 'too-many-decimals'],
  ['2,6', 0, 'too-many-decimals'],
  ['två', 0, 'not-a-number'],
  ['1,2,3', 1, 'not-a-number'],
  ['1e3', 0, 'not-a-number'],
  ['', 0, 'not-a-number'],
  ['km', 0, 'not-a-number'],
  ['9'.repeat(20), 0, 'too-large'],
];

describe('a number', () => {
  for (const [text, decimals, expected] of numbers) {
    it(`${JSON.stringify(text)} with ${decimals} decimals is ${expected}`, () => {
      const read = readNumber(text, decimals, ['km']);
      assert.equal(read.ok ? read.value : read.failure, expected);
    });
  }

  it('is read back from what a Swede would write', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (hundredths) => {
        const value = hundredths / 100;
        const written = value.toLocaleString('sv-SE', { maximumFractionDigits: 2 });
        assert.deepEqual(readNumber(written, 2), { ok: true, value: value + 0 });
      }),
    );
  });
});

const days: readonly (readonly [string, string, string, string])[] = [
  ['3', '1', '2027', '2027-01-03'],
  ['03', '01', '2027', '2027-01-03'],
  ['29', '2', '2028', '2028-02-29'],
  ['29', '2', '2027', 'no-such-day'],
  ['31', '4', '2027', 'no-such-day'],
  ['3', 'januari', '2027', '2027-01-03'],
  ['3', 'Maj', '2027', '2027-05-03'],
  ['3', 'sept.', '2027', '2027-09-03'],
  ['', '1', '2027', 'missing-day'],
  ['3', '', '2027', 'missing-month'],
  ['3', '1', '', 'missing-year'],
  ['3', '1', '27', 'short-year'],
  ['x', '1', '2027', 'unreadable'],
  ['3', '13', '2027', 'unreadable'],
  ['0', '1', '2027', 'unreadable'],
  ['32', '1', '2027', 'unreadable'],
  ['3', 'brumaire', '2027', 'unreadable'],
];

describe('a day in three parts', () => {
  for (const [day, month, year, expected] of days) {
    it(`${day || '–'} ${month || '–'} ${year || '–'} is ${expected}`, () => {
      const read = readDayParts({ day, month, year });
      assert.equal(read.ok ? read.value : read.failure, expected);
    });
  }
});

const dayTexts: readonly (readonly [string, string])[] = [
  ['2027-01-03', '2027-01-03'],
  ['20270103', '2027-01-03'],
  ['3/1 2027', '2027-01-03'],
  ['3.1.2027', '2027-01-03'],
  ['den 3 januari 2027', '2027-01-03'],
  ['3 January 2027', '2027-01-03'],
  ['2027-02-30', 'no-such-day'],
  ['i morgon', 'unreadable'],
];

describe('a day in one piece', () => {
  for (const [text, expected] of dayTexts) {
    it(`${text} is ${expected}`, () => {
      const read = readDayText(text);
      assert.equal(read.ok ? read.value : read.failure, expected);
    });
  }
});

/** Nine digits with the tenth that checks them. */
function checked(nine: string): string {
  const tenth = '0123456789'.split('').find((digit) => luhn(nine + digit));
  return nine + (tenth ?? '');
}

const born2017 = checked('170131238');
const born1925 = checked('250131238');
const coordinated = checked('900178981');

const people: readonly (readonly [string, string, string])[] = [
  ['tolv siffror', `20${born2017}`, `20${born2017}`],
  ['tolv med bindestreck', `20${born2017.slice(0, 6)}-${born2017.slice(6)}`, `20${born2017}`],
  ['tio', born2017, `20${born2017}`],
  ['tio med bindestreck', `${born2017.slice(0, 6)}-${born2017.slice(6)}`, `20${born2017}`],
  ['tio med tankstreck och blanksteg', ` ${born2017.slice(0, 6)} – ${born2017.slice(6)} `, `20${born2017}`],
  ['den som är hundra, med plus', `${born1925.slice(0, 6)}+${born1925.slice(6)}`, `19${born1925}`],
  ['den som är ett år, med bindestreck', `${born1925.slice(0, 6)}-${born1925.slice(6)}`, `20${born1925}`],
  ['samordningsnummer', `19${coordinated}`, `19${coordinated}`],
  ['fel kontrollsiffra', `20${born2017.slice(0, 9)}${(Number(born2017[9]) + 1) % 10}`, 'wrong-check-digit'],
  ['en dag som inte finns', `2017${checked('170230238').slice(2)}`, 'no-such-day'],
  ['en dag som inte varit', `2026${checked('261123238').slice(2)}`, 'not-born'],
  ['för kort', '17013123', 'unreadable'],
  ['bokstäver', 'anna', 'unreadable'],
];

describe('a personal number', () => {
  for (const [name, text, expected] of people) {
    it(`${name}: ${expected}`, () => {
      const read = readPersonalNumber(text, today);
      assert.equal(read.ok ? read.value : read.failure, expected);
    });
  }

  it('tells the day of birth and whether it is a coordination number', () => {
    const read = readPersonalNumber(coordinated, today);
    assert.ok(read.ok);
    assert.deepEqual([read.born, read.coordination], ['1990-01-18', true]);
  });

  it('in ten digits is that of someone born in the last hundred years', () => {
    const birthday = fc.date({
      min: new Date('1926-11-23'),
      max: new Date('2026-11-22'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(birthday, fc.integer({ min: 0, max: 999 }), (date, number) => {
        const iso = date.toISOString().slice(0, 10);
        const ten = checked(iso.slice(2).replaceAll('-', '') + String(number).padStart(3, '0'));
        const read = readPersonalNumber(ten, today);
        assert.ok(read.ok);
        assert.equal(read.born, iso);
        assert.deepEqual(readPersonalNumber(personalNumberText(read.value), today), read);
      }),
    );
  });

  it('is refused when any one digit is wrong', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 }), (place, step) => {
        const digits = born2017.split('');
        digits[place] = String((Number(digits[place]) + step) % 10);
        assert.equal(readPersonalNumber(`20${digits.join('')}`, today).ok, false);
      }),
    );
  });
});

const emails: readonly (readonly [string, boolean])[] = [
  ['namn@exempel.se', true],
  ['för.efter+x@under.exempel.se', true],
  ['namn@räksmörgås.se', true],
  ['namn@exempel', false],
  ['namn.exempel.se', false],
  ['a@b@c.se', false],
  ['a b@c.se', false],
  ['.a@c.se', false],
  ['a..b@c.se', false],
  ['a@-c.se', false],
  ['a@c.se, d@c.se', false],
  [`${'a'.repeat(65)}@c.se`, false],
];

describe('an e-mail address', () => {
  for (const [text, expected] of emails)
    it(`${text}: ${expected}`, () => assert.equal(isEmail(text), expected));
});

const phones: readonly (readonly [string, string | null])[] = [
  ['070-174 06 05', '070-174 06 05'],
  ['0701740605', '0701740605'],
  [' 08–123 45 67 ', '08-123 45 67'],
  ['+46 70 174 06 05', '+46 70 174 06 05'],
  ['0046701740605', '0046701740605'],
  ['+1 (212) 555-0100', '+1 (212) 555-0100'],
  ['1740605', null],
  ['070', null],
  ['070-174 06 05 hem', null],
  ['+46', null],
  ['070123456789', null],
];

describe('a telephone number', () => {
  for (const [text, expected] of phones)
    it(`${text}: ${expected}`, () => assert.equal(readPhone(text), expected));
});

const organisation = checked('212000241');
const patterns: readonly (readonly [Parameters<typeof readPattern>[0], string, string | null])[] = [
  ['organisation-number', organisation, `${organisation.slice(0, 6)}-${organisation.slice(6)}`],
  ['organisation-number', `16${organisation}`, `${organisation.slice(0, 6)}-${organisation.slice(6)}`],
  ['organisation-number', `${organisation.slice(0, 9)}${(Number(organisation[9]) + 1) % 10}`, null],
  ['organisation-number', `20${born2017}`, `${born2017.slice(0, 6)}-${born2017.slice(6)}`],
  ['postal-code', '87131', '871 31'],
  ['postal-code', '871 31', '871 31'],
  ['postal-code', 'SE-871 31', '871 31'],
  ['postal-code', '07131', null],
  ['postal-code', '8713', null],
  ['property', 'Brunnshuset 2:15', 'Brunnshuset 2:15'],
  ['property', 'Ärtan 5', 'Ärtan 5'],
  ['property', 'Ärtan', null],
  ['vehicle', 'abc 12d', 'ABC12D'],
  ['vehicle', 'åäö', 'ÅÄÖ'],
  ['vehicle', 'abc!123', null],
  ['web-address', 'www.exempel.se', 'https://www.exempel.se'],
  ['web-address', 'http://exempel.se/a?b', 'http://exempel.se/a?b'],
  ['web-address', 'javascript:alert(1)', null],
  ['web-address', 'exempel', null],
  ['digits', '12 34-5', '12345'],
  ['digits', '12a', null],
];

describe('a text of a certain form', () => {
  for (const [pattern, text, expected] of patterns) {
    it(`${pattern} ${text}: ${expected}`, () => {
      const read = readPattern(pattern, text, today);
      assert.equal(read.ok ? read.value : null, expected);
    });
  }
});
