import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { testApp, type TestApp } from '../support/app.ts';
import { loadRegister } from './register/load.ts';

let kommons: TestApp;
before(async () => {
  kommons = await testApp();
});
after(() => kommons.close());

const size = { suppliers: 6, products: 30, municipalities: 3, usages: 12 };

const load = (municipalities: number, lines: string[] = []): Promise<number> =>
  loadRegister({
    db: kommons.database.db,
    now: kommons.clock.now,
    size: { ...size, municipalities },
    say: (line) => lines.push(line),
  });

test('the load goes on where it was cut off, says how far it is, and repeats nothing', async () => {
  const lines: string[] = [];
  assert.equal(await load(2, lines), 24);
  assert.match(
    lines.join('\n'),
    /36 products and suppliers are in the catalogue[\s\S]*2 of 2 municipalities/,
  );
  assert.equal(await load(3), 12);
  assert.equal(await load(3), 0);
  const { rows } = await kommons.database.db.transaction({ organisation: null, person: null }, (tx) =>
    sql<{ n: number; invented: boolean }>`
      select count(distinct usage_id)::int as n, bool_and(example) as invented
      from systems.shown_usages where not gone`.execute(tx),
  );
  assert.deepEqual(rows, [{ n: 36, invented: true }]);
});
