import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { describer, diff, isDefinition, merge } from '../../../kernel/index.ts';
import type { Definition } from '../../../kernel/index.ts';
import { definition } from './fixtures/bench.ts';
import { conditionInWords, eServiceRules, eServiceWords } from './rules.ts';

function edited(change: (text: string) => string): Definition {
  const copy: unknown = JSON.parse(change(JSON.stringify(definition)));
  assert.ok(isDefinition(copy));
  return copy;
}

describe('what an e-service names', () => {
  it('is found in conditions, texts, limits and checks', () => {
    const found = eServiceRules
      .references(edited((text) => text.replace('{', '{"concerns":["vilken"],')))
      .map(({ element, property, target }) => `${element} ${property} → ${target}`);
    const expected = [
      ' concerns → vilken',
      'vilken showIf → park',
      'vilken showIf → annan',
      'avstand max/parameter → langst',
      'avstand label/sv → langst',
      'for-nara if → avstand',
      'for-nara field → avstand',
      'fest showIf → granne',
      'fest showIf → alder',
      'gors timeLimit/parameter → tid',
      'ja text/en → namnd',
    ];
    for (const reference of expected)
      assert.ok(found.includes(reference), `${reference}\n${found.join('\n')}`);
  });

  it('and that one side removes while the other begins to name it is a conflict', () => {
    const base = edited((text) => text);
    const ours = edited((text) => text.replace('"id":"kaj",', '"id":"kaj","showIf":"avstand > 7",'));
    const theirs = edited((text) => {
      const copy: { pages: { id: string; fields: { id: string }[]; checks?: unknown }[] } = JSON.parse(text);
      for (const page of copy.pages) {
        page.fields = page.fields.filter(({ id }) => id !== 'avstand');
        delete page.checks;
      }
      return JSON.stringify(copy);
    });
    const result = merge({ base, ours, theirs, rules: eServiceRules });
    assert.ok(
      result.conflicts.some(({ kind }) => kind === 'dangling'),
      JSON.stringify(result.conflicts),
    );
  });

  it('is said in words', () => {
    const whole = edited((text) => text);
    assert.equal(conditionInWords('park = "annan"', whole, 'sv'), '”Vilken park?” är ”En annan”');
    assert.equal(conditionInWords('park = "annan"', whole, 'en'), '“Which park?” is “Another”');
    assert.equal(conditionInWords('park =', whole, 'sv'), undefined);
    assert.equal(
      conditionInWords('parken = "annan"', whole, 'sv'),
      undefined,
      'it asks for what is not there',
    );
  });
});

function told(before: Definition, after: Definition, language: 'sv' | 'en'): readonly string[] {
  const options = { before, after, language, words: eServiceWords, rules: eServiceRules };
  return diff(before, after, eServiceRules).map(describer(options));
}

describe('a change in the answers of a sample', () => {
  const before = edited((text) => text);
  const withAnswers = (answers: Readonly<Record<string, string>>): Definition => {
    const examples = [{ id: 'lek', title: { sv: 'En lek' }, answers }];
    const copy: unknown = { ...before, examples };
    assert.ok(isDefinition(copy));
    return copy;
  };
  const [none, annan, kaj] = [withAnswers({}), withAnswers({ park: 'annan' }), withAnswers({ park: 'kaj' })];
  const rows: readonly (readonly [from: Definition, to: Definition, sv: string, en: string])[] = [
    [
      annan,
      none,
      'Svaret på frågan ”Vilken park?” är borttaget ur exemplet ”En lek”.',
      'The answer to the question “Which park?” has been removed from the sample “En lek”.',
    ],
    [
      kaj,
      annan,
      'Svaret på frågan ”Vilken park?” i exemplet ”En lek” är nu ”En annan”',
      'The answer to the question “Which park?” in the sample “En lek” is now “Another”',
    ],
    [
      none,
      annan,
      'Exemplet ”En lek” har fått ett svar på frågan ”Vilken park?”: ”En annan”',
      'The answer to the question “Which park?” in the sample “En lek” is new: “Another”',
    ],
  ];
  for (const [from, to, sv, en] of rows) {
    it(sv, () => {
      assert.deepEqual([told(from, to, 'sv'), told(from, to, 'en')], [[sv], [en]]);
    });
  }

  it('of what stands for several is told in the plural', () => {
    const bare = edited((text) => text.replace('"accept":["jpg","png"],', ''));
    assert.deepEqual(told(before, bare, 'sv'), [
      'De tillåtna filtyperna till bilagan ”Bilder” är borttagna.',
    ]);
    assert.deepEqual(told(before, bare, 'en'), [
      'The accepted file types of the attachment “Pictures” have been removed.',
    ]);
  });
});
