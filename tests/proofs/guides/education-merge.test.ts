import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leastShare, proveEducationMerge, shareWithoutQuestion, spoiltMerges } from './education-merge.ts';

const plan = { seed: 20_261_122, seeds: 3 };

// `npm run prove` takes 1,000 seeds; this is its seeded share.
test('twelve municipalities keep all that is theirs and get all that is new', () => {
  const report = proveEducationMerge(plan);
  assert.deepEqual(report.findings, []);
  assert.equal(report.merges, 36);
  assert.ok(report.edits >= 36 * 100, `only ${report.edits} edits`);
  assert.ok(report.conflicts > 36, 'the sides hardly ever meet, so nothing is tried');
  assert.ok(
    shareWithoutQuestion(report) >= leastShare,
    `${report.askedApart} of ${report.apart} edits apart are asked about`,
  );
});

for (const [name, spoilt] of Object.entries(spoiltMerges)) {
  test(`noticed: ${name}`, () => {
    const report = proveEducationMerge({ ...plan, seeds: 1 }, spoilt);
    assert.ok(report.findings.length > 0 || shareWithoutQuestion(report) < leastShare);
  });
}
