import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  checkCondition,
  comparedTexts,
  inWords,
  parseCondition,
  printCondition,
  references,
} from './index.ts';
import type { Scope, ValueType } from './index.ts';

const types: Readonly<Record<string, ValueType>> = {
  skola: { kind: 'choice', options: ['kommunal', 'fristaende'] },
  avstand: { kind: 'number' },
  vuxen: { kind: 'yes-no' },
  namn: { kind: 'text' },
  född: { kind: 'date' },
  skal: { kind: 'list', of: { kind: 'choice', options: ['langd', 'trafik'] } },
  barn: { kind: 'rows', fields: new Map([['alder', { kind: 'number' }]]) },
};
const scope: Scope = { type: (name) => types[name], names: () => Object.keys(types) };

const wrong: readonly (readonly [string, string, string | undefined, string])[] = [
  ['skola = "komunal"', 'unknown-option', 'kommunal', '"komunal"'],
  ['"komunal" = skola', 'unknown-option', 'kommunal', '"komunal"'],
  ['skola in ("kommunal", "annan")', 'unknown-option', undefined, '"annan"'],
  ['list contains(skal, "trafk")', 'unknown-option', 'trafik', '"trafk"'],
  ['skolan = "kommunal"', 'unknown-name', 'skola', 'skolan'],
  ['count(barn.aldr) = 3', 'unknown-name', 'alder', 'barn.aldr'],
  ['namn.efternamn = "x"', 'wrong-type', undefined, 'namn.efternamn'],
  ['avstand = "2000"', 'wrong-type', undefined, '"2000"'],
  ['skola > avstand', 'wrong-type', undefined, 'avstand'],
  ['vuxen > true', 'wrong-type', undefined, 'true'],
  ['född < 2020', 'wrong-type', undefined, '2020'],
  ['född between "a" and today()', 'wrong-type', undefined, '"a"'],
  ['avstand', 'wrong-type', undefined, 'avstand'],
  ['avstand + 1', 'wrong-type', undefined, 'avstand + 1'],
  ['avstand and vuxen', 'wrong-type', undefined, 'avstand'],
  ['namn + 1 = "a"', 'wrong-type', undefined, '1'],
  ['count(avstand) = 1', 'wrong-type', undefined, 'avstand'],
  ['sum(skal) = 1', 'wrong-type', undefined, 'skal'],
  ['contains(avstand, "1")', 'wrong-type', undefined, 'avstand'],
  ['skal = "trafik"', 'wrong-type', undefined, '"trafik"'],
];

const right: readonly string[] = [
  'skola = "kommunal"',
  'skola in ["kommunal", "fristaende"]',
  'avstand >= 2000 and vuxen',
  'vuxen = true',
  'not(vuxen)',
  'namn != null',
  'född <= today()',
  'list contains(skal, "trafik")',
  'count(skal) > 1',
  'list contains(barn.alder, 7)',
  'max(barn.alder) > 6',
  'count(barn) in [1..3]',
  'if vuxen then avstand > 1 else avstand > 2',
  'avstand * 1000 > 2000 or starts with(namn, "A")',
];

const unreadable: readonly (readonly [string, string, number])[] = [
  ['', 'syntax', 0],
  ['skola =', 'syntax', 7],
  ['skola = ”kommunal”', 'syntax', 8],
  ["skola = 'kommunal'", 'syntax', 8],
  ['skola = "kommunal', 'syntax', 8],
  ['(vuxen', 'syntax', 6],
  ['vuxen vuxen', 'syntax', 6],
  ['avstand between 1', 'syntax', 17],
  ['date("2026-02-30") = född', 'syntax', 5],
  ['date(2026) = född', 'syntax', 5],
  ['antal(skal) = 1', 'unknown-function', 0],
  ['count() = 1', 'wrong-arguments', 0],
  ['if vuxen then 1', 'syntax', 15],
  ['a > 1 > 2', 'syntax', 6],
  ['vuxen & vuxen', 'syntax', 6],
  ['x'.repeat(4001), 'too-large', 0],
];

const sentences: readonly (readonly [string, string, string])[] = [
  ['skola = "kommunal"', 'när ”Vilken skola?” är ”Kommunal”', 'when “Which school?” is “Municipal”'],
  ['vuxen', 'när ”Är du vuxen?” är ja', 'when “Are you an adult?” is yes'],
  ['not(vuxen)', 'när ”Är du vuxen?” är nej', 'when “Are you an adult?” is no'],
  ['vuxen = false', 'när ”Är du vuxen?” är nej', 'when “Are you an adult?” is no'],
  [
    'skola != "kommunal" and avstand >= 2000',
    'när ”Vilken skola?” inte är ”Kommunal” och ”Avstånd” är minst 2\u00a0000',
    'when “Which school?” is not “Municipal” and “Distance” is at least 2,000',
  ],
  ['avstand = null', 'när ”Avstånd” inte är besvarad', 'when “Distance” is not answered'],
  [
    'född >= date("2020-01-31")',
    'när ”född” är 31 januari 2020 eller senare',
    'when “född” is 31 January 2020 or later',
  ],
  ['född < today()', 'när ”född” är före dagens datum', "when “född” is before today's date"],
  [
    'skola in ("kommunal", "x") or avstand in [1..3]',
    'när ”Vilken skola?” är något av ”Kommunal” eller ”x” eller ”Avstånd” är mellan 1 och 3',
    'when “Which school?” is one of “Municipal” or “x” or “Distance” is between 1 and 3',
  ],
  ['count(skal) > 1', 'när antalet ”skal” är mer än 1', 'when the number of “skal” is more than 1'],
  [
    'not(avstand > 3)',
    'när det inte stämmer att ”Avstånd” är mer än 3',
    'when it is not so that “Distance” is more than 3',
  ],
];

const labels: Readonly<Record<string, readonly [string, string]>> = {
  skola: ['Vilken skola?', 'Which school?'],
  avstand: ['Avstånd', 'Distance'],
  vuxen: ['Är du vuxen?', 'Are you an adult?'],
  kommunal: ['Kommunal', 'Municipal'],
};

function parsed(text: string) {
  const result = parseCondition(text, Object.keys(types));
  assert.ok(result.ok, JSON.stringify(result));
  return result.expression;
}

describe('checking a condition', () => {
  for (const [text, kind, suggestion, where] of wrong) {
    it(`finds what is wrong in ${text}`, () => {
      const [issue, ...more] = checkCondition(parsed(text), scope);
      assert.ok(issue !== undefined);
      assert.deepEqual(more, []);
      assert.equal(issue.kind, kind);
      assert.equal(issue.suggestion, suggestion);
      assert.equal(text.slice(issue.at.start, issue.at.end), where);
    });
  }
  for (const text of right) {
    it(`lets ${text} through`, () => assert.deepEqual(checkCondition(parsed(text), scope), []));
  }
});

function read(text: string, names?: readonly string[]): string {
  const result = parseCondition(text, names);
  return result.ok ? printCondition(result.expression) : result.issue.kind;
}

describe('reading a condition', () => {
  for (const [text, kind, place] of unreadable) {
    it(`refuses ${JSON.stringify(text.slice(0, 30))} at ${place}`, () => {
      const result = parseCondition(text, Object.keys(types));
      assert.ok(!result.ok);
      assert.equal(result.issue.kind, kind);
      assert.equal(result.issue.at.start, place);
    });
  }

  it('takes an id with hyphens as one name, and as subtraction only where no such name is known', () => {
    assert.equal(read('a-b'), 'a-b');
    assert.equal(read('a-b', ['a', 'b', 'a-b']), 'a-b');
    assert.equal(read('a-b', ['a', 'b']), 'a - b');
    assert.equal(read('a-b', ['a']), 'a-b');
    assert.equal(read('a-b-c', ['a-b', 'c']), 'a-b - c');
    assert.equal(read('distance-f-3 > 2', ['distance-f-3', 'distance']), 'distance-f-3 > 2');
    assert.equal(read('sida/namn = 1', ['sida/namn']), 'sida/namn = 1');
    assert.equal(read('a / b = /b and 3-b = 3', ['a', 'b', '/b', '3-b']), 'a / b = /b and 3-b = 3');
    assert.equal(read('a-a-a-z = 1', ['a', 'a-a']), 'a-a-a-z = 1');
    assert.equal(read('a-a-a-3 = 1', ['a', 'a-a']), 'a-a - a - 3 = 1');
    assert.equal(read(`${'a-'.repeat(1000)}z = 1`, ['a', 'a-a']), `${'a-'.repeat(1000)}z = 1`);
    assert.equal(read('a /b = 1', ['a', 'b', '/b']), 'a / b = 1');
  });

  it('ignores space and superfluous parentheses', () => {
    const same = ['a and b  and c', '(a and b) and c', 'a and (b and\n c)', '((a)) and b and c'];
    assert.deepEqual([...new Set(same.map((text) => read(text)))], ['a and b and c']);
  });
});

function said(text: string, language: 'sv' | 'en'): string {
  const column = language === 'sv' ? 0 : 1;
  const vocabulary = {
    name: (name: string) => labels[name]?.[column],
    option: (_name: string, option: string) => labels[option]?.[column],
  };
  return inWords(parsed(text), vocabulary, language);
}

describe('what a condition speaks of', () => {
  it('lists names with their places', () => {
    const text = 'skola = "kommunal" and list contains(barn.alder, avstand)';
    assert.deepEqual(
      references(parsed(text)).map(({ name, member, at }) => [name, member, text.slice(at.start, at.end)]),
      [
        ['skola', undefined, 'skola'],
        ['barn', 'alder', 'barn.alder'],
        ['avstand', undefined, 'avstand'],
      ],
    );
  });

  it('lists the options that names are compared with', () => {
    const text = 'skola in ("kommunal", ["fristaende"]) or list contains(skal, "trafik") or "x" != namn';
    assert.deepEqual(
      comparedTexts(parsed(text)).map(({ name, text: option }) => [name, option]),
      [
        ['skola', 'kommunal'],
        ['skola', 'fristaende'],
        ['skal', 'trafik'],
        ['namn', 'x'],
      ],
    );
  });

  for (const [text, sv, en] of sentences) {
    it(`says ${text} in words`, () => {
      assert.equal(said(text, 'sv'), sv);
      assert.equal(said(text, 'en'), en);
    });
  }
});
