import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { applyOperation } from './apply.ts';
import { cluster, namesOf, standsFor, type Catalogue } from './catalogue.ts';
import { act, emptyWorld, faultsOf, historyOf, play, steps, type World } from './laws/world.ts';
import { differences } from './merge.ts';
import type { Operation, OperationFailure } from './operation.ts';
import type { Product, Supplier } from './record.ts';

const supplier = (id: string, name: string, more: Partial<Supplier> = {}): Operation => ({
  kind: 'add',
  of: 'supplier',
  record: { id, name, aliases: [], formerNames: [], ...more },
  madeBy: 'hjo',
});

const product = (id: string, name: string, more: Partial<Product> = {}): Operation => ({
  kind: 'add',
  of: 'product',
  record: {
    id,
    name,
    aliases: [],
    formerNames: [],
    components: [],
    what: { sv: '', en: '' },
    hosting: [],
    licence: 'proprietary',
    standards: [],
    interfaces: [],
    versions: [],
    ...more,
  },
  madeBy: 'hjo',
});

const after = (...operations: readonly Operation[]): World => operations.reduce(act, emptyWorld);

const undo = (world: World, n: number): Operation => {
  const undone = world.log.find((one) => one.n === n);
  assert.ok(undone);
  return { kind: 'undo', undone, history: historyOf(world.log, undone) };
};

const plain = ({ products, suppliers }: Catalogue) =>
  [...products, ...suppliers].toSorted(([a], [b]) => (a < b ? -1 : 1));

const two = () =>
  after(
    supplier('tieto', 'Tietoevry', { web: 'https://example.com/tieto', formerNames: ['Tieto'] }),
    supplier('tieto-2', 'TIETO EVRY AB', { organisationNumber: '556000-0001' }),
    product('lifecare', 'Lifecare', { supplier: 'tieto', components: ['a'] }),
    product('tieto-lifecare', 'Tieto Lifecare', { supplier: 'tieto-2', components: ['b'] }),
  );

const merge = (take: Readonly<Record<string, string>>): Operation => ({
  kind: 'merge',
  of: 'product',
  into: 'lifecare',
  from: ['tieto-lifecare'],
  take,
});
const chosen = { name: 'lifecare', supplier: 'lifecare', components: '*' };

describe('a merge', () => {
  it('lists what differs, and asks only where both say something', () => {
    const found = differences(two().catalogue, 'supplier', ['tieto', 'tieto-2']);
    assert.deepEqual(
      found.map(({ field, settled, suggested }) => [field, settled, suggested]),
      [
        ['name', false, 'tieto'],
        ['organisationNumber', true, 'tieto-2'],
        ['web', true, 'tieto'],
      ],
    );
  });

  it('keeps every name, takes what was chosen, and stands for both', () => {
    const { catalogue } = act(two(), merge({ ...chosen, name: 'tieto-lifecare' }));
    assert.equal(standsFor(catalogue.products, 'tieto-lifecare'), 'lifecare');
    assert.deepEqual(catalogue.products.get('lifecare')?.record.components, ['a', 'b']);
    assert.equal(catalogue.products.get('lifecare')?.record.name, 'Tieto Lifecare');
    assert.deepEqual(namesOf(cluster(catalogue.products, 'lifecare')), ['Tieto Lifecare', 'Lifecare']);
  });

  it('of four spellings is one, and undone it is four again', () => {
    const spellings = ['Tietoevry', 'Tieto Evry', 'TIETOEVRY AB', 'Tieto-Evry Sweden'];
    const world = after(...spellings.map((name, at) => supplier(`s${at}`, name)));
    const merged = act(world, {
      kind: 'merge',
      of: 'supplier',
      into: 's0',
      from: ['s1', 's2', 's3'],
      take: { name: 's0' },
    });
    assert.deepEqual(namesOf(cluster(merged.catalogue.suppliers, 's0')), spellings);
    assert.deepEqual(plain(act(merged, undo(merged, 5)).catalogue), plain(world.catalogue));
  });

  it('undone tells what has changed since, and lets it stay', () => {
    const merged = act(two(), merge(chosen));
    const later = act(merged, {
      kind: 'change',
      of: 'product',
      id: 'lifecare',
      changes: { components: ['c'], web: 'https://example.com/' },
    });
    const undone = applyOperation(later.catalogue, undo(later, 5));
    assert.ok(undone.ok);
    assert.equal(undone.catalogue.products.get('tieto-lifecare')?.mergedInto, null);
    assert.deepEqual(
      undone.since.map(({ field, was, now, stays }) => ({ field, was, now, stays })),
      [
        { field: 'components', was: ['a', 'b'], now: ['c'], stays: true },
        { field: 'web', was: null, now: 'https://example.com/', stays: false },
      ],
    );
  });
});

describe('what cannot be done is named', () => {
  const cases: readonly (readonly [string, () => World, (world: World) => Operation, OperationFailure])[] = [
    ['adding what is there', two, () => product('lifecare', 'X'), { kind: 'exists', id: 'lifecare' }],
    [
      'changing what is not there',
      two,
      () => ({ kind: 'change', of: 'product', id: 'x', changes: {} }),
      { kind: 'missing', id: 'x' },
    ],
    [
      'a supplier that is not there',
      two,
      () => product('y', 'Y', { supplier: 'nobody' }),
      { kind: 'missing', id: 'nobody' },
    ],
    [
      'changing what is merged',
      () => act(two(), merge(chosen)),
      () => ({ kind: 'change', of: 'product', id: 'tieto-lifecare', changes: { name: 'X' } }),
      { kind: 'merged', id: 'tieto-lifecare', into: 'lifecare' },
    ],
    [
      'merging twice',
      () => act(two(), merge(chosen)),
      () => merge(chosen),
      { kind: 'merged', id: 'tieto-lifecare', into: 'lifecare' },
    ],
    [
      'merging with itself',
      two,
      () => ({
        ...merge(chosen),
        kind: 'merge',
        of: 'product',
        into: 'lifecare',
        from: ['lifecare'],
        take: {},
      }),
      { kind: 'one-record' },
    ],
    [
      'merging without a choice',
      two,
      () => merge({ name: 'lifecare' }),
      { kind: 'unanswered', fields: ['supplier', 'components'] },
    ],
    [
      'choosing what nobody said',
      two,
      () => merge({ ...chosen, name: 'somebody' }),
      { kind: 'no-choice', field: 'name' },
    ],
    [
      'a value that does not fit',
      two,
      () => ({ kind: 'change', of: 'supplier', id: 'tieto', changes: { web: 'javascript:alert(1)' } }),
      { kind: 'invalid', id: 'tieto', fields: ['web'] },
    ],
    [
      'undoing that a supplier of something was added',
      two,
      (world) => undo(world, 1),
      { kind: 'in-use', id: 'tieto', by: ['lifecare'] },
    ],
    [
      'undoing twice',
      () => {
        const world = two();
        return act(world, undo(world, 3));
      },
      (world) => undo(world, 3),
      { kind: 'already-undone' },
    ],
    [
      'going in a ring by doing again what was undone',
      () => {
        const merged = act(two(), merge(chosen));
        const apart = act(merged, undo(merged, 5));
        return act(apart, {
          kind: 'merge',
          of: 'product',
          into: 'tieto-lifecare',
          from: ['lifecare'],
          take: chosen,
        });
      },
      (world) => undo(world, 6),
      { kind: 'ring', id: 'lifecare' },
    ],
  ];
  for (const [name, world, operation, failure] of cases) {
    it(name, () => {
      const start = world();
      const applied = applyOperation(start.catalogue, operation(start));
      assert.deepEqual(applied.ok ? applied.stored : applied.failure, failure);
    });
  }
});

describe('a changed name', () => {
  it('stays as a former name', () => {
    const world = act(two(), {
      kind: 'change',
      of: 'product',
      id: 'lifecare',
      changes: { name: 'Lifecare 2' },
    });
    assert.deepEqual(world.catalogue.products.get('lifecare')?.record.formerNames, ['Lifecare']);
  });
});

describe('laws of the catalogue', () => {
  it('nothing is ever lost, nothing goes in a ring, and all follows from the log', () => {
    fc.assert(
      fc.property(steps(60), (all) => {
        assert.deepEqual(faultsOf(play(all)), []);
      }),
    );
  });

  it('a name that is thrown away is seen to be lost', () => {
    const world = two();
    const gone = new Map(world.catalogue.products);
    const entry = gone.get('lifecare');
    assert.ok(entry);
    gone.set('lifecare', { ...entry, record: { ...entry.record, name: 'Nothing' } });
    assert.notDeepEqual(faultsOf({ ...world, catalogue: { ...world.catalogue, products: gone } }), []);
  });

  it('a merge undone at once leaves no trace', () => {
    fc.assert(
      fc.property(steps(30), fc.nat(), (all, seed) => {
        const world = play(all);
        const merged = play(
          [{ kind: 'merge', of: 'product', pick: [seed, seed + 1, seed + 2, seed, 0, 0], text: '' }],
          world,
        );
        if (merged.log.length === world.log.length) return;
        const undone = act(merged, undo(merged, merged.log.length));
        assert.deepEqual(plain(undone.catalogue), plain(world.catalogue));
      }),
    );
  });

  it('changes and merges undone in any order leave the same', () => {
    const noUndo = steps(40).map((all) => all.filter(({ kind }) => kind !== 'undo'));
    fc.assert(
      fc.property(noUndo, fc.infiniteStream(fc.nat()), (all, chance) => {
        const world = play(all);
        const undone = world.log.filter(({ kind }) => kind !== 'add').map(({ n }) => n);
        const some = undone.filter(() => (chance.next().value ?? 0) % 3 > 0);
        const other = some
          .map((n) => ({ n, place: chance.next().value ?? 0 }))
          .toSorted((a, b) => a.place - b.place)
          .map(({ n }) => n);
        const by = (order: readonly number[]): World =>
          order.reduce<World>((now, n) => act(now, undo(now, n)), { ...world, refused: [] });
        assert.deepEqual(by(some).refused, []);
        assert.deepEqual(plain(by(other).catalogue), plain(by(some).catalogue));
      }),
    );
  });
});
