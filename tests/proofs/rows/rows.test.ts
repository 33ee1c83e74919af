import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testDatabase } from '../../support/database.ts';
import { proveRows } from './rows.ts';

const database = await testDatabase();
after(() => database.close());

test('no row of one organisation is reached from another, and every planted defect is noticed', async () => {
  const report = await proveRows(database);
  assert.ok(report.tables > 20, `only ${report.tables} tables were tried`);
  assert.deepEqual(report.findings, []);
  assert.deepEqual(report.missed, []);
  assert.ok(report.planted > 200, `only ${report.planted} defects were planted`);
});
