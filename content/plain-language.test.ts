import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const folder = new URL('e-services/', import.meta.url);
const longestSentence = 30;

/** Words that plain Swedish has a better one for (Språkrådet: Myndigheternas skrivregler, the black list). */
const stiff = [
  'vänligen',
  'ogiltig',
  'obligatorisk',
  'användare',
  'hantera',
  'erhålla',
  'erhåller',
  'avseende',
  'beträffande',
  'ifrågavarande',
  'medelst',
  'sålunda',
  'tillse',
  'vederbörande',
  'åberopa',
  'inkomma',
  'ovanstående',
  'nedanstående',
  'försummelse',
];
const stiffEnglish = ['please', 'invalid', 'mandatory', 'hereby', 'user', 'pursuant'];

function startsWithAny(word: string, words: readonly string[]): boolean {
  return words.some((stem) => word.startsWith(stem));
}

const wordsIn = (text: string): readonly string[] => text.toLocaleLowerCase('sv').match(/[\p{L}-]+/gu) ?? [];

/** What is not plain in a text: words to avoid, and sentences that are too long. */
function notPlain(text: string, language: string): readonly string[] {
  const avoided = wordsIn(text).filter((word) =>
    startsWithAny(word, language === 'sv' ? stiff : stiffEnglish),
  );
  const long = text
    .replaceAll(/\]\([^)]*\)|[*[\]]/gu, '')
    .split(/(?<=[.!?:])\s+|\n+/u)
    .filter((sentence) => sentence.split(/\s+/u).length > longestSentence);
  return [...avoided, ...long];
}

function texts(value: unknown, language: string, path = ''): readonly (readonly [string, string])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
    key === language && typeof inner === 'string'
      ? [[path, inner] as const]
      : texts(inner, language, `${path}/${key}`),
  );
}

test('the check sees what is not plain', () => {
  const long = Array.from({ length: longestSentence + 1 }, () => 'ord').join(' ');
  for (const [text, language, found] of [
    ['Vänligen fyll i fältet.', 'sv', 1],
    ['Svaret är ogiltigt och obligatoriskt.', 'sv', 2],
    [`${long}.`, 'sv', 1],
    [`${long.slice(0, 60)}. ${long.slice(0, 60)}.`, 'sv', 0],
    ['Please fill in.', 'en', 1],
    ['Skriv avståndet med siffror, till exempel 2,6.', 'sv', 0],
  ] as const) {
    assert.equal(notPlain(text, language).length, found, text);
  }
});

for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
  for (const language of ['sv', 'en']) {
    test(`${name} is plain ${language === 'sv' ? 'Swedish' : 'English'}`, () => {
      const definition: unknown = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
      const found = texts(definition, language);
      assert.ok(found.length > 50);
      const faults = found.flatMap(([path, text]) =>
        notPlain(text, language).map((fault) => `${path}: ${fault}`),
      );
      assert.deepEqual(faults, []);
    });
  }
}
