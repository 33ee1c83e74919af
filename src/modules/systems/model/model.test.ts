import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import * as fc from 'fast-check';
import { changesBetween, inverseOf, withChanges } from './change.ts';
import { confidenceOf } from './confidence.ts';
import { termOf } from './contract.ts';
import { fieldIds, fieldOf, type Facts, type FieldId } from './fields.ts';
import { readFacts, readValue } from './read-value.ts';
import { audiencesFor, projections, readers, sees, shownFacts, type Policy } from './shown.ts';

const valueFor = (id: FieldId): fc.Arbitrary<unknown> => {
  const field = fieldOf(id);
  switch (field.type) {
    case 'text':
    case 'name':
      return fc.string({ minLength: 1, maxLength: 20 });
    case 'day':
      return fc.constantFrom('2026-01-31', '2028-02-29');
    case 'whole':
      return fc.integer({ min: field.least, max: Math.min(field.most, field.least + 5) });
    case 'choice':
      return fc.constantFrom(...field.options);
    case 'choices':
      return fc.subarray([...field.options], { minLength: 1 });
    case 'texts':
    case 'names':
      return fc.uniqueArray(fc.string({ minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 3 });
  }
};

const facts = fc
  .subarray([...fieldIds])
  .chain((ids) => fc.tuple(...ids.map((id) => valueFor(id).map((value) => [id, value] as const))))
  .map((entries): Facts => readFacts(Object.fromEntries(entries)).facts);

const policy = fc
  .subarray([...fieldIds])
  .chain((ids) =>
    fc.tuple(...ids.map((id) => fc.constantFrom(...audiencesFor(id)).map((a) => [id, a] as const))),
  )
  .map((entries): Policy => Object.fromEntries(entries));

suite('facts about a system in use', () => {
  test('what is read is read again as it is', () => {
    fc.assert(
      fc.property(facts, (one) => {
        assert.deepEqual(readFacts(one), { facts: one, faults: [] });
      }),
    );
  });

  test('the changes between two lead from one to the other, and back', () => {
    fc.assert(
      fc.property(facts, facts, (from, to) => {
        const changes = changesBetween(from, to);
        assert.deepEqual(withChanges(from, changes), to);
        assert.deepEqual(withChanges(to, inverseOf(from, changes)), from);
        assert.deepEqual(changesBetween(from, from), {});
      }),
    );
  });

  const values: readonly [FieldId, string | number | readonly string[], unknown][] = [
    ['price', '120 000', 120_000],
    ['price', '12,5', 'no-number'],
    ['price', '-1', 'out-of-range'],
    ['confidentiality', 5, 'out-of-range'],
    ['contractEnds', '2027-02-29', 'no-day'],
    ['status', 'i drift', 'no-option'],
    ['legalBasis', ['consent', 'consent'], ['consent']],
    ['localName', 'x'.repeat(201), 'too-long'],
    ['owner', ['a', 'b'], 'one-value'],
    ['processors', 'Ett bolag', ['Ett bolag']],
  ];
  for (const [id, given, expected] of values) {
    test(`${id} of ${JSON.stringify(given).slice(0, 30)}`, () => {
      const read = readValue(fieldOf(id), given);
      assert.deepEqual(read.ok ? read.value : read.failure.kind, expected);
    });
  }
});

const seen = (id: FieldId) => readers.filter((reader) => sees(reader, {}, id));

suite('who sees what', () => {
  test('no policy shows a field past its ceiling', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...fieldIds),
        fc.constantFrom('public-sector', 'municipalities', 'networks', 'own'),
        (id, chosen) => {
          const { ceiling } = fieldOf(id);
          const wish: Policy = { [id]: chosen };
          for (const reader of readers) {
            if (ceiling === 'own') assert.ok(!sees(reader, wish, id));
            if (ceiling === 'municipalities' && reader.startsWith('sector'))
              assert.ok(!sees(reader, wish, id));
          }
        },
      ),
    );
  });

  test('whoever is nearer sees no less', () => {
    fc.assert(
      fc.property(policy, fc.constantFrom(...fieldIds), (chosen, id) => {
        if (sees('sector', chosen, id)) assert.ok(sees('sector-near', chosen, id));
        if (sees('sector', chosen, id)) assert.ok(sees('municipality', chosen, id));
        if (sees('municipality', chosen, id)) assert.ok(sees('municipality-near', chosen, id));
      }),
    );
  });

  test('each reader is in one projection, which holds what they see', () => {
    fc.assert(
      fc.property(facts, policy, (one, chosen) => {
        const made = projections(one, chosen);
        assert.deepEqual(made.flatMap((row) => row.readers).toSorted(), readers.toSorted());
        for (const row of made)
          for (const reader of row.readers) assert.deepEqual(row.facts, shownFacts(one, chosen, reader));
      }),
    );
  });

  test('as it stands: price to municipalities, version to networks, criticality to none', () => {
    assert.deepEqual(seen('price'), ['municipality', 'municipality-near']);
    assert.deepEqual(seen('version'), ['sector-near', 'municipality-near']);
    assert.deepEqual(seen('criticality'), []);
    assert.deepEqual(seen('localName'), readers);
  });
});

suite('time', () => {
  test('notice is counted back from the end, to the last day of a short month', () => {
    assert.deepEqual(
      termOf({ contractEnds: '2027-03-31', noticeMonths: 13, extensions: 2, extensionMonths: 12 }),
      {
        ends: '2027-03-31',
        noticeBy: '2026-02-28',
        latest: '2029-03-31',
      },
    );
    assert.deepEqual(termOf({ contractEnds: '2027-03-31' }), {
      ends: '2027-03-31',
      noticeBy: null,
      latest: '2027-03-31',
    });
    assert.equal(termOf({ noticeMonths: 3 }), null);
  });

  const ages: readonly [string, string, number][] = [
    ['2026-11-22', 'confirmed', 100],
    ['2025-11-22', 'confirmed', 50],
    ['2025-11-21', 'ageing', 50],
    ['2024-11-21', 'stale', 25],
    ['2027-01-01', 'confirmed', 100],
  ];
  for (const [at, state, percent] of ages) {
    test(`confirmed ${at}`, () => {
      const found = confidenceOf(new Date(at), new Date('2026-11-22'));
      assert.deepEqual([found.state, found.percent], [state, percent]);
    });
  }
});
