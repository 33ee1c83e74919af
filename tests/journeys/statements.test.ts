import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, test } from 'node:test';
import type { KyselyPlugin } from 'kysely';
import { z } from 'zod';
import { composeApp } from '../../src/main-app.ts';
import type { Db } from '../../src/platform/db/index.ts';
import { smallService } from '../proofs/small-service.ts';
import { testApp } from '../support/app.ts';
import { openVisitor, type Visitor } from '../support/visitor.ts';
import { designer } from '../world/works.ts';

/* What a page asks of the database is most of what it costs: the pages that many open at once keep to a budget. */

const kommons = await testApp();
const counted = { transactions: 0, statements: 0 };
const counter: KyselyPlugin = {
  transformQuery: ({ node }) => {
    counted.statements += 1;
    return node;
  },
  transformResult: async ({ result }) => result,
};
const db: Db = {
  ...kommons.ground.db,
  transaction: (scope, work) => {
    counted.transactions += 1;
    return kommons.ground.db.transaction(scope, (tx) => work(tx.withPlugin(counter)));
  },
};
const app = await composeApp({ ...kommons.ground, db });
after(async () => {
  await app.close();
  await kommons.close();
});

const now = (): Date => kommons.clock.now;
const parts = { app, keys: kommons.ground.keys, now, origin: kommons.ground.settings.origin };
const citizen = openVisitor(parts, 'citizen:1@harnosand');
const worker = openVisitor(parts, 'designer@harnosand');
const anybody = openVisitor(parts, null);

const get = (visitor: Visitor, address: string) => () => visitor.raw('GET', address);

/** How much a second request of the same asks, when what may be remembered is. */
async function cost(ask: () => Promise<{ readonly status: number }>, status: number): Promise<string> {
  await ask();
  Object.assign(counted, { transactions: 0, statements: 0 });
  assert.equal((await ask()).status, status);
  return `${counted.transactions} transactions, ${counted.statements} statements`;
}

test('a page is one transaction of few statements', async () => {
  const owner = designer(kommons.client, 'harnosand');
  await owner.create(smallService({ id: 'prov', prefix: 'PRV' }), 'Första versionen.');
  await owner.fill('prov', { namnd: 'Provnämnden' });
  await owner.publish('prov', { kind: 'everyone' }, 'Första versionen.');
  await owner.use('prov');
  const { draft } = z
    .object({ draft: z.string() })
    .parse(
      await kommons.client
        .as('citizen:1@harnosand')
        .post('/api/v1/organisations/harnosand/services/prov/drafts'),
    );
  const service = '/k/harnosand/tjanster/prov';
  const step = `${service}/utkast/${draft}/anmalan`;
  // What runs, with its settings.
  assert.equal(await cost(get(anybody, service), 200), '1 transactions, 1 statements');
  // Who it is; the draft.
  assert.equal(await cost(get(citizen, step), 200), '1 transactions, 2 statements');
  // Who it is; the key; the draft, locked; the answers; what was answered.
  const typed = { vad: 'En lampa', epost: 'alva@example.se', _go: 'next' };
  const post = () => citizen.raw('POST', step, { ...typed, _key: randomUUID() });
  assert.equal(await cost(post, 303), '1 transactions, 5 statements');
  // Who it is; the place; whether it has open guides; the notices; how many are not read.
  assert.equal(await cost(get(worker, '/arbete/harnosand/aviseringar'), 200), '1 transactions, 5 statements');
  // What is found, with the filters; the names of those who share it.
  assert.equal(await cost(get(anybody, '/bibliotek?q=anm%C3%A4lan'), 200), '1 transactions, 2 statements');
});
