import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ask, form, work } from './golden/golden.ts';
import type { Json } from './json.ts';
import { describeIssue } from './issue-words.ts';
import { parseJsonText } from './json-text.ts';
import { checkMigrations, migrateDefinition, type Migration } from './migrations.ts';
import { openDefinition } from './open.ts';
import { SHAPE_LIMITS, validateShape } from './shape.ts';

function nested(depth: number): Json {
  return depth === 0 ? 1 : { inner: nested(depth - 1) };
}

describe('shape', () => {
  const parsed: unknown = JSON.parse(
    '{"kommons":"definition/1","kind":"k","id":"i","languages":["sv"],"title":{"sv":"T"},"a":{"__proto__":1}}',
  );
  const cases: readonly (readonly [name: string, value: unknown, issues: readonly string[]])[] = [
    ['a whole one', form(ask('a')), []],
    ['no object', [], ['not-an-object ']],
    [
      'no head',
      {},
      [
        'unknown-format kommons',
        'missing-text kind',
        'missing-text id',
        'bad-languages languages',
        'bad-title title',
      ],
    ],
    ['a format to come', work({ kommons: 'definition/2' }), ['newer-format kommons']],
    ['languages twice', work({ languages: ['sv', 'sv'] }), ['bad-languages languages']],
    ['no language codes', work({ languages: ['Svenska'] }), ['bad-languages languages', 'bad-title title']],
    [
      'a title in a language that is not listed',
      work({ languages: ['sv'], title: { en: 'T' } }),
      ['bad-title title'],
    ],
    ['an object without id', work({ fields: [{ type: 'text' }] }), ['missing-id fields/0']],
    [
      'one id twice',
      work({ fields: [ask('a')], pages: [{ id: 'p', fields: [ask('a')] }] }),
      ['duplicate-id pages/p/fields/a'],
    ],
    ['an id that is a number', work({ fields: [{ id: 1 }] }), ['bad-id fields/0']],
    ['an id with space around', work({ fields: [{ id: ' a' }] }), ['bad-id fields/ a']],
    [
      'an id with a slash, in its path',
      work({ fields: [{ id: 'a/b', lock: 'shut' }] }),
      ['bad-lock fields/a~1b/lock'],
    ],
    ['a list of elements and others', work({ fields: [ask('a'), 1] }), ['missing-id fields/1']],
    ['hidden by a word', work({ fields: [{ id: 'a', hidden: 'yes' }] }), ['bad-hidden fields/a/hidden']],
    ['a name that reaches the prototype', parsed, ['forbidden-name a/__proto__']],
    ['half a character', work({ text: '\ud800' }), ['broken-text text']],
    ['no JSON number', work({ min: Number.POSITIVE_INFINITY }), ['not-json min']],
    ['foreign source may be anything', work({ source: [{ id: 'a' }, { id: 'a' }, { type: 'x' }] }), []],
    ['foreign source within limits', work({ source: nested(100) }), ['too-deep']],
    ['too deep', work({ deep: nested(100) }), ['too-deep']],
  ];
  for (const [name, value, issues] of cases) {
    test(name, () => {
      const found = validateShape(value).map(({ kind, path }) => `${kind} ${path}`);
      assert.deepEqual(
        found.map((each, index) => (issues[index] === 'too-deep' ? each.slice(0, 8) : each)),
        issues,
      );
    });
  }

  test('too many values, and no more issues than asked for', () => {
    const many = work({ numbers: Array.from({ length: 50 }, (_, index) => index) });
    assert.deepEqual(
      validateShape(many, { limits: { ...SHAPE_LIMITS, values: 20 } }).map(({ kind }) => kind),
      ['too-large'],
    );
    const bad = work({ fields: Array.from({ length: 500 }, () => ({})) });
    assert.equal(validateShape(bad).length, 100);
  });

  test('every issue has words in both languages', () => {
    const issue = { kind: 'duplicate-id', path: 'fields/a', word: 'a' } as const;
    assert.match(describeIssue(issue, 'sv'), /”a” finns redan/);
    assert.match(describeIssue(issue, 'en'), /"a" is used before/);
  });
});

describe('migrations', () => {
  const planted: readonly Migration[] = [
    { version: 1, name: 'first', migrate: (definition) => definition },
    {
      version: 2,
      name: 'rename-text-to-help',
      migrate: ({ text, ...rest }) => ({ ...rest, ...(text === undefined ? {} : { help: text }) }),
    },
    { version: 3, name: 'add-count', migrate: (definition) => ({ ...definition, count: 1 }) },
  ];

  test('an old definition opens, step by step', () => {
    const migrated = migrateDefinition(work({ text: 'x' }), planted);
    assert.deepEqual(migrated, {
      ok: true,
      value: work({ kommons: 'definition/3', help: 'x', count: 1 }),
      steps: ['rename-text-to-help', 'add-count'],
    });
    assert.equal(openDefinition(work({ text: 'x' }), { migrations: planted }).ok, true);
  });

  test('one of the newest format is untouched; one still newer is refused', () => {
    assert.deepEqual(migrateDefinition(work({})), { ok: true, value: work({}), steps: [] });
    const newer = migrateDefinition(work({ kommons: 'definition/4' }), planted);
    assert.deepEqual(newer, { ok: false, failure: { kind: 'newer-format', format: 'definition/4' } });
    assert.deepEqual(migrateDefinition(7), {
      ok: false,
      failure: { kind: 'unknown-format', format: 'number' },
    });
  });

  test('a gap or a name used twice is a fault', () => {
    assert.throws(() => checkMigrations(planted.toSpliced(1, 1)), /missing or out of order/);
    assert.throws(() => checkMigrations(planted.map((step) => ({ ...step, name: 'same' }))), /one name/);
  });
});

describe('JSON text', () => {
  const cases: readonly (readonly [text: string, fault: string])[] = [
    ['', 'empty 1:1'],
    ['{', 'unfinished 1:2'],
    ['{"a":1,}', 'unexpected 1:8'],
    ['{"a" 1}', 'unexpected 1:6'],
    ['[1,\n 2,\n x]', 'unexpected 3:2'],
    ['{"a":1,\n"a":2}', 'duplicate-key 2:1'],
    ['{"a":[{"b":1,"b":2}]}', 'duplicate-key 1:14'],
    ['{"\\u0061":1,"a":2}', 'duplicate-key 1:13'],
    ['"a\tb"', 'bad-text 1:3'],
    ['"abc', 'unfinished 1:5'],
    ['01', 'bad-number 1:1'],
    ['{} {}', 'after-end 1:4'],
    ['['.repeat(600), 'too-deep 1:501'],
  ];
  for (const [text, fault] of cases) {
    test(JSON.stringify(text.slice(0, 30)), () => {
      const result = parseJsonText(text);
      assert.ok(!result.ok);
      assert.equal(`${result.failure.kind} ${result.failure.line}:${result.failure.column}`, fault);
    });
  }

  test('agrees with JSON.parse about every text, but for doubled names', async () => {
    const fc = await import('fast-check');
    const spoilt = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('', '"', ',', '}', 'x', '0', '\\', '-'))
      .map(
        ([text, at, sign]) =>
          text.slice(0, at % (text.length + 1)) + sign + text.slice(at % (text.length + 1)),
      );
    fc.assert(
      fc.property(spoilt, (text) => {
        const result = parseJsonText(text);
        if (!result.ok && result.failure.kind === 'duplicate-key') return;
        assert.deepEqual(result.ok ? result.value : undefined, parseOrNothing(text));
      }),
      { seed: 1, numRuns: 2000 },
    );
  });
});

function parseOrNothing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
