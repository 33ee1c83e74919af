import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { read, utils } from '@e965/xlsx';
import * as fc from 'fast-check';
import { csvText, sheetReply, toCsv, toWorkbook, type SheetColumn } from './write.ts';

const columns: readonly SheetColumn<string>[] = [
  { id: 'text', title: 'Text', value: (row) => row },
  { id: 'list', title: 'Lista', value: (row) => [row, 'x'] },
  { id: 'number', title: 'Antal', value: (row) => row.length },
];

const hostile = [
  '=1+1',
  '+46',
  '-2',
  '@SUM(A1)',
  '\tx',
  '\rx',
  '=HYPERLINK("http://x";"y")',
  'a;b',
  'a"b',
  'a\nb',
];

describe('a sheet that is written', () => {
  it('has an apostrophe before what a program may take for a formula in CSV', () => {
    const cases: readonly (readonly [string, string])[] = [
      ['=1+1', "'=1+1"],
      ['-2', "'-2"],
      ['@a', "'@a"],
      ['\tx', "'\tx"],
      ['a;b', '"a;b"'],
      ['a"b', '"a""b"'],
      ['Å', 'Å'],
    ];
    for (const [text, cell] of cases) assert.equal(csvText(text), cell);
    assert.equal(csvText(-2), '-2');
  });

  for (const format of ['xlsx', 'ods'] as const)
    it(`holds no formula, whatever the text: ${format}`, () => {
      fc.assert(
        fc.property(
          fc.array(fc.oneof(fc.constantFrom(...hostile), fc.string()), { maxLength: 10 }),
          (rows) => {
            const book = read(toWorkbook(format, { columns, rows, name: 'Lista' }), {
              type: 'buffer',
              cellFormula: true,
            });
            const sheet = book.Sheets['Lista'];
            assert.ok(sheet);
            assert.deepEqual(
              utils.sheet_to_formulae(sheet).filter((cell) => /^[A-Z]+\d+=[^'\d]/u.test(cell)),
              [],
            );
            for (const line of toCsv(columns, rows).slice(1).split('\r\n'))
              assert.doesNotMatch(line, /^"?[=+\-@]/u);
          },
        ),
      );
    });

  for (const format of ['xlsx', 'ods'] as const)
    it(`keeps texts, lists and numbers as they are in a workbook: ${format}`, () => {
      const book = read(toWorkbook(format, { columns, rows: hostile, name: 'Lista' }), { type: 'buffer' });
      const sheet = book.Sheets['Lista'];
      assert.ok(sheet);
      const rows: unknown[][] = utils.sheet_to_json(sheet, { header: 1 });
      assert.deepEqual(rows[1], ['=1+1', '=1+1; x', 4]);
      assert.deepEqual(rows[0], ['Text', 'Lista', 'Antal']);
    });

  it('is JSON by the columns’ ids', () => {
    const reply = sheetReply('json', columns, ['a'], 'lista');
    assert.deepEqual(reply.kind === 'json' && reply.body, {
      rows: [{ text: 'a', list: ['a', 'x'], number: 1 }],
    });
  });
});
