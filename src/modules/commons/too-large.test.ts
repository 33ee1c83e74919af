import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shapeIssues } from './actions/works.ts';
import { leaflet } from './testing/leaflet.ts';

const chapters = (count: number, text: string) =>
  leaflet('stor', {
    chapters: Array.from({ length: count }, (_, index) => ({ id: `k-${index}`, text: { sv: text } })),
  });

test('a definition that is larger than any real work is refused with what to do', () => {
  assert.deepEqual(shapeIssues(chapters(2_900, 'Kort.')), []);
  assert.deepEqual(shapeIssues(chapters(10, 'x'.repeat(140_000))), []);
  for (const definition of [chapters(3_001, 'Kort.'), chapters(10, 'å'.repeat(80_000))]) {
    assert.match(shapeIssues(definition)[0]?.message.sv ?? '', /för stort.*Dela upp det/);
  }
});
