import { pick, whole, type Random } from '../random.ts';

/** Texts that have broken programs before. */
const texts: readonly string[] = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\uFEFF',
  '\uD800',
  'a\uDC00b',
  '\u202Eabc',
  '\u200B\u200C\u200D',
  'Å\u030A\u0301\u0302'.repeat(60),
  '👩‍👩‍👧‍👦'.repeat(200),
  'ﷺ'.repeat(500),
  'x'.repeat(70_000),
  '\r\nSet-Cookie: x=1',
  '../../../etc/passwd',
  '..\\..\\windows',
  '%00',
  '%ff%fe',
  '%',
  '%zz',
  '%E0%A4%A',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'null',
  'undefined',
  'NaN',
  '-Infinity',
  '1e309',
  '-0',
  '00012',
  '9007199254740993',
  '-9223372036854775809',
  '1.7976931348623159e308',
  '0x1F',
  '1,5',
  '١٢٣',
  '2026-02-30',
  '2026-13-01',
  '0000-00-00',
  '-000001-01-01',
  '+275760-09-13',
  '2026-11-23T25:61:61Z',
  '9999999999-12-31',
  "' or 1=1 --",
  "'); drop table cases.cases; --",
  '${7*7}{{7*7}}<%= 7*7 %>',
  '<script>alert(1)</script>',
  'javascript:alert(1)',
  '{"a":1}',
  '[]',
  'true',
  '(a+)+$',
  'a'.repeat(200),
  '018f0000-0000-7000-8000-00000000000',
  '018F0000-0000-7000-8000-000000000000',
  '{018f0000-0000-7000-8000-000000000000}',
  '018f0000000070008000000000000000.secret.more',
  '/'.repeat(300),
  ';',
  '\\',
  '*',
  '\u0001\u0002\u001F\u007F\u0080\u009F',
];

export const hostileText = (random: Random): string => pick(random, texts);

function nested(depth: number, array: boolean): unknown {
  let value: unknown = 'botten';
  for (let level = 0; level < depth; level += 1) value = array ? [value] : { a: value };
  return value;
}

/** A value of any shape, as a JSON body may hold it. */
export function hostileValue(random: Random): unknown {
  switch (whole(random, 12)) {
    case 0:
      return null;
    case 1:
      return pick(random, [0, -1, 1e308, -1e-320, 9_007_199_254_740_992, 0.1 + 0.2, 2 ** 31, 2 ** 63]);
    case 2:
      return random() < 0.5;
    case 3:
      return [];
    case 4:
      return {};
    case 5:
      return Array.from({ length: 3000 }, (_, index) => index);
    case 6:
      return Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`k${index}`, index]));
    case 7:
      return nested(whole(random, 1500), random() < 0.5);
    case 8:
      return { sv: hostileText(random), en: hostileText(random) };
    case 9:
      return [hostileText(random), hostileText(random)];
    case 10:
      return { id: hostileText(random), kind: hostileText(random), do: hostileText(random) };
    default:
      return hostileText(random);
  }
}

/** The same object with a property or two spoilt, gone, or too many. */
export function spoil(
  random: Random,
  fields: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const names = Object.keys(fields);
  const spoilt = new Map(Object.entries(fields));
  for (let times = 0; times <= whole(random, 3); times += 1) {
    const name = names.length > 0 && random() < 0.8 ? pick(random, names) : hostileText(random);
    if (random() < 0.15) spoilt.delete(name);
    else spoilt.set(name, hostileValue(random));
  }
  return Object.fromEntries(spoilt);
}
