import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  capital,
  citation,
  formatDate,
  formatDay,
  formatNumber,
  formatShortDate,
  formatTime,
  inWords,
  isoDay,
  joinList,
  plural,
  typedDay,
} from './index.ts';

const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, ' ');

test('dates and times are those in Sweden, in the words of the language', () => {
  const cases = [
    {
      at: '2026-11-23T13:32:00Z',
      sv: '23 november 2026',
      en: '23 November 2026',
      day: 'mån 23 november',
      time: '14.32',
    },
    { at: '2026-06-30T22:05:00Z', sv: '1 juli 2026', en: '1 July 2026', day: 'ons 1 juli', time: '00.05' },
    {
      at: '2026-12-31T23:00:00Z',
      sv: '1 januari 2027',
      en: '1 January 2027',
      day: 'fre 1 januari',
      time: '00.00',
    },
    {
      at: '2026-03-29T01:00:00Z',
      sv: '29 mars 2026',
      en: '29 March 2026',
      day: 'sön 29 mars',
      time: '03.00',
    },
  ];
  for (const { at, sv, en, day, time } of cases) {
    const date = new Date(at);
    assert.equal(plain(formatDate(date, 'sv')), sv);
    assert.equal(plain(formatDate(date, 'en')), en);
    assert.equal(plain(formatDay(date, 'sv')), day);
    assert.equal(formatTime(date, 'sv'), time);
    assert.equal(formatTime(date, 'en'), time.replace('.', ':'));
  }
});

test('the day does not leave its month at the end of a line', () => {
  assert.equal(formatShortDate(new Date('2026-12-04T12:00:00Z'), 'sv'), '4\u00A0december');
});

test('the iso day is the day in Sweden', () => {
  assert.equal(isoDay(new Date('2026-06-30T22:05:00Z')), '2026-07-01');
});

test('a sentence begins with a capital, whatever its first letter', () => {
  for (const [text, expected] of [
    ['verkets förslag', 'Verkets förslag'],
    ['ålder', 'Ålder'],
    ['𐐨x', '𐐀x'],
    ['', ''],
  ] as const)
    assert.equal(capital(text), expected);
});

test('numbers, counts and lists', () => {
  assert.equal(plain(formatNumber(12_500.5, 'sv')), '12 500,5');
  assert.equal(formatNumber(12_500.5, 'en'), '12,500.5');
  assert.equal(formatNumber(2.66, 'sv', 1), '2,7');
  assert.equal(plain(plural(1, 'kommun', 'kommuner')), '1 kommun');
  assert.equal(plain(plural(0, 'kommun', 'kommuner')), '0 kommuner');
  assert.equal(joinList(['Ånge', 'Timrå', 'Kramfors'], 'sv'), 'Ånge, Timrå och Kramfors');
  assert.equal(joinList(['Ånge', 'Timrå'], 'en'), 'Ånge and Timrå');
});

test('a law is cited as each language does', () => {
  const skollagen = { sv: 'Skollagen (2010:800)', en: 'Education Act (2010:800)' };
  const cases: readonly (readonly [string | null, string, string])[] = [
    ['10 kap. 32 §', 'Skollagen (2010:800), 10 kap. 32 §', 'Chapter 10, Section 32'],
    ['10 kap. 32 och 33 §§', 'Skollagen (2010:800), 10 kap. 32 och 33 §§', 'Chapter 10, Sections 32 and 33'],
    [
      '9 kap. 15 b, 15 c och 21 a §§',
      'Skollagen (2010:800), 9 kap. 15 b, 15 c och 21 a §§',
      'Chapter 9, Sections 15 b, 15 c and 21 a',
    ],
    ['13 kap. 1–8 §§', 'Skollagen (2010:800), 13 kap. 1–8 §§', 'Chapter 13, Sections 1–8'],
    ['2 §', 'Skollagen (2010:800), 2 §', 'Section 2'],
    ['8 kap.', 'Skollagen (2010:800), 8 kap.', 'Chapter 8'],
    ['4 § första stycket', 'Skollagen (2010:800), 4 § första stycket', '4 § första stycket'],
  ];
  for (const [paragraph, swedish, english] of cases) {
    assert.equal(plain(citation({ law: skollagen, paragraph }, 'sv')), swedish);
    assert.equal(
      plain(citation({ law: skollagen, paragraph }, 'en')),
      `Education Act (Skollagen 2010:800), ${english}`,
    );
  }
  assert.equal(citation({ law: skollagen, paragraph: null }, 'sv'), 'Skollagen (2010:800)');
  assert.equal(citation({ law: { sv: 'Skollagen' }, paragraph: '' }, 'en'), 'Skollagen');
  assert.equal(
    plain(citation({ law: { sv: 'Lokala föreskrifter', en: 'Local rules' }, paragraph: '3 §' }, 'en')),
    'Local rules (Lokala föreskrifter), Section 3',
  );
  assert.equal(
    citation({ law: skollagen, paragraph: '10 kap. 32 §' }, 'sv'),
    'Skollagen (2010:800), 10\u00A0kap.\u00A032\u00A0§',
    'a number stays with its sign',
  );
});

test('a day is read from three fields, as people write it', () => {
  const cases: readonly (readonly [string, string, string, string | null])[] = [
    ['1', '3', '2027', '2027-03-01'],
    [' 31', '12 ', '2026', '2026-12-31'],
    ['29', '2', '2028', '2028-02-29'],
    ['29', '2', '2027', null],
    ['40', '1', '2027', null],
    ['1', 'mars', '2027', null],
    ['1', '3', '27', null],
    ['', '', '', null],
  ];
  for (const [day, month, year, expected] of cases)
    assert.equal(typedDay({ day, month, year }), expected, `${day} ${month} ${year}`);
});

test('numbers to twelve are written in words', () => {
  assert.equal(inWords(0, 'sv'), 'inga');
  assert.equal(inWords(12, 'en'), 'twelve');
  assert.equal(inWords(13, 'sv'), '13');
});
