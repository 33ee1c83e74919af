import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isDefinition, merge } from '../../../kernel/index.ts';
import type { Definition } from '../../../kernel/index.ts';
import { definition } from './fixtures/bench.ts';
import { conditionInWords, eServiceRules } from './rules.ts';

function edited(change: (text: string) => string): Definition {
  const copy: unknown = JSON.parse(change(JSON.stringify(definition)));
  assert.ok(isDefinition(copy));
  return copy;
}

describe('what an e-service names', () => {
  it('is found in conditions, texts, limits and checks', () => {
    const found = eServiceRules
      .references(edited((text) => text))
      .map(({ element, property, target }) => `${element} ${property} → ${target}`);
    const expected = [
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
  });
});
