import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { headingFaults, plainFaults, plainLimits } from './index.ts';
import { countPassives } from './passives.ts';

const words = (n: number): string => Array.from({ length: n }, () => 'ord').join(' ');

describe('what is not plain', () => {
  const rows: readonly (readonly [text: string, language: string, kinds: readonly string[]])[] = [
    ['Skriv avståndet med siffror, till exempel 2,6.', 'sv', []],
    ['Vänligen fyll i fältet.', 'sv', ['stiff-word']],
    ['Svaret är ogiltigt och obligatoriskt.', 'sv', ['stiff-word', 'stiff-word']],
    ['Användarnamnet står på kortet.', 'sv', []],
    ['Gör det i enlighet med beslutet.', 'sv', ['stiff-word']],
    ['Please fill in.', 'en', ['stiff-word']],
    ['Please fill in.', 'fi', []],
    [`${words(25)}.`, 'sv', []],
    [`${words(26)}.`, 'sv', ['long-sentence']],
    [`${words(26)}.`, 'fi', ['long-sentence']],
    [`${words(20)}. Ord ${words(19)}.`, 'sv', []],
    [`- ${words(20)}\n- ${words(20)}`, 'sv', []],
    [`1. ${words(20)}\n2. ${words(20)}`, 'sv', []],
    [`${words(20)}\n${words(20)}`, 'sv', ['long-sentence']],
    [`${words(20)}\n\n${words(20)}`, 'sv', []],
    [`**${words(20)}** [${words(3)}](https://example.se/a) {namn} – – –.`, 'sv', []],
    [Array.from({ length: 4 }, () => `Ord ${words(21)}.`).join(' '), 'sv', []],
    [Array.from({ length: 5 }, () => `Ord ${words(18)}.`).join(' '), 'sv', ['long-paragraph']],
    ['Ansökan registreras, granskas och skickas vidare.', 'sv', ['passives']],
    ['Ansökan registreras och skickas vidare.', 'sv', []],
    ['It is saved, and then it is checked and is sent on.', 'en', ['passives']],
    ['', 'sv', []],
  ];
  for (const [text, language, kinds] of rows) {
    test(`${text.slice(0, 60)} (${language}): ${kinds.join(', ')}`, () =>
      assert.deepEqual(
        plainFaults(text, language).map(({ kind }) => kind),
        kinds,
      ));
  }

  test('says what to write instead, in both languages', () => {
    const [fault] = plainFaults('Det gäller samtliga.', 'sv');
    assert.equal(fault?.what, 'samtliga');
    assert.deepEqual(fault.message, {
      sv: '”samtliga” är kanslispråk. Skriv hellre alla.',
      en: '“samtliga” is officialese. Write rather alla.',
    });
  });

  test('limits may be others', () => {
    assert.deepEqual(plainFaults(`${words(26)}.`, 'sv', { ...plainLimits, sentence: 30 }), []);
  });
});

describe('headings', () => {
  const rows: readonly (readonly [string, number])[] = [
    ['Logga in', 0],
    ['Logga in.', 1],
    ['Vad gör du nu?', 0],
    ['Så här …', 0],
    ['Och sedan...', 0],
  ];
  for (const [heading, faults] of rows) {
    test(heading, () => assert.equal(headingFaults(heading, 'sv').length, faults));
  }
});

describe('passives are told by their form', () => {
  const rows: readonly (readonly [string, string, number])[] = [
    ['Beslutet skrivs av nämnden och lämnades i går.', 'sv', 2],
    ['Kommunernas arbetsplats finns hos Annas barnens skolor.', 'sv', 0],
    ['Vi hoppas att du lyckas träffas.', 'sv', 0],
    ['Skolornas webbplats och insatserna.', 'sv', 0],
    ['Ärendet har hanterats och skapats.', 'sv', 2],
    ['The form is carefully filled and was sent.', 'en', 2],
    ['We need it.', 'en', 0],
  ];
  for (const [sentence, language, count] of rows) {
    test(sentence, () => assert.equal(countPassives(sentence, language), count));
  }
});
