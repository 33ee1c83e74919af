import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ask, form, work } from './golden/golden.ts';
import { merge } from './merge/merge.ts';
import { applyReanchoring, reanchor } from './reanchor.ts';
import { defaultRules } from './rules.ts';
import { staleTranslations, staleWordings } from './stale-texts.ts';
import { versionId, type VersionFacts } from './version.ts';
import { hash } from './canonical.ts';
import { findText, pickText } from './localised.ts';

describe('re-anchoring', () => {
  const base = form(
    ask('namn', 'Vad heter barnet?', { type: 'text' }),
    ask('skola', 'Vilken skola går barnet i?', {
      type: 'choice',
      options: [ask('kommunal', 'Kommunal skola')],
    }),
    ask('avstand', 'Hur lång är vägen?', { type: 'number', showIf: 'skola = "kommunal"' }),
  );
  const rebuilt = form(
    ask('f1', 'Vad heter barnet?', { type: 'text' }),
    ask('f2', 'Vilken skola ska barnet gå i?', { type: 'choice', options: [ask('f3', 'Kommunal skola')] }),
    ask('f4', 'Hur lång är vägen?', { type: 'number', showIf: 'f2 = "f3" or f4 > 2' }),
    ask('f5', 'Något helt annat', { type: 'date' }),
  );

  test('proposes what looks alike, the surest first, and nothing for what is new', () => {
    const proposals = reanchor(base, rebuilt);
    assert.deepEqual(proposals.map(({ from, to }) => `${from} ${to}`).toSorted(), [
      'avstand f4',
      'kommunal f3',
      'namn f1',
      'skola f2',
    ]);
    assert.ok(
      proposals.every(({ score }, index) => score >= 0.5 && score <= (proposals[index - 1]?.score ?? 1)),
    );
  });

  test('accepted pairs get the old ids, in the rules too, and the merge works again', () => {
    const anchored = applyReanchoring(rebuilt, reanchor(base, rebuilt));
    assert.equal(JSON.stringify(anchored).includes('"showIf":"skola = \\"kommunal\\" or avstand > 2"'), true);
    const ours = form(
      ask('namn', 'Vad heter ditt barn?', { type: 'text' }),
      ...Object.values(base['fields'] ?? []).slice(1),
    );
    const result = merge({ base, ours, theirs: anchored });
    assert.deepEqual(result.conflicts, []);
  });

  test('a sample answers the same questions under the old ids', () => {
    const rules = { ...defaultRules, keyed: new Set(['answers']) };
    const answers = { f1: 'Alva', f2: 'f3', f4: 4, f5: ['f3'] };
    const sampled = { ...rebuilt, samples: [{ id: 's', answers }] };
    const anchored = applyReanchoring(sampled, reanchor(base, sampled), rules);
    assert.deepEqual(anchored['samples'], [
      { id: 's', answers: { namn: 'Alva', skola: 'kommunal', avstand: 4, f5: ['kommunal'] } },
    ]);
  });

  test('what kept its id is not proposed', () => assert.deepEqual(reanchor(base, base), []));
});

const text = (sv: string, en?: string): ReturnType<typeof form> =>
  form({ id: 'a', label: { sv, ...(en === undefined ? {} : { en }) } });

describe('stale texts', () => {
  test('a translation whose source has changed', () => {
    assert.deepEqual(staleTranslations(text('Namn?', 'Name?'), text('Ditt namn?', 'Name?')), [
      {
        kind: 'translation',
        element: 'a',
        property: 'label',
        path: 'fields/a/label',
        language: 'en',
        text: 'Name?',
        sourceBefore: 'Namn?',
        sourceAfter: 'Ditt namn?',
      },
    ]);
  });

  test('not one that was changed with it, nor one of a text that is as it was', () => {
    assert.deepEqual(staleTranslations(text('Namn?', 'Name?'), text('Ditt namn?', 'Your name?')), []);
    assert.deepEqual(staleTranslations(text('Namn?', 'Name?'), text('Namn?', 'Name?')), []);
  });

  test('a wording of one’s own of a text that upstream has changed', () => {
    const sides = {
      upstreamBefore: text('Namn?'),
      upstreamAfter: text('Fullt namn?'),
      variant: text('Ditt namn?'),
    };
    assert.deepEqual(
      staleWordings(sides).map(({ kind, text: own }) => [kind, own]),
      [['wording', 'Ditt namn?']],
    );
    assert.deepEqual(staleWordings({ ...sides, variant: text('Fullt namn?') }), []);
    assert.deepEqual(staleWordings({ ...sides, upstreamAfter: text('Namn?') }), []);
  });
});

describe('picking a text', () => {
  test('the wished language, else the fallback, else any', () => {
    assert.equal(pickText({ sv: 'Ja', en: 'Yes' }, 'en'), 'Yes');
    assert.deepEqual(findText({ sv: 'Ja', en: 'Yes' }, 'fi'), { text: 'Ja', language: 'sv' });
    assert.deepEqual(findText({ en: 'Yes' }, 'fi'), { text: 'Yes', language: 'en' });
    assert.equal(pickText({}, 'sv'), '');
    assert.equal(pickText({ sv: 'Ja' }, 'constructor'), 'Ja');
  });
});

describe('version ids', () => {
  const facts: VersionFacts = {
    definitionHash: hash(work({})),
    parents: [],
    author: 'designer@sundsvall',
    message: 'Första',
    at: '2026-09-01T08:00:00.000Z',
  };

  test('a revert is a new version of an old definition', () => {
    const first = versionId(facts);
    assert.equal(versionId({ ...facts }), first);
    assert.notEqual(versionId({ ...facts, parents: [first] }), first);
    assert.notEqual(versionId({ ...facts, at: '2026-09-02T08:00:00.000Z' }), first);
  });
});
