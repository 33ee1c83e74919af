const months =
  'januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|January|February|March|May|June|July|August|October';
const units = 'km|kr|kilometer|meter|procent|megabyte';

/** What must not stand alone at the start of a line after a number, and what holds on to the number after it. */
const afterNumber = new RegExp(
  String.raw`(\d) (?=(?:kap\.|§|[a-z] §|[a-z][, ]|${units}\b|${months}\b))`,
  'gu',
);
const afterLetter = /(\d\u00A0[a-z]) (?=§)/gu;
const beforeNumber = /(kap\.|årskurs|Årskurs) (?=\d)/gu;

/** The same text with "10 kap. 32 §", "4 december" and "2 km" each kept on one line by non-breaking spaces. */
export const tied = (text: string): string =>
  text
    .replaceAll(beforeNumber, '$1\u00A0')
    .replaceAll(afterNumber, '$1\u00A0')
    .replaceAll(afterLetter, '$1\u00A0');
