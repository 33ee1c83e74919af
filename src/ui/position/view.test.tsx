import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { attributes, shown } from '../page/shown.tsx';
import { Position, PositionTiles } from './view.tsx';

const steps = ['a', 'b', 'c'].map((id) => ({ id, title: id.toUpperCase() }));

suite('position', () => {
  const cases: readonly (readonly [string | null, readonly string[]])[] = [
    ['a', ['now', 'ahead', 'ahead']],
    ['c', ['done', 'done', 'now']],
    [null, ['done', 'done', 'done']],
  ];
  for (const [now, states] of cases) {
    test(`now ${now ?? 'over'}`, () => {
      assert.deepEqual(attributes(shown(<Position steps={steps} now={now} />), 'data-state'), states);
    });
  }

  test('an unknown step is a fault of the caller: nothing is claimed to be done', () => {
    const html = shown(<Position steps={steps} now="gone" />);
    assert.deepEqual(attributes(html, 'data-state'), ['ahead', 'ahead', 'ahead']);
  });

  test('tiles say the same in words', () => {
    const html = shown(<PositionTiles title="Beslut" now={3} of={6} />);
    assert.deepEqual(attributes(html, 'data-state'), ['done', 'done', 'done', 'now', 'ahead', 'ahead']);
    assert.match(html, /steg 4 av 6/u);
  });
});
