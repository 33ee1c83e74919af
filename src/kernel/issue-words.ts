import type { Issue, IssueKind } from './shape.ts';

type Words = Readonly<Record<IssueKind, (word: string) => string>>;

const en: Words = {
  'not-an-object': () => 'is not a JSON object; a definition begins with {',
  'unknown-format': (word) => `"${word}" is no format that Kommons knows; write "definition/1"`,
  'newer-format': (word) => `"${word}" is newer than this Kommons; update Kommons to open it`,
  'missing-text': (word) => `"${word}" is missing; give a text that is not empty`,
  'bad-languages': () =>
    'give a list of distinct language codes such as ["sv", "en"], the source language first',
  'bad-title': () => 'give the title in the listed languages, such as {"sv": "Skolskjuts"}',
  'missing-id': () => 'has no id; every object in a list needs one',
  'bad-id': (word) =>
    `"${word}" cannot be an id; write 1 to 200 characters without control characters or outer spaces`,
  'duplicate-id': (word) => `the id "${word}" is used before; every id is used once in a definition`,
  'forbidden-name': (word) => `a property cannot be named "${word}"; rename it`,
  'not-json': () => 'is no JSON value; write a text, number, true, false, null, list or object',
  'broken-text': () => 'holds half a character (a lone surrogate); write the text again',
  'bad-lock': (word) => `"${word}" is no lock; write fixed, settings, additions or free`,
  'bad-hidden': (word) => `"${word}" is not true or false`,
  'too-deep': () => 'lies too deep; flatten the definition',
  'too-large': () => 'is too large; divide the definition',
};

const sv: Words = {
  'not-an-object': () => 'är inget JSON-objekt. En definition börjar med {.',
  'unknown-format': (word) => `”${word}” är inget format som Kommons känner till. Skriv ”definition/1”.`,
  'newer-format': (word) => `”${word}” är nyare än det här Kommons. Uppdatera Kommons för att öppna den.`,
  'missing-text': (word) => `”${word}” saknas. Skriv en text som inte är tom.`,
  'bad-languages': () => 'Ange olika språkkoder, till exempel ["sv", "en"], med källspråket först.',
  'bad-title': () => 'Ange titeln på de språk som är uppräknade, till exempel {"sv": "Skolskjuts"}.',
  'missing-id': () => 'saknar id. Varje objekt i en lista behöver ett.',
  'bad-id': (word) =>
    `”${word}” kan inte vara id. Skriv 1 till 200 tecken utan styrtecken och utan blanksteg ytterst.`,
  'duplicate-id': (word) => `Id ”${word}” finns redan. Varje id används en gång i en definition.`,
  'forbidden-name': (word) => `En egenskap kan inte heta ”${word}”. Byt namn på den.`,
  'not-json': () => 'är inget JSON-värde. Skriv text, tal, true, false, null, lista eller objekt.',
  'broken-text': () => 'innehåller ett halvt tecken. Skriv om texten.',
  'bad-lock': (word) => `”${word}” är inget lås. Skriv fixed, settings, additions eller free.`,
  'bad-hidden': (word) => `”${word}” är varken true eller false.`,
  'too-deep': () => 'ligger för djupt. Gör definitionen plattare.',
  'too-large': () => 'är för stort. Dela upp definitionen.',
};

/** What is wrong and what to do, in the reader's language; the path is told beside. */
export function describeIssue(issue: Issue, language: 'sv' | 'en'): string {
  return { sv, en }[language][issue.kind](issue.word ?? '');
}
