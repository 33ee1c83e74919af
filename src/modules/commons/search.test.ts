import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testDatabase } from '../../../tests/support/database.ts';
import { anonymousReader, createWork, publish, searchLibrary } from './index.ts';
import { LibraryQuery, librarySorts, pageSize } from './model/library.ts';
import { leaflet } from './testing/leaflet.ts';
import { setStage } from './testing/stage.ts';

const database = await testDatabase();
after(() => database.close());
const { as, done } = await setStage(database.db);

const works = Array.from({ length: pageSize + 5 }, (_, index) => `blad-${String(index + 10)}`);

const search = (query: object) =>
  as('lund', ({ tx }) => searchLibrary(tx, anonymousReader, LibraryQuery.parse({ q: 'broschyr', ...query })));

test('the pages of a search hold every work once, whatever the order, each with all filters', async () => {
  for (const work of works) {
    await done('sundsvall', (a) => createWork(a, { definition: leaflet(work), message: 'Ny' }));
    await done('sundsvall', (a) => publish(a, { work, audience: { kind: 'everyone' }, message: 'Ut' }));
  }
  for (const sort of librarySorts) {
    const pages = [await search({ sort }), await search({ sort, page: 2 })];
    assert.deepEqual(
      pages.map(({ hits, total }) => [hits.length, total]),
      [
        [pageSize, works.length],
        [5, works.length],
      ],
    );
    const found = pages.flatMap(({ hits }) => hits.map(({ work }) => work));
    assert.deepEqual(found.toSorted(), works, sort);
    for (const { facets } of pages)
      assert.deepEqual(facets.owners, [{ id: 'sundsvall', count: works.length }]);
  }
});

test('filters that leave nothing still say what each of them would leave', async () => {
  for (const query of [{ owner: 'timra' }, { page: 9 }]) {
    const { hits, facets } = await search(query);
    assert.deepEqual(hits, []);
    assert.deepEqual(facets.owners, [{ id: 'sundsvall', count: works.length }]);
  }
});
