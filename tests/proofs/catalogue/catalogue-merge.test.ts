import assert from 'node:assert/strict';
import { test } from 'node:test';
import { proveCatalogueMerge } from './catalogue-merge.ts';
import { spoiltCatalogues } from './defects.ts';

// `npm run prove` plays 10,000 operations; this is its seeded share.
test('nothing is lost by merging and undoing in the catalogue', () => {
  const report = proveCatalogueMerge({ seed: 20_261_122, operations: 600 });
  assert.deepEqual(report.findings, []);
  assert.ok(report.operations >= 600 && report.merges > 20 && report.undos > 100, JSON.stringify(report));
});

for (const [name, spoil] of Object.entries(spoiltCatalogues)) {
  test(`is noticed: ${name}`, () => {
    assert.notDeepEqual(proveCatalogueMerge({ seed: 1, operations: 200 }, spoil).findings, []);
  });
}
