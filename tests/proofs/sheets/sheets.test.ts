import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { cleanUp, defects } from './defects.ts';
import { liveInCsv } from './live.ts';
import { proveSheets } from './prove.ts';

afterEach(cleanUp);

// `npm run prove` reads 5,000; this is its seeded share.
test('100 hostile spreadsheets: nothing fails, reaches out or runs', async () => {
  const report = await proveSheets({ seed: 20_261_122, count: 100 });
  assert.deepEqual(report.findings, []);
  assert.ok(report.read > 20 && report.cells > 500 && report.refused.size > 4, 'some of it is let in');
});

for (const { name, plan, count, noticed } of defects.filter((one) => !one.name.startsWith('memory'))) {
  test(`caught: ${name}`, async () => {
    const { findings } = await proveSheets({ seed: 3, count, ...plan });
    assert.match(findings.join('\n'), noticed);
  });
}

test('formulas are seen in any cell of a CSV, quoted or not', () => {
  const cells = ['=1', '"=1;2"', '"a""b"', "'=1", '\t@x', '"x\r\n=1"', 'a=1', '＝1'];
  const found = liveInCsv(new TextEncoder().encode(`a;${cells.join(';')}\r\n-1;b\r\n`));
  assert.deepEqual(found, ['=1', '=1;2', '\t@x', '＝1', '-1']);
});
