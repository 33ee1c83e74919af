import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { assertLinear } from '../../../../tests/support/growth.ts';
import { zip } from '../../../platform/zip/index.ts';
import type { FieldId } from '../model/fields.ts';
import { readCell, type Names } from './cells.ts';
import { readColumns } from './columns.ts';
import { readSheets } from './read.ts';

/* What a cell or a part of a workbook holds takes time as it is long, whatever it is made of. */

const names: Names = { nameOf: () => null, idOf: () => null };
const fields: readonly FieldId[] = [
  'price',
  'users',
  'contractEnds',
  'status',
  'contactEmail',
  'units',
  'satisfaction',
];
const pieces = ['\u2007', ' ', ' .', '1 ', ",' ", '@a.', '((', 'avtal', '; ', '\n'];

const workbook = (contents: string): Buffer =>
  zip([
    { name: '[Content_Types].xml', bytes: Buffer.from(contents) },
    { name: 'xl/workbook.xml', bytes: Buffer.from('<workbook/>') },
  ]);

suite('cells made to be slow', () => {
  for (const field of fields)
    test(field, () => {
      for (const piece of pieces)
        assertLinear((size) => {
          const cell = `1${piece.repeat(size / piece.length)}x`;
          return () => readCell(field, cell, names);
        }, 32_000);
    });

  test('a long number within what is read', () => {
    assertLinear((size) => {
      const cell = `1${'\u2007'.repeat(298)}x`;
      return () => {
        for (let n = 0; n < size; n += 1) readCell('price', cell, names);
      };
    }, 400);
    assert.deepEqual(readCell('price', `12${'\u2007'.repeat(100)}000\u2007kr`, names), {
      kind: 'value',
      value: 12_000,
    });
  });

  test('heads', () => {
    for (const piece of pieces)
      assertLinear((size) => {
        const cells = [piece.repeat(size / piece.length), 'x', 'y'];
        return () =>
          readColumns(
            { name: '', rows: [{ n: 1, cells }] },
            { isProduct: () => false, remembered: new Map() },
          );
      }, 32_000);
  });
});

suite('workbooks made to be slow', () => {
  test('a list of contents whose parts never end', () => {
    assertLinear((size) => {
      const bytes = workbook('<Override '.repeat(size / 10));
      return () => readSheets({ bytes, name: 'a' });
    }, 400_000);
  });

  test('a list of contents that is larger than any is refused', () => {
    assert.deepEqual(readSheets({ bytes: workbook('<Override '.repeat(1_000_000)), name: 'a' }), {
      ok: false,
      failure: 'damaged',
    });
  });
});
