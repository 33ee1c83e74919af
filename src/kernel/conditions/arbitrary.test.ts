import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { evaluate } from './evaluate.ts';
import type { Value } from './evaluate.ts';
import type { At, Comparison, Expression, Test } from './expression.ts';
import { inWords } from './in-words.ts';
import { parseCondition } from './parse.ts';
import { printCondition } from './print.ts';
import { checkCondition } from './check.ts';
import { references } from './references.ts';

const at: At = { start: 0, end: 0 };
const names = ['skola', 'avstånd', 'är-vuxen', 'a', 'b', 'a-b', 'barn', 'Öppen_2'];
const name = fc.constantFrom(...names);
const comparisons: readonly Comparison[] = ['=', '!=', '<', '<=', '>', '>='];
const number = fc
  .oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))
  .map((value) => value + 0);
const day = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const { expression } = fc.letrec<{ expression: Expression; test: Test }>((tie) => {
  const inner = tie('expression');
  const leaf: fc.Arbitrary<Expression> = fc.oneof(
    fc
      .oneof(fc.string({ unit: 'binary' }), number, fc.boolean(), fc.constant(null))
      .map((value) => ({ kind: 'literal' as const, value, at })),
    day.map((value) => ({ kind: 'date' as const, value, at })),
    name.map((known) => ({ kind: 'name' as const, name: known, at })),
    fc.tuple(name, name).map(([of, member]) => ({ kind: 'member' as const, of, name: member, at })),
    fc.constant<Expression>({ kind: 'call', name: 'today', arguments: [], at }),
  );
  const terms = (kind: 'and' | 'or'): fc.Arbitrary<Expression> =>
    fc
      .array(inner, { minLength: 2, maxLength: 3 })
      .map((all) => ({ kind, terms: all.flatMap((term) => (term.kind === kind ? term.terms : [term])), at }));
  const branch: fc.Arbitrary<Expression> = fc.oneof(
    terms('and'),
    terms('or'),
    fc
      .tuple(fc.constantFrom(...comparisons), inner, inner)
      .map(([operator, left, right]) => ({ kind: 'compare' as const, operator, left, right, at })),
    fc
      .tuple(inner, inner, inner)
      .map(([value, low, high]) => ({ kind: 'between' as const, value, low, high, at })),
    fc
      .tuple(inner, fc.array(tie('test'), { minLength: 1, maxLength: 3 }))
      .map(([value, tests]) => ({ kind: 'in' as const, value, tests, at })),
    fc
      .tuple(fc.constantFrom('+', '-', '*', '/'), inner, inner)
      .map(([operator, left, right]) => ({ kind: 'arithmetic' as const, operator, left, right, at })),
    inner
      .filter((value) => value.kind !== 'literal' || typeof value.value !== 'number')
      .map((value) => ({ kind: 'negate' as const, value, at })),
    fc
      .tuple(inner, inner, inner)
      .map(([condition, yes, no]) => ({ kind: 'if' as const, condition, yes, no, at })),
    fc.array(inner, { maxLength: 3 }).map((items) => ({ kind: 'list' as const, items, at })),
    fc
      .tuple(fc.constantFrom('not', 'count', 'sum', 'min', 'max', 'string length'), inner)
      .map(([called, value]) => ({ kind: 'call' as const, name: called, arguments: [value], at })),
    fc
      .tuple(fc.constantFrom('list contains', 'contains', 'starts with', 'ends with'), inner, inner)
      .map(([called, first, second]) => ({
        kind: 'call' as const,
        name: called,
        arguments: [first, second],
        at,
      })),
  );
  return {
    expression: fc.oneof({ maxDepth: 4, depthSize: 'small' }, leaf, branch),
    test: fc.oneof(
      fc.tuple(inner, inner, fc.boolean(), fc.boolean()).map(([low, high, lowIncluded, highIncluded]) => ({
        kind: 'range' as const,
        low,
        high,
        lowIncluded,
        highIncluded,
        at,
      })),
      fc
        .tuple(fc.constantFrom(...comparisons), inner)
        .map(([operator, value]) => ({ kind: 'unary' as const, operator, value, at })),
      inner.map((value) => ({ kind: 'member-of' as const, value, at })),
    ),
  };
});

function withoutPositions(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, inner: unknown) => (key === 'at' ? undefined : inner)));
}

const value: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 2 },
    fc.oneof(fc.string(), number, fc.boolean(), fc.constant(null)),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(name, tie('value'), { maxKeys: 2 }),
  ),
})).value;

describe('any condition', () => {
  it('is parsed back from its print', () => {
    fc.assert(
      fc.property(expression, (any) => {
        const text = printCondition(any);
        fc.pre(text.length <= 4000);
        const parsed = parseCondition(text, names);
        assert.ok(parsed.ok, text);
        assert.deepEqual(withoutPositions(parsed.expression), withoutPositions(any), text);
      }),
      { numRuns: 1500 },
    );
  });

  it('can be evaluated, checked and said whatever the names stand for', () => {
    fc.assert(
      fc.property(expression, fc.dictionary(name, value), (any, values) => {
        const environment = { value: (wanted: string) => values[wanted] ?? null, today: '2026-11-22' };
        assert.doesNotThrow(() => evaluate(any, environment));
        assert.doesNotThrow(() =>
          checkCondition(any, { type: () => ({ kind: 'unknown' }), names: () => names }),
        );
        const sentence = inWords(any, { name: () => undefined, option: () => undefined }, 'sv');
        assert.match(sentence, /^när /u);
        assert.ok(references(any).every((reference) => names.includes(reference.name)));
      }),
      { numRuns: 500 },
    );
  });

  it('is read or refused with a place, never thrown at, whatever is written', () => {
    const word = fc.oneof(
      fc.constantFrom(
        ...names,
        'and',
        'or',
        'not(',
        'in',
        '[',
        ']',
        '(',
        ')',
        '..',
        '"a"',
        '1',
        'if',
        'then',
        'else',
      ),
      fc.constantFrom('between', 'date(', '=', '-', '.', ',', 'null', 'list contains(', '”', '\\', '\n', '"'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 25 }), (words) => {
        const text = words.join(' ');
        const parsed = parseCondition(text, names);
        if (parsed.ok) return;
        assert.ok(parsed.issue.at.start >= 0 && parsed.issue.at.end <= text.length, JSON.stringify(parsed));
        assert.ok(parsed.issue.message.sv.length > 10 && parsed.issue.message.en.length > 10);
      }),
      { numRuns: 1500 },
    );
  });

  it('stays within bounds however it nests', () => {
    for (const text of [
      '('.repeat(3000),
      '['.repeat(3000),
      'not('.repeat(900),
      `1${' - 1'.repeat(990)}`,
      '-'.repeat(3000),
    ]) {
      const parsed = parseCondition(text, names);
      if (parsed.ok) evaluate(parsed.expression, { value: () => null, today: '2026-11-22' });
      else assert.ok(['too-large', 'syntax'].includes(parsed.issue.kind));
    }
  });
});
