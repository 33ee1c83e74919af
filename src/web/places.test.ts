import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { testDatabase } from '../../tests/support/database.ts';
import type { Place } from './parts.ts';
import { rememberPlaces } from './places.ts';

const database = await testDatabase();
after(() => database.close());

test('a place is asked for anew after two seconds, or at once by those who work there', async () => {
  const clock = { now: 0 };
  const site = { theme: 'blue', asked: 0 };
  const places = rememberPlaces({
    now: () => new Date(clock.now),
    findPlace: async (_tx, slug): Promise<Place | null> => {
      site.asked += 1;
      if (slug === 'atlantis') return null;
      return {
        slug,
        name: 'Timrå',
        publicName: 'Timrå kommun',
        contact: null,
        theme: site.theme,
        openGuides: false,
        supplies: false,
      };
    },
  });
  const seen = (slug: string, own: boolean, fresh: boolean) =>
    database.db.transaction(
      { organisation: slug, person: null },
      async (tx) => (await places(tx, { slug, own, fresh }))?.theme,
    );

  assert.equal(await seen('timra', true, false), 'blue');
  site.theme = 'green';
  assert.equal(await seen('timra', true, false), 'blue', 'a visitor');
  assert.equal(
    await seen('timra', false, false),
    'green',
    'what another organisation sees is another matter',
  );
  assert.equal(await seen('timra', true, true), 'green', 'a colleague');
  assert.equal(await seen('timra', true, false), 'green', 'and with that everybody');
  site.theme = 'red';
  clock.now = 1999;
  assert.equal(await seen('timra', true, false), 'green');
  clock.now = 2000;
  assert.equal(await seen('timra', true, false), 'red');
  const { asked } = site;
  assert.equal(await seen('atlantis', true, false), undefined);
  assert.equal(await seen('atlantis', true, false), undefined);
  assert.equal(site.asked, asked + 2, 'what is not there is not remembered');
});
