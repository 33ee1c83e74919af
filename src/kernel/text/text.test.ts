import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { normaliseText } from '../normalise-text.ts';
import { editsOf, mergeTokens } from './merge-tokens.ts';
import { joinSentences, splitSentences } from './sentences.ts';
import { mergeText, suggestionMarks } from './wording.ts';
import { wordMarks } from './words.ts';

describe('sentences', () => {
  const cases: readonly (readonly string[])[] = [
    ['Ange namn.', 'Ange ort.'],
    ['Du kan få skjuts, t.ex. om vägen är farlig.', 'Läs mer.'],
    ['Enligt 10 kap. 32 § skollagen.', 'Beslutet kan överklagas.'],
    ['Bifoga bl.a. Skatteverkets intyg.', 'Sedan är det klart.'],
    ['Ta med pass, intyg m.m.', 'Kom i tid.'],
    ['Senast den 1. januari.', 'Sedan är det för sent.'],
    ['Går barnet i skolan?', 'Svara!', 'Tack.'],
    ['Avgiften är 2 500,50 kr per år.', 'Den betalas i januari.'],
    ['Ring 060-19 10 00 mellan kl. 8.00 och 16.30.', 'Eller skriv.'],
    ['Han sa ”Kom hit.”', 'Hon gick.'],
    ['Lagen (2010:800) gäller.', 'Se 2 kap.'],
    ['Vänta … sedan händer det.', 'Klart.'],
    ['1. Fyll i namnet.', '\n', '2. Skicka in.'],
    ['Först.', '\n', '\n', 'Sedan.'],
    ['See e.g. the act.', 'Then apply.'],
    ['Det tar 14 dagar.', '30 dagar är det högsta.'],
    [],
  ];
  for (const expected of cases) {
    const text = joinSentences(expected);
    test(JSON.stringify(text), () => assert.deepEqual(splitSentences(text), expected));
  }

  test('joining what was split gives every normalised text back', () => {
    const words = fc.constantFrom(
      'Hej.',
      'Du',
      't.ex.',
      '§',
      '\n',
      '32',
      '!',
      '- punkt',
      '(ja.)',
      '1.',
      'å?',
    );
    fc.assert(
      fc.property(fc.array(words), (list) => {
        const text = normaliseText(list.join(' '));
        assert.equal(joinSentences(splitSentences(text)), text);
      }),
      { seed: 1 },
    );
  });
});

describe('merging text', () => {
  const base = 'Ange namn. Ange ort. Skicka in.';
  const clean: readonly (readonly [ours: string, theirs: string, merged: string])[] = [
    ['Ange ditt namn. Ange ort. Skicka in.', base, 'Ange ditt namn. Ange ort. Skicka in.'],
    [
      'Ange ditt namn. Ange ort. Skicka in.',
      'Ange namn. Ange ort. Skicka.',
      'Ange ditt namn. Ange ort. Skicka.',
    ],
    ['Ange ort. Skicka in.', 'Ange namn. Ange din ort. Skicka in.', 'Ange din ort. Skicka in.'],
    [
      'Ange namn. Ange ort. Skicka in. Vänta.',
      'Börja. Ange namn. Ange ort. Skicka in.',
      'Börja. Ange namn. Ange ort. Skicka in. Vänta.',
    ],
    ['Ange namn. Ange ort.', 'Ange namn. Ange ort.', 'Ange namn. Ange ort.'],
    [
      'Ange ditt namn. Ange din ort. Skicka in.',
      'Ange namn. Ange din ort. Skicka in.',
      'Ange ditt namn. Ange din ort. Skicka in.',
    ],
    [
      'Börja. Ange namn. Ange ort. Skicka in.',
      'Börja. Ange ditt namn. Ange ort. Skicka in.',
      'Börja. Ange ditt namn. Ange ort. Skicka in.',
    ],
  ];
  for (const [ours, theirs, merged] of clean) {
    test(merged, () => assert.deepEqual(mergeText({ base, ours, theirs }), { clean: true, text: merged }));
  }

  const asked: readonly (readonly [
    name: string,
    base: string,
    ours: string,
    theirs: string,
    suggestion: string,
  ])[] = [
    [
      'words of both',
      'Går barnet dit?',
      'Går ditt barn dit?',
      'Går barnet dit själv?',
      'Går ditt barn dit själv?',
    ],
    [
      'the same word',
      'Avgiften är 400 kr.',
      'Avgiften är inte 500 kr.',
      'Avgiften är 600 kr.',
      'Avgiften är 600 kr.',
    ],
    ['two sentences put in at one place', 'Hej. Då.', 'Hej. Ett. Då.', 'Hej. Två. Då.', 'Hej. Ett. Två. Då.'],
    [
      'words put in at one place',
      'Vi mäter vägen till skolan.',
      'Vi mäter vägen till skolan, och färjan räknas.',
      'Vi mäter vägen till skolan, på vägar som är öppna.',
      'Vi mäter vägen till skolan, på vägar som är öppna, och färjan räknas.',
    ],
    ['no base', '', 'Vårt.', 'Deras.', 'Vårt. Deras.'],
    ['one put in next to one taken out', 'Hej. Då.', 'Hej. Ett. Då.', 'Hej.', 'Hej.'],
    ['nothing left', 'Hej. Då.', 'Hej.', 'Då.', 'Då.'],
  ];
  for (const [name, was, ours, theirs, suggestion] of asked) {
    test(name, () => assert.deepEqual(mergeText({ base: was, ours, theirs }), { clean: false, suggestion }));
  }
});

describe('marks', () => {
  test('what one side did, word by word', () => {
    assert.deepEqual(wordMarks('Vilken skola går barnet i?', 'Vilken skola ska barnet gå i?'), [
      { text: 'Vilken skola', change: 'same' },
      { text: ' går', change: 'removed' },
      { text: ' ska', change: 'inserted' },
      { text: ' barnet', change: 'same' },
      { text: ' gå', change: 'inserted' },
      { text: ' i?', change: 'same' },
    ]);
  });

  test('marks give both texts back', () => {
    const text = fc
      .array(fc.constantFrom('Hej', 'du,', 'ja.', 'å', '12,5', '(nej)'))
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (base, side) => {
        const marks = wordMarks(base, side);
        const joined = (gone: string): string =>
          marks
            .filter(({ change }) => change !== gone)
            .map((mark) => mark.text)
            .join('');
        assert.equal(joined('removed').trimStart(), side);
        assert.equal(joined('inserted').trimStart(), base);
      }),
      { seed: 1 },
    );
  });

  test('whose words a suggestion has', () => {
    const sides = {
      base: 'Vilken skola går barnet i?',
      ours: 'Vilken av våra skolor går barnet i?',
      theirs: 'Vilken skola ska barnet gå i?',
    };
    assert.deepEqual(suggestionMarks(sides), [
      { text: 'Vilken', from: 'base' },
      { text: ' av våra skolor', from: 'ours' },
      { text: ' ska', from: 'theirs' },
      { text: ' barnet', from: 'base' },
      { text: ' gå', from: 'theirs' },
      { text: ' i?', from: 'base' },
    ]);
  });
});

const taken = (chunks: ReturnType<typeof mergeTokens>): readonly string[] =>
  chunks.flatMap((chunk) => (chunk.from === 'conflict' ? ['conflict'] : chunk.tokens));

describe('tokens', () => {
  const tokens = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 8 });

  test('edits turn the base into the side', () => {
    fc.assert(
      fc.property(tokens, tokens, (base, side) => {
        const done = editsOf(base, side)
          .toReversed()
          .reduce<readonly string[]>(
            (list, edit) => list.toSpliced(edit.start, edit.end - edit.start, ...edit.tokens),
            base,
          );
        assert.deepEqual(done, side);
      }),
      { seed: 1 },
    );
  });

  test('one-sided edits are taken whole', () => {
    fc.assert(
      fc.property(tokens, tokens, (base, side) => {
        assert.deepEqual(taken(mergeTokens(base, side, base)), side);
        assert.deepEqual(taken(mergeTokens(base, base, side)), side);
        assert.deepEqual(taken(mergeTokens(base, side, side)), side);
      }),
      { seed: 1 },
    );
  });

  test('a text of very many equal words is merged in time', () => {
    const many = Array.from({ length: 20_000 }, () => 'och');
    const started = performance.now();
    assert.equal(editsOf(['a', ...many, 'b'], ['c', ...many, 'och', 'd']).length, 1);
    assert.ok(performance.now() - started < 1000);
  });
});
