import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  array,
  assert as holds,
  constantFrom,
  integer,
  option,
  property,
  record,
  uniqueArray,
} from 'fast-check';
import { addMonths } from '../../../kernel/dates/index.ts';
import { compareLandscapes, type ComparedUsage, type Relation } from './compare/compare.ts';
import { defaultsFrom } from './compare/defaults.ts';
import { mostResembling, resemblance, type Likened } from './compare/resemblance.ts';
import { leavingOf, windowOf, type Ending } from './horizon/horizon.ts';
import { coloursOf } from './map/colours.ts';

const usage = (user: string, product: string, more: Partial<ComparedUsage> = {}): ComparedUsage => ({
  usage: `${user}-${product}`,
  user,
  product,
  components: ['skola'],
  status: 'in-use',
  ends: null,
  price: null,
  ...more,
});

const none = { same: false, before: null } as const;
const us = { id: 'us', inhabitants: 1000 };
const them = { id: 'them', inhabitants: 2000 };

suite('side by side', () => {
  const cases: readonly (readonly [
    ours: readonly string[],
    theirs: readonly string[],
    relation: Relation,
  ])[] = [
    [['a'], ['a'], 'same'],
    [['a'], ['b'], 'different'],
    [['a'], ['b', 'a'], 'same'],
    [['a'], [], 'missing'],
    [[], ['a'], 'only-there'],
  ];
  for (const [ours, theirs, relation] of cases) {
    test(`${ours.join()} against ${theirs.join()} is ${relation}`, () => {
      const usages = [...ours.map((one) => usage('us', one)), ...theirs.map((one) => usage('them', one))];
      const { rows } = compareLandscapes([us, them], usages, { order: ['skola'], filter: none });
      assert.equal(rows[0]?.cells[1]?.relation, relation);
    });
  }

  test('what is only planned at either of them is not the same', () => {
    for (const planned of ['us', 'them']) {
      const usages = ['us', 'them'].map((user) => {
        const status = user === planned ? 'planned' : 'in-use';
        return usage(user, 'a', { status });
      });
      const { rows, counts } = compareLandscapes([us, them], usages, { order: ['skola'], filter: none });
      assert.equal(rows[0]?.cells[1]?.relation, 'different');
      assert.equal(counts[1]?.same, 0);
    }
  });

  test('neither has it, a third does', () => {
    const usages = [usage('third', 'a')];
    const third = { id: 'third', inhabitants: null };
    const { rows } = compareLandscapes([us, them, third], usages, { order: ['skola'], filter: none });
    assert.deepEqual(
      rows[0]?.cells.map(({ relation }) => relation),
      ['first', 'neither', 'only-there'],
    );
  });

  test('price is for each inhabitant, what has ended is no system, filters keep whole rows', () => {
    const usages = [
      usage('us', 'a', { price: 5000, ends: '2027-06-30' }),
      usage('them', 'a', { price: 5000, ends: '2029-06-30' }),
      usage('them', 'b', { components: ['ekonomi'], status: 'ended' }),
    ];
    const order = ['ekonomi', 'skola'];
    const { rows, needs } = compareLandscapes([us, them], usages, { order, filter: none });
    assert.equal(needs, 1);
    assert.deepEqual(
      rows[0]?.cells.flatMap(({ items }) => items.map(({ perInhabitant }) => perInhabitant)),
      [5, 2.5],
    );
    const ending = { order, filter: { same: true, before: '2027-06-30' } };
    assert.equal(compareLandscapes([us, them], usages, ending).rows.length, 0);
    const later = { order, filter: { same: true, before: '2027-07-01' } };
    assert.equal(compareLandscapes([us, them], usages, later).rows.length, 1);
  });

  test('whoever is compared with itself is the same in every need', () => {
    holds(
      property(uniqueArray(constantFrom('a', 'b', 'c', 'd'), { minLength: 1 }), (products) => {
        const usages = ['us', 'them'].flatMap((user) =>
          products.map((one) => usage(user, one, { components: [one] })),
        );
        const { rows, counts } = compareLandscapes([us, them], usages, { order: products, filter: none });
        return (
          rows.every(({ cells }) => cells[1]?.relation === 'same') && counts[1]?.same === products.length
        );
      }),
    );
  });
});

const likened = record({
  inhabitants: option(integer({ min: 1, max: 1_000_000 })),
  county: option(constantFrom('14', '22')),
  networks: uniqueArray(constantFrom('n1', 'n2')),
  products: uniqueArray(constantFrom('a', 'b', 'c', 'd')).map((all) => new Set(all)),
  needs: uniqueArray(constantFrom('x', 'y', 'z')).map((all) => new Set(all)),
});

const someone = (id: string, more: Partial<Likened>): Likened => ({
  id,
  inhabitants: 10_000,
  county: '22',
  networks: [],
  products: new Set(['a', 'b', 'c']),
  needs: new Set(['x']),
  ...more,
});

suite('who resembles us', () => {
  test('as much as we resemble them, from 0 to 1, and nobody more than ourselves', () => {
    holds(
      property(likened, likened, (a, b) => {
        const one: Likened = { id: 'one', ...a };
        const other: Likened = { id: 'other', ...b };
        const { score } = resemblance(one, other);
        assert.ok(Math.abs(score - resemblance(other, one).score) < 1e-9);
        assert.ok(score >= 0 && score <= 1);
        const self = resemblance(one, { ...one, id: 'self' });
        assert.ok(self.score === 0 || self.score > 1 - 1e-9);
      }),
    );
  });

  test('the nearest first, with why', () => {
    const others = [
      someone('far', { inhabitants: 900_000, county: '12', products: new Set(['z']), needs: new Set(['q']) }),
      someone('near', { inhabitants: 9000, products: new Set(['a', 'b']) }),
      someone('same', {}),
      someone('us', {}),
    ];
    const found = mostResembling(someone('us', {}), others, 2);
    assert.deepEqual(
      found.map(({ id }) => id),
      ['same', 'near'],
    );
    assert.deepEqual(found[1]?.why, [
      { kind: 'landscape', same: 2, of: 3 },
      { kind: 'needs', same: 1, of: 1 },
      { kind: 'size', inhabitants: 9000 },
      { kind: 'county' },
    ]);
  });

  test('values that most of them agree on are proposed, and only such as can be the same', () => {
    const found = defaultsFrom([
      { hosting: 'supplier', legalBasis: ['contract', 'consent'], price: 100, criticality: 'high' },
      { hosting: 'supplier', legalBasis: ['consent', 'contract'], price: 100 },
      { hosting: 'own', purpose: 'Ett' },
      { purpose: 'Två' },
    ]);
    assert.deepEqual(found, [
      { field: 'hosting', value: 'supplier', said: 2, of: 3 },
      { field: 'legalBasis', value: ['contract', 'consent'], said: 2, of: 2 },
    ]);
  });
});

const today = '2026-11-23';
const ending = (user: string, ends: string, product = 'a'): Ending => ({ user, product, ends });

suite('the horizon', () => {
  test('the window of most ends, the earliest of those with as many', () => {
    const endings = [
      ending('one', '2026-01-01'),
      ending('one', '2027-01-31'),
      ending('two', '2027-10-31'),
      ending('three', '2027-12-31'),
      ending('three', '2028-01-31'),
      ending('four', '2030-01-31'),
    ];
    assert.deepEqual(windowOf(endings, { today }), {
      from: '2027-01-31',
      to: '2027-10-31',
      users: ['one', 'two'],
    });
    assert.deepEqual(windowOf(endings, { today, months: 11 })?.users, ['one', 'two', 'three']);
    assert.equal(windowOf([ending('one', '2027-01-31'), ending('one', '2027-02-28')], { today }), null);
  });

  test('nothing fits more in as long a time', () => {
    const day = integer({ min: 0, max: 60 }).map((months) => addMonths('2026-12-15', months));
    const arbitrary = array(record({ user: constantFrom('a', 'b', 'c', 'd'), ends: day }), {
      maxLength: 20,
    });
    holds(
      property(arbitrary, (some) => {
        const endings = some.map(({ user, ends }) => ending(user, ends));
        const window = windowOf(endings, { today });
        const most = Math.max(
          0,
          ...endings.map(({ ends: from }) => {
            const last = addMonths(from, 9);
            return new Set(endings.filter(({ ends }) => ends >= from && ends <= last).map(({ user }) => user))
              .size;
          }),
        );
        assert.equal(window?.users.length ?? 0, most > 1 ? most : 0);
        if (window !== null) assert.ok(window.to <= addMonths(window.from, 9));
      }),
    );
  });

  test('products that several leave within eighteen months, those of most first', () => {
    const found = leavingOf(
      [
        ending('one', '2027-01-31', 'b'),
        ending('two', '2027-02-28', 'b'),
        ending('one', '2027-03-31', 'c'),
        ending('one', '2028-05-23', 'd'),
        ending('two', '2028-05-23', 'd'),
        ending('three', '2028-05-23', 'd'),
        ending('four', '2028-05-24', 'd'),
      ],
      { today },
    );
    assert.deepEqual(
      found.map(({ product, users }) => [product, users.length]),
      [
        ['d', 3],
        ['b', 2],
      ],
    );
  });
});

const place = (municipality: string, has: readonly string[], begun = true) => ({
  municipality,
  begun,
  has,
  systems: begun ? 1 : 0,
});

const coverage = (counts: readonly number[]) =>
  coloursOf(
    { of: 'coverage' },
    counts.map((systems, at) => ({ ...place(`m${at}`, [], systems > 0), systems })),
    0,
  );

suite('colours of the map', () => {
  test('versions with the newest darkest, however many have them', () => {
    const places = [
      place('a', ['9.2']),
      place('b', ['10.1']),
      place('c', ['9.2']),
      place('d', ['']),
      place('e', [], false),
    ];
    const { states } = coloursOf({ of: 'version', product: 'p' }, places, 0);
    assert.deepEqual(Object.fromEntries(states), {
      a: 'middle',
      b: 'high',
      c: 'middle',
      d: 'older',
      e: 'unknown',
    });
  });

  test('the whole by how many systems there are, in three steps, and a dot where none is', () => {
    const { states, shades } = coverage([0, 1, 24, 50, 99, 100, 400]);
    assert.deepEqual([...states.values()], ['unknown', 'low', 'low', 'middle', 'middle', 'high', 'high']);
    assert.deepEqual(
      shades.map(({ means, count }) => [means, count]),
      [
        [{ kind: 'systems', from: 100, to: null }, 2],
        [{ kind: 'systems', from: 50, to: 99 }, 2],
        [{ kind: 'systems', from: 1, to: 49 }, 2],
        [{ kind: 'unbegun' }, 1],
      ],
    );
  });

  for (const { title, counts, from } of [
    { title: 'alike but not the same', counts: [25, 28, 31, 33, 36, 38, 41, 45], from: [40, 30, 1] },
    { title: 'few', counts: [1, 2, 3], from: [1] },
    { title: 'many', counts: [120, 180, 260, 300, 410, 520], from: [410, 260, 1] },
    { title: 'all the same', counts: [30, 30, 30], from: [30] },
  ])
    test(`the steps of the whole tell those apart who have ${title}`, () => {
      const { shades } = coverage(counts);
      assert.deepEqual(
        shades.flatMap(({ means }) => (means.kind === 'systems' ? [means.from] : [])),
        from,
      );
    });

  test('an area by how much of it is covered, and only shades that are used', () => {
    const places = [place('a', ['x']), place('b', ['x', 'y', 'z']), place('c', [])];
    const { states, shades } = coloursOf({ of: 'area', area: 'skola' }, places, 3);
    assert.deepEqual(Object.fromEntries(states), { a: 'low', b: 'high', c: 'none' });
    assert.deepEqual(
      shades.map(({ state, count }) => [state, count]),
      [
        ['high', 1],
        ['low', 1],
        ['none', 1],
      ],
    );
  });
});
