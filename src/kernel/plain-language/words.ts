/** Official words and what to write instead. Ends with `*`: any ending. */
type PlainWords = Readonly<Record<string, string>>;

/** From Språkrådet, Myndigheternas skrivregler, and the government's Svarta listan. */
const swedish: PlainWords = {
  angående: 'om',
  'anmoda*': 'be',
  'användare*': 'du eller den som använder',
  avseende: 'om eller för',
  'beakta*': 'ta hänsyn till',
  beträffande: 'om',
  'bibringa*': 'ge',
  därest: 'om',
  'dylik*': 'sådan',
  envar: 'var och en',
  'erforderlig*': 'som behövs',
  'erhåll*': 'få',
  'föranled*': 'leda till',
  'förefinn*': 'finnas',
  'föreligg*': 'finnas',
  försummelse: 'att inte ha gjort något',
  'för det fall': 'om',
  'hantera*': 'sköta eller arbeta med',
  huruvida: 'om',
  'i enlighet med': 'enligt',
  'i händelse av': 'om',
  'i syfte att': 'för att',
  ifrågavarande: 'den här',
  inkomma: 'komma in eller lämna',
  inkommer: 'kommer in eller lämnar',
  jämlikt: 'enligt',
  jämväl: 'också',
  medelst: 'med',
  'med anledning av': 'på grund av',
  nedanstående: 'det här',
  'obligatorisk*': 'måste',
  'ogiltig*': 'fel eller gäller inte',
  'ombesörj*': 'ordna',
  ovanstående: 'det här',
  rörande: 'om',
  'samtlig*': 'alla',
  såvida: 'om',
  sålunda: 'så',
  tillika: 'också',
  'tillse*': 'se till',
  'under förutsättning att': 'om',
  'uppvisa*': 'visa',
  vederbörande: 'den det gäller',
  'vederbörlig*': 'rätt',
  'vidtaga*': 'göra',
  vänligen: 'bara det som ska göras',
  'åberopa*': 'hänvisa till',
  ävensom: 'och',
};

const english: PlainWords = {
  aforementioned: 'this',
  'ascertain*': 'find out',
  'commence*': 'begin',
  'endeavour*': 'try',
  'facilitate*': 'help',
  henceforth: 'from now on',
  hereby: 'nothing',
  herein: 'here',
  'in accordance with': 'under',
  'in order to': 'to',
  'in the event of': 'if',
  invalid: 'wrong',
  mandatory: 'must',
  notwithstanding: 'despite',
  please: 'only what is to be done',
  'prior to': 'before',
  pursuant: 'under',
  'subsequent to': 'after',
  thereof: 'of it',
  user: 'you or those who use it',
  users: 'you or those who use it',
  'utilis*': 'use',
  'utiliz*': 'use',
};

export type StiffWord = { readonly found: string; readonly plain: string };

const matchers = new Map(
  Object.entries({ sv: swedish, en: english }).map(([language, words]) => {
    const whole = Object.keys(words).map((word) => word.replace('*', String.raw`\p{L}*`));
    const pattern = new RegExp(String.raw`(?<![\p{L}-])(?:${whole.join('|')})(?![\p{L}-])`, 'giu');
    return [language, { words, pattern }] as const;
  }),
);

/** The official words of a text with their plain ones; none in a language without a list. */
export function stiffWords(text: string, language: string): readonly StiffWord[] {
  const matcher = matchers.get(language);
  if (matcher === undefined) return [];
  return [...text.matchAll(matcher.pattern)].map(([found]) => ({
    found,
    plain: plainFor(found, matcher.words),
  }));
}

function plainFor(found: string, words: PlainWords): string {
  const wanted = found.toLocaleLowerCase('sv');
  const key = Object.keys(words).find((word) =>
    word.endsWith('*') ? wanted.startsWith(word.slice(0, -1)) : word === wanted,
  );
  return key === undefined ? '' : (words[key] ?? '');
}
