import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  formatDate,
  formatDay,
  formatNumber,
  formatShortDate,
  formatTime,
  isoDay,
  joinList,
  plural,
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

test('numbers, counts and lists', () => {
  assert.equal(plain(formatNumber(12_500.5, 'sv')), '12 500,5');
  assert.equal(formatNumber(12_500.5, 'en'), '12,500.5');
  assert.equal(formatNumber(2.66, 'sv', 1), '2,7');
  assert.equal(plain(plural(1, 'kommun', 'kommuner')), '1 kommun');
  assert.equal(plain(plural(0, 'kommun', 'kommuner')), '0 kommuner');
  assert.equal(joinList(['Ånge', 'Timrå', 'Kramfors'], 'sv'), 'Ånge, Timrå och Kramfors');
  assert.equal(joinList(['Ånge', 'Timrå'], 'en'), 'Ånge and Timrå');
});
