import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { describe as tell, diff, merge } from '../../../kernel/index.ts';
import { after, base, edited, own, put, sv, type Edit } from './fixtures/edits.ts';
import { guideRules } from './rules.ts';
import { guideWords } from './words.ts';

describe('what a guide names in itself', () => {
  it('is found in texts, links and what is shown again', () => {
    const found = guideRules
      .references(base)
      .map(({ element, property, target }) => `${element} ${property} → ${target}`);
    for (const expected of [
      'valkommen text/sv → supporttelefon',
      'lanken to → andra-steget',
      'ordningen to → delegationsordning',
      'igen block → akta',
    ]) {
      assert.ok(found.includes(expected), `${expected}\n${found.join('\n')}`);
    }
  });

  it('and that one side removes while the other begins to name it is asked', () => {
    const ours = edited(base, { rad: sv('Ring {supporttelefon}.') });
    const theirs = edited(base, {
      supporttelefon: () => [],
      valkommen: (element) => ({
        ...element,
        text: { sv: 'Du loggar in varje dag.', en: 'You sign in every day.' },
      }),
    });
    const { conflicts } = merge({ base, ours, theirs, rules: guideRules });
    assert.deepEqual(
      conflicts.map(({ kind, element }) => `${kind} ${element}`),
      ['dangling rad'],
    );
  });
});

describe('changes of a guide are told in the reader’s words', () => {
  const rows: readonly (readonly [Readonly<Record<string, Edit>>, string])[] = [
    [{ akta: () => [] }, 'Varningen ”Lås skärmen när du går.” är borttagen.'],
    [{ 'fragan-ja': put('feedback', { sv: 'Nej.', en: 'No.' }) }, 'återkopplingen'],
    [{ 'forsta-gangen': put('minutes', 10) }, 'tidsåtgången i minuter'],
    [{ gor: after(own) }, 'text'],
    [{ begrepp: put('explanation', { sv: 'Annat.', en: 'What you may read and write.' }) }, '”Behörighet”'],
    [{ lanken: put('to', { kind: 'service', work: 'skolskjuts' }) }, 'länkmålet'],
  ];
  for (const [edits, said] of rows) {
    it(said, () => {
      const changed = edited(base, edits);
      const [change] = diff(base, changed, guideRules);
      assert.ok(change !== undefined);
      const sentence = tell(change, {
        before: base,
        after: changed,
        language: 'sv',
        words: guideWords,
        rules: guideRules,
      });
      assert.ok(sentence.toLowerCase().includes(said.toLowerCase()), sentence);
    });
  }
});
