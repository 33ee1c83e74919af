import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import * as fc from 'fast-check';
import { sql } from 'kysely';
import { testDatabase } from '../../../tests/support/database.ts';
import type { Json } from '../../kernel/index.ts';
import { filesIn } from './model/files.ts';

const database = await testDatabase();
after(() => database.close());

const [a, b] = ['a', 'b'].map((digit) => digit.repeat(64));

test('a file is found wherever its name stands, with the way there', () => {
  const definition: Json = {
    cover: `sha256-${a}`,
    list: [{ id: 'en', media: `sha256-${b}` }, `sha256-${a}`, 7, null],
    captions: { sv: `sha256-${b}`, [`sha256-${a}`]: 'x' },
    text: `se "sha256-${a}"`,
    short: 'sha256-exempel',
  };
  assert.deepEqual(filesIn(definition), [
    { path: 'cover', hash: a },
    { path: 'list/en/media', hash: b },
    { path: 'list/1', hash: a },
    { path: 'captions/sv', hash: b },
    { path: 'captions', hash: a },
  ]);
});

/** What is published is read by SQL, and must be checked to the last name that is found there. */
test('SQL finds the same files in any definition', async () => {
  const name = fc.constantFrom(`sha256-${a}`, `sha256-${b}`);
  const near = fc.constantFrom(
    `"sha256-${a}"`,
    `sha256-${a}\\`,
    `sha256-${a}0`,
    ` sha256-${a}`,
    '\\"',
    '\u2028',
  );
  const word = fc
    .oneof(name, near, fc.string({ unit: 'grapheme', maxLength: 4 }))
    .filter((one) => !one.includes('\0'));
  const { value } = fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      word,
      fc.integer(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(word, tie('value'), { maxKeys: 4 }),
    ),
  }));
  await fc.assert(
    fc.asyncProperty(fc.array(value, { minLength: 20, maxLength: 20 }), async (definitions) => {
      const { rows } = await database.db.transaction({ organisation: null, person: null }, (tx) =>
        sql<{ found: readonly string[] }>`
          select commons.files_in(d::jsonb) as found
          from unnest(${definitions.map((one) => JSON.stringify(one))}::text[]) with ordinality as n (d, at)
          order by at`.execute(tx),
      );
      assert.deepEqual(
        rows.map(({ found }) => [...found].toSorted()),
        definitions.map((one) => [...new Set(filesIn(one).map(({ hash }) => hash))].toSorted()),
      );
    }),
    { numRuns: 25 },
  );
});
