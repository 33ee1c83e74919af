import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { shown } from '../page/shown.tsx';
import { Pagination, pagesShown } from './view.tsx';

suite('pagination', () => {
  const cases: readonly (readonly [number, number, readonly (number | null)[]])[] = [
    [1, 1, [1]],
    [1, 2, [1, 2]],
    [1, 7, [1, 2, null, 7]],
    [3, 7, [1, 2, 3, 4, null, 7]],
    [4, 7, [1, 2, 3, 4, 5, 6, 7]],
    [6, 12, [1, null, 5, 6, 7, null, 12]],
    [12, 12, [1, null, 11, 12]],
  ];
  for (const [page, pages, expected] of cases) {
    test(`page ${page} of ${pages}`, () => assert.deepEqual(pagesShown(page, pages), expected));
  }

  test('one page needs none', () => {
    assert.equal(shown(<Pagination page={1} pages={1} to={String} />), '');
  });

  test('the present page is marked, and there is no way before the first', () => {
    const html = shown(<Pagination page={1} pages={3} to={(page) => `/l?p=${page}`} />);
    assert.match(html, /href="\/l\?p=1"[^>]*aria-current="page"/u);
    assert.doesNotMatch(html, /rel="prev"/u);
    assert.match(html, /href="\/l\?p=2" rel="next"/u);
  });
});
