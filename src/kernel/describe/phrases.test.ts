import assert from 'node:assert/strict';
import { test } from 'node:test';
import { en, sv } from './phrases.ts';
import type { Noun } from './words.ts';

const text: Noun = { sv: 'text', svDefinite: 'texten', svGender: 'en', en: 'text' };

test('a thing that is called by its own text is named once', () => {
  const of = { noun: text, name: 'Ring först …' };
  assert.equal(sv.rewritten({ noun: text, language: '', of }), 'Texten ”Ring först …” har skrivits om.');
  assert.equal(
    sv.rewritten({ noun: text, language: 'engelska', of }),
    'Texten på engelska ”Ring först …” har skrivits om.',
  );
  assert.equal(
    en.rewritten({ noun: text, language: 'Swedish', of }),
    'The Swedish text “Ring först …” has been rewritten.',
  );
  assert.equal(
    sv.rewritten({ noun: text, language: '', of: { noun: text, name: '' } }),
    'Texten har skrivits om.',
  );
});
