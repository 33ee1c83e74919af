/* What people ask, in their own words, and what is expected of the search. */

export type Expected = 'found' | 'nothing';

export type Kind = {
  readonly name: string;
  readonly expected: Expected;
  readonly questions: readonly string[];
};

const list = (text: string): readonly string[] => text.split(',').map((one) => one.trim());

export const kinds: readonly Kind[] = [
  {
    name: 'a word of titles',
    expected: 'found',
    questions: list(
      `färdtjänst, hemtjänst, bygglov, skolskjuts, specialkost, faderskap, sotning, dagvatten, sekretess, gallring,
      upphandling, rekrytering, skyddsrond, behörigheter, brandskydd, försörjningsstöd`,
    ),
  },
  {
    name: 'a common word',
    expected: 'found',
    questions: list(
      `journal, ärende, beslut, ansökan, handläggare, kommun, uppgifter, personnummer, telefon, chef, version, system`,
    ),
  },
  {
    name: 'another form, or a part of a compound',
    expected: 'found',
    questions: list(
      `färdtjänsten, bygglovet, besluten, ansökningarna, journalerna, handläggarens, ärendena, lösenordet, synpunkterna,
      skolskjutsarna, lokaler, livsmedel, avfall, elever, bostaden`,
    ),
  },
  {
    name: 'several words',
    expected: 'found',
    questions: list(
      `registrera färdtjänst, avsluta hemtjänst, vem ringer jag om bygglov, beslut om försörjningsstöd, logga in,
      följ upp familjehem, sekretess i ärendet, hur överklagar man ett beslut, personnummer i journalen,
      komplettera ansökan om färdtjänst, enheten för sotning hos oss`,
    ),
  },
  {
    name: 'without å, ä and ö',
    expected: 'found',
    questions: list(
      `fardtjanst, hemtjanst, losenord, overklaga, arende, forsorjningsstod, trygghetslarm, varmepump`,
    ),
  },
  {
    name: 'the beginning of a word',
    expected: 'found',
    questions: list(`färdt, bygg, skolsk, journ, behör, sekre, upphand, avfalls`),
  },
  {
    name: 'another name for it',
    expected: 'found',
    questions: list(
      `socialbidrag, skolbuss, dagis, hemspråk, sophämtning, hjälp hemma, utskänkningstillstånd, parkeringskort`,
    ),
  },
  {
    name: 'misspelt',
    expected: 'nothing',
    questions: list(
      `färdtjenst, byglovv, skolskuts, sekrettes, upphandlign, försörjingsstöd, hemtänst, jurnalföring, lösenårdet, brandsjydd`,
    ),
  },
  {
    name: 'nothing is said of it',
    expected: 'nothing',
    questions: list(
      `rymdraket, krokodiler, kvantdator, opera i Verona, vulkanutbrott, pingvin, xylofonkvartett, tyngdlöshet`,
    ),
  },
];
