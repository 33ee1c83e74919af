import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { saveTaxonomy } from '../../src/modules/systems/taxonomy/store.ts';
import { testApp, type TestApp } from '../support/app.ts';
import { putInUse } from '../support/in-use.ts';
import type { Visitor } from '../support/visitor.ts';

/* Where an organisation goes its own way with what systems are said to do. */

const product = 'hypergene-plattform';

let kommons: TestApp;
const as = (who: string): Visitor => kommons.visitor(who);
const at = (organisation: string, path: string): string => `/arbete/${organisation}/${path}`;

before(async () => {
  kommons = await testApp();
});
after(() => kommons.close());

const opened = async (visitor: Visitor, organisation: string, path: string): Promise<string> =>
  (await visitor.open(at(organisation, path))).text;

test('an organisation’s own words and places hold in its own lists and in what it reads of others', async () => {
  await putInUse(kommons, 'grastorp', [{ product }]);
  await putInUse(kommons, 'stromstad', [{ product, facts: { contractEnds: '2027-09-30' } }]);
  const change = { at: kommons.clock.now };
  await kommons.database.db.transaction({ organisation: 'grastorp', person: null }, (tx) =>
    saveTaxonomy(tx, 'grastorp', {
      edition: '2026-2',
      deviations: { beslutsstod: { name: 'Styrdata', area: 'fastighet' } },
      ...change,
    }),
  );
  const own = as('strategist@grastorp');
  const others = as('strategist@essunga');
  assert.match(
    await opened(own, 'grastorp', 'system/omraden'),
    /Fastigheter och bostäder 1\ssystem Hypergene/u,
  );
  assert.match(await opened(own, 'grastorp', 'system/omraden'), /Styrdata/u);
  assert.match(await opened(own, 'grastorp', 'allas-system/karta?omrade=fastighet'), /Styrdata/u);
  assert.match(await opened(own, 'grastorp', 'allas-system?omrade=fastighet'), /Hypergene/u);
  const file = await own.raw('GET', '/arbete/grastorp/allas-system/lista?format=json&omrade=fastighet');
  assert.match(file.body, /Hypergene/u, 'what is saved is what is seen');
  assert.match(await opened(own, 'grastorp', 'jamfor?med=stromstad'), /Styrdata/u);
  assert.match(
    await opened(own, 'grastorp', 'avtalshorisont?natverk=alla&funktion=beslutsstod'),
    /styrdata/u,
  );
  assert.doesNotMatch(await opened(others, 'essunga', 'allas-system?omrade=fastighet'), /Hypergene/u);
  assert.doesNotMatch(await opened(others, 'essunga', 'jamfor?med=stromstad'), /Styrdata/u);

  await kommons.database.db.transaction({ organisation: 'grastorp', person: null }, (tx) =>
    saveTaxonomy(tx, 'grastorp', {
      edition: '2026-2',
      deviations: { beslutsstod: { hidden: true } },
      ...change,
    }),
  );
  assert.doesNotMatch(await opened(own, 'grastorp', 'jamfor?med=stromstad'), /Beslutsstöd/u);
  const asked = await opened(own, 'grastorp', 'allas-system?funktion=beslutsstod');
  assert.match(asked, /Hypergene/u, 'an address that asks for it is still answered');
});
