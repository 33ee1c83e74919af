import assert from 'node:assert/strict';
import { describe as group, test } from 'node:test';
import type { Definition } from '../definition.ts';
import { diff } from '../diff.ts';
import { ask, form, page, work } from '../golden/golden.ts';
import { describer } from './describe.ts';
import type { Language } from './words.ts';

function sentences(before: Definition, after: Definition, language: Language): readonly string[] {
  const tell = describer({
    before,
    after,
    language,
    conditionInWords: (condition) => (condition === 'a = "ja"' ? 'svaret på a är ja' : undefined),
  });
  return diff(before, after).map(tell);
}

const [a, b] = [ask('a', 'Vad heter barnet?'), ask('b', 'Var bor barnet?')];
const c = ask('c', 'När?');
const titled = { title: { sv: 'Barnet' } };
const helped = (help: Readonly<Record<string, string>>): ReturnType<typeof ask> => ({ ...a, help });

group('changes in the reader’s words', () => {
  const rows: readonly (readonly [before: Definition, after: Definition, sv: string, en: string])[] = [
    [form(a), form(a, b), 'Ny fråga: ”Var bor barnet?”', 'New question: “Var bor barnet?”'],
    [
      form(a),
      form(a, ask('b', '*Exempel.* Är **2*3*4** 24?')),
      'Ny fråga: ”Exempel. Är 2*3*4 24?”',
      'New question: “Exempel. Är 2*3*4 24?”',
    ],
    [
      work({ pages: [page('p', [a], titled)] }),
      work({ pages: [page('p', [a, b], titled)] }),
      'Ny fråga: ”Var bor barnet?” (sidan ”Barnet”)',
      'New question: “Var bor barnet?” (the page “Barnet”)',
    ],
    [
      form(a, b),
      form(a),
      'Frågan ”Var bor barnet?” är borttagen.',
      'The question “Var bor barnet?” has been removed.',
    ],
    [
      form(a, { ...b, options: [ask('x', 'Här')] }),
      form(a, b),
      'Svarsalternativet ”Här” är borttaget.',
      'The answer option “Här” has been removed.',
    ],
    [
      form(a, c, b),
      form(c, b, a),
      'Frågan ”Vad heter barnet?” har flyttats och står nu efter ”Var bor barnet?”.',
      'The question “Vad heter barnet?” has moved and now comes after “Var bor barnet?”.',
    ],
    [
      form(a, c, b),
      form(b, a, c),
      'Frågan ”Var bor barnet?” har flyttats och står nu först.',
      'The question “Var bor barnet?” has moved and now comes first.',
    ],
    [
      work({ pages: [page('p', [a], titled), page('q', [b], titled)] }),
      work({ pages: [page('p', [], titled), page('q', [b, a], titled)] }),
      'Frågan ”Vad heter barnet?” har flyttats till sidan ”Barnet”.',
      'The question “Vad heter barnet?” has moved to the page “Barnet”.',
    ],
    [
      form(a),
      form(ask('a', 'Vad heter ditt barn?')),
      'Frågan ”Vad heter barnet?” lyder nu ”Vad heter ditt barn?”',
      'The question “Vad heter barnet?” now reads “Vad heter ditt barn?”',
    ],
    [
      form(helped({ sv: 'Hela namnet.' })),
      form(helped({ sv: 'Skriv hela namnet.' })),
      'Hjälptexten till frågan ”Vad heter barnet?” har skrivits om.',
      'The help text of the question “Vad heter barnet?” has been rewritten.',
    ],
    [
      form(helped({ sv: 'Namn.', en: 'Name.' })),
      form(helped({ sv: 'Namn.', en: 'Full name.' })),
      'Hjälptexten på engelska till frågan ”Vad heter barnet?” har skrivits om.',
      'The English help text of the question “Vad heter barnet?” has been rewritten.',
    ],
    [
      form(a),
      form(helped({ sv: 'Hela namnet.' })),
      'Frågan ”Vad heter barnet?” har fått en hjälptext: ”Hela namnet.”',
      'The help text of the question “Vad heter barnet?” is new: “Hela namnet.”',
    ],
    [
      form(a),
      form({ ...a, hidden: true }),
      'Frågan ”Vad heter barnet?” visas inte längre.',
      'The question “Vad heter barnet?” is no longer shown.',
    ],
    [
      form(a),
      form({ ...a, required: true }),
      'Frågan ”Vad heter barnet?” måste nu besvaras.',
      'The question “Vad heter barnet?” must now be answered.',
    ],
    [
      form(a),
      form({ ...a, showIf: 'a = "ja"' }),
      'Frågan ”Vad heter barnet?” visas nu bara när svaret på a är ja.',
      'The question “Vad heter barnet?” is now shown only when svaret på a är ja.',
    ],
    [
      form({ ...a, max: 5 }),
      form({ ...a, max: 7 }),
      'Det största värdet till frågan ”Vad heter barnet?” är nu 7.',
      'The greatest value of the question “Vad heter barnet?” is now 7.',
    ],
    [
      form(a),
      form({ ...a, colour: 'röd' }),
      'Frågan ”Vad heter barnet?” har fått ett ”colour”: ”röd”',
      'The “colour” of the question “Vad heter barnet?” is new: “röd”',
    ],
  ];
  for (const [before, after, sv, en] of rows) {
    test(sv, () => assert.deepEqual(sentences(before, after, 'sv'), [sv]));
    test(en, () => assert.deepEqual(sentences(before, after, 'en'), [en]));
  }
});
