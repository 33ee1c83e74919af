import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { after, before, suite, test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase, type TestDatabase } from '../../../../../tests/support/database.ts';
import { seeded, whole } from '../../../../../tests/proofs/random.ts';
import { asOwner, type Tx } from '../../../../platform/db/index.ts';
import { createIds, secureBytes } from '../../../../platform/ids.ts';
import { seedFacts } from '../../../organisations/index.ts';
import { seedCatalogue } from '../../catalogue/seed.ts';
import { readerFor } from '../../everybody/reader.ts';
import { changeUsages, type Act } from '../../usages/actions.ts';
import { listOwnChanges, listSeenChanges, type Change } from './changes.ts';
import {
  begin,
  cursorDays,
  findEpoch,
  readCursor,
  writeCursor,
  type Bound,
  type Following,
} from './cursor.ts';

/* Whoever follows what changes misses nothing, however transactions overlap, and is told of nothing it could not see. */

const at = new Date('2026-11-23T09:00:00Z');
const newId = createIds(() => new Date(), secureBytes);

let database: TestDatabase;
const inside = <T>(organisation: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
  database.db.transaction({ organisation, person: null }, work);

const making = (id: string, more: { readonly secret?: boolean; readonly price?: number } = {}): Act => ({
  kind: 'make',
  id,
  product: 'lifecare',
  facts: { owner: 'IT-chefen', ...(more.price === undefined ? {} : { price: more.price }) },
  secret: more.secret ?? false,
  members: [],
  example: true,
});

async function act(tx: Tx, organisation: string, ...acts: readonly Act[]): Promise<void> {
  const done = await changeUsages({ tx, organisation, batch: { id: newId(), at, actor: 'test' } }, acts);
  assert.deepEqual(done, { ok: true });
}

const now = (organisation: string, ...acts: readonly Act[]): Promise<void> =>
  inside(organisation, (tx) => act(tx, organisation, ...acts));

type Reads = (following: Following) => Promise<{
  readonly rows: readonly { readonly kind: string; readonly id: string }[];
  readonly next: Following;
}>;

const idOf = (change: Change<string | { readonly usage: string }, unknown>): string =>
  typeof change.key === 'string' ? change.key : change.key.usage;

const own =
  (organisation: string, limit = 3): Reads =>
  (following) =>
    inside(organisation, async (tx) => {
      const { rows, next } = await listOwnChanges(tx, organisation, { following, limit });
      return { rows: rows.map((row) => ({ kind: row.kind, id: idOf(row) })), next };
    });

const seenFrom =
  (organisation: string, limit = 3): Reads =>
  (following) =>
    inside(organisation, async (tx) => {
      const reader = await readerFor(tx, organisation);
      const { rows, next } = await listSeenChanges(tx, reader, { following, limit });
      return { rows: rows.map((row) => ({ kind: row.kind, id: idOf(row) })), next };
    });

/** Everything from a place on, page by page. */
async function follow(read: Reads, from: Following) {
  const told: { readonly kind: string; readonly id: string }[] = [];
  let following = from;
  for (;;) {
    const { rows, next } = await read(following);
    told.push(...rows);
    following = next;
    if (rows.length === 0) return { told, next };
  }
}

const start = (organisation: string): Promise<Following> => inside(organisation, begin);

before(async () => {
  database = await testDatabase();
  await database.db.transaction({ organisation: null, person: null }, async (tx) => {
    await seedFacts(tx);
    await seedCatalogue(tx, { at, newId, demo: false });
  });
});
after(() => database.close());

suite('the order of transactions', () => {
  test('what a transaction wrote that began before and ends after another is told all the same', async () => {
    const [early, late] = [newId(), newId()];
    const { next } = await follow(own('hjo'), await start('hjo'));
    const begun = Promise.withResolvers<void>();
    const go = Promise.withResolvers<void>();
    const slow = inside('skara', async (tx) => {
      await act(tx, 'skara', making(newId()));
      begun.resolve();
      await go.promise;
    });
    await begun.promise;
    // Another organisation's open transaction holds back too: which ones matter cannot be known.
    await now('hjo', making(late));
    const meanwhile = await follow(own('hjo'), next);
    assert.deepEqual(meanwhile.told, []);
    go.resolve();
    await slow;
    await now('hjo', making(early));
    const { told } = await follow(own('hjo'), meanwhile.next);
    assert.deepEqual(
      told.map(({ id }) => id),
      [late, early],
    );
  });

  test('eight who write at once, some of whom change their minds, and one who follows', async () => {
    const random = seeded(20_261_122);
    const organisations = [
      'orebro',
      'karlstad',
      'arvika',
      'kumla',
      'hallsberg',
      'askersund',
      'degerfors',
      'laxa',
    ];
    const written = new Set<string>();
    const undone = new Set<string>();
    const writer = async (organisation: string): Promise<void> => {
      for (let n = 0; n < 12; n += 1) {
        const id = newId();
        const regret = whole(random, 4) === 0;
        const pause = whole(random, 15);
        await inside(organisation, async (tx) => {
          await act(tx, organisation, making(id));
          await sleep(pause);
          if (regret) throw new Error('regret');
        }).catch(() => undefined);
        (regret ? undone : written).add(id);
      }
    };
    const state = { writing: true };
    const told: string[] = [];
    const read = seenFrom('tanum', 5);
    const following = (async () => {
      let place = await start('tanum');
      for (;;) {
        const last = !state.writing;
        const { rows, next } = await read(place);
        told.push(...rows.map(({ id }) => id));
        place = next;
        if (rows.length === 0 && last) return;
      }
    })();
    await Promise.all(organisations.map(writer));
    state.writing = false;
    await following;
    const heard = new Set(told);
    assert.ok(written.size > 50 && undone.size > 10);
    assert.deepEqual(
      [...written].filter((id) => !heard.has(id)),
      [],
      'missed',
    );
    assert.deepEqual(
      [...undone].filter((id) => heard.has(id)),
      [],
      'told of what never was',
    );
    assert.equal(
      told.filter((id) => written.has(id)).length,
      written.size,
      'each was written once and is told once',
    );
  });

  test('whoever reads past transactions that have not ended misses some: the test can tell', async () => {
    const careless: Reads = (following) =>
      inside('tanum', async (tx) => {
        const { rows } = await sql<{ id: string; in: string }>`
          select id, changed_in::text as "in" from systems.usages
          where organisation_id = 'tanum' and changed_in > ${following.in}::xid8 order by changed_in`.execute(
          tx,
        );
        const last = rows.at(-1)?.in ?? following.in;
        return { rows: rows.map(({ id }) => ({ kind: 'changed', id })), next: { ...following, in: last } };
      });
    const [early, late] = [newId(), newId()];
    const begun = Promise.withResolvers<void>();
    const go = Promise.withResolvers<void>();
    const { next } = await follow(careless, await start('tanum'));
    const slow = inside('tanum', async (tx) => {
      await sql`select pg_current_xact_id()`.execute(tx);
      begun.resolve();
      await go.promise;
      await act(tx, 'tanum', making(early));
    });
    await begun.promise;
    await now('tanum', making(late));
    const first = await follow(careless, next);
    go.resolve();
    await slow;
    const second = await follow(careless, first.next);
    assert.deepEqual(
      [...first.told, ...second.told].map(({ id }) => id),
      [late],
    );
    const { told } = await follow(own('tanum'), next);
    assert.deepEqual(new Set(told.map(({ id }) => id)), new Set([early, late]));
  });
});

suite('what is told', () => {
  test('whoever begins is told what there is, and not of what went before', async () => {
    const [stays, goes] = [newId(), newId()];
    await now('sotenas', making(stays), making(goes));
    await now('sotenas', { kind: 'remove', id: goes });
    for (const read of [own('sotenas'), seenFrom('sotenas', 500)]) {
      const { told } = await follow(read, await start('sotenas'));
      assert.deepEqual(
        told.filter(({ id }) => id === stays || id === goes),
        [{ kind: 'changed', id: stays }],
      );
    }
  });

  test('what goes comes as gone, and what comes back as changed', async () => {
    const id = newId();
    await now('munkedal', making(id));
    const readers = [own('munkedal'), seenFrom('tanum', 500)];
    const places = await Promise.all(
      readers.map(async (read) => (await follow(read, await start('tanum'))).next),
    );
    await now('munkedal', { kind: 'remove', id });
    for (const [index, read] of readers.entries()) {
      const { told, next } = await follow(read, places[index] ?? (await start('tanum')));
      assert.deepEqual(told, [{ kind: 'gone', id }]);
      places[index] = next;
    }
    await now('munkedal', { kind: 'restore', id });
    for (const [index, read] of readers.entries())
      assert.deepEqual((await follow(read, places[index] ?? (await start('tanum')))).told, [
        { kind: 'changed', id },
      ]);
  });

  test('what was never shown is never told of, and what is hidden goes', async () => {
    const [never, hidden, flash] = [newId(), newId(), newId()];
    await now('lysekil', making(hidden));
    const read = seenFrom('tanum', 500);
    const { next } = await follow(read, await start('tanum'));
    await now('lysekil', making(never, { secret: true }));
    await now('lysekil', { kind: 'change', id: never, changes: { price: 3 } });
    await now('lysekil', { kind: 'remove', id: never });
    await inside('lysekil', async (tx) => {
      await act(tx, 'lysekil', making(flash));
      await act(tx, 'lysekil', { kind: 'change', id: flash, changes: {}, secret: true });
    });
    assert.deepEqual((await follow(read, next)).told, []);
    await now('lysekil', { kind: 'change', id: hidden, changes: {}, secret: true });
    assert.deepEqual((await follow(read, next)).told, [{ kind: 'gone', id: hidden }]);
  });

  test('what a kind of reader is not shown makes no difference to it, in value or by being there', async () => {
    const id = newId();
    await now('strangnas', making(id));
    const region = 'vastra-gotalandsregionen';
    const [sector, municipality] = [seenFrom(region, 500), seenFrom('tanum', 500)];
    for (const changes of [{ price: 1000 }, { price: 2000 }, { price: null }] as const) {
      const before = (await follow(sector, await start(region))).next;
      const neighbour = (await follow(municipality, await start('tanum'))).next;
      await now('strangnas', { kind: 'change', id, changes });
      assert.deepEqual((await follow(sector, before)).told, [], JSON.stringify(changes));
      assert.deepEqual((await follow(municipality, neighbour)).told, [{ kind: 'changed', id }]);
    }
  });
});

const forged = (key: readonly string[], more: object = {}): string =>
  Buffer.from(
    JSON.stringify({ f: 'own', e: 'e', c: 'c', t: at.getTime(), x: ['3', '17'], k: key, ...more }),
  ).toString('base64url');

const epoch = (): Promise<string> => inside('tanum', findEpoch);

suite('a cursor', () => {
  const bound: Bound = { feed: 'own', epoch: 'e', circle: 'c' };
  const place: Following = { in: '17', key: [newId()], from: '3' };
  const written = writeCursor(bound, place, at);
  const later = (days: number): Date => new Date(at.getTime() + days * 86_400_000);

  test('gives back the place that was written', () => {
    assert.deepEqual(readCursor(bound, written, later(cursorDays)), { ok: true, following: place });
    assert.deepEqual(readCursor(bound, '', at), { ok: true, following: null });
  });

  const anew: readonly (readonly [why: string, bound: Bound, now: Date])[] = [
    ['too-old', bound, later(cursorDays + 1)],
    ['restored', { ...bound, epoch: 'f' }, at],
    ['other-circle', { ...bound, circle: 'd' }, at],
  ];
  for (const [why, other, when] of anew)
    test(`says that one must begin anew: ${why}`, () => {
      assert.deepEqual(readCursor(other, written, when), { ok: false, failure: { kind: 'begin-anew', why } });
    });

  test('of another feed, or of nothing, is none', () => {
    for (const text of [
      'x',
      Buffer.from('{}').toString('base64url'),
      writeCursor({ ...bound, feed: 'everybody' }, { ...place, key: [newId(), 'x'] }, at),
      forged(["'; drop table"]),
      forged([newId(), newId()]),
      forged([], { x: ['3', '99999999999999999999'] }),
      forged([], { x: ['3', '-1'] }),
    ])
      assert.deepEqual(readCursor(bound, text, at), { ok: false, failure: { kind: 'unreadable-cursor' } });
  });

  test('does not outlive a backup that is put back', async () => {
    const earlier = await epoch();
    await asOwner(database.ownerUrl, async (client) => {
      await client.query('begin');
      await client.query(`set local kommons.maintenance = 'on'`);
      await client.query(`delete from systems.usages where organisation_id = 'sotenas'`);
      await client.query('rollback');
    });
    assert.equal(await epoch(), earlier);
    await asOwner(database.ownerUrl, async (client) => {
      await client.query(`set kommons.maintenance = 'on'`);
      await client.query(`delete from systems.usages where organisation_id = 'nowhere'`);
    });
    assert.notEqual(await epoch(), earlier);
  });
});
