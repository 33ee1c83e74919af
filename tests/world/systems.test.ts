import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { addMonths } from '../../src/kernel/dates/index.ts';
import { fieldIds, fieldOf, type FieldId } from '../../src/modules/systems/model/fields.ts';
import { readFacts } from '../../src/modules/systems/model/read-value.ts';
import { isoDay } from '../../src/platform/text/index.ts';
import { productOf } from './register/landscape.ts';
import { inventOrganisation, jointBoard, registering } from './systems.ts';

const now = new Date('2026-11-23T09:00:00Z');
const everybody = registering.map((organisation) => inventOrganisation(organisation, now));
const usages = everybody.flatMap(({ organisation, usages: own }) =>
  own.map((usage) => ({ organisation, ...usage })),
);
const isInvented = (product: string): boolean => productOf(product).example === true;

/** What would be a judgement of a product, or a word about a deal, if it were told of a real one. */
const toldOfInvented: readonly FieldId[] = fieldIds.filter((id) => {
  const { group } = fieldOf(id);
  return group === 'contract' || group === 'opinion';
});
const judgements: readonly FieldId[] = [
  ...toldOfInvented,
  'version', 'purpose', 'accessibility', 'accessibilityOn', 'usesAi', 'aiRisk', 'aiUse', 'risks', 'processors', 'transfers',
]; // prettier-ignore

suite('the register of the demo world', () => {
  test('of real products nothing is told but that they are used and for what', () => {
    const told = usages
      .filter(({ product }) => !isInvented(product))
      .flatMap(({ product, facts }) =>
        judgements.filter((id) => facts[id] !== undefined).map((id) => `${product} ${id}`),
      );
    assert.deepEqual(told, []);
  });

  test('of invented products everything of contract and opinion is told somewhere', () => {
    const missing = toldOfInvented.filter(
      (id) => id !== 'framework' && !usages.some(({ facts }) => facts[id] !== undefined),
    );
    assert.deepEqual(missing, []);
  });

  test('every municipality of a demo network has between 25 and 45 systems, and all facts can be read', () => {
    assert.equal(registering.length, 9 + 13 + 12 + 14 + 1);
    for (const { organisation, usages: own } of everybody) {
      const [least, most] = organisation === jointBoard ? [6, 6] : [25, 45];
      assert.ok(own.length >= least && own.length <= most, `${organisation}: ${own.length}`);
      assert.equal(
        new Set(own.map(({ product }) => product)).size,
        own.length,
        `${organisation} has one twice`,
      );
      for (const { facts } of own) assert.deepEqual(readFacts(facts), { facts, faults: [] });
    }
  });

  test('it is the same on every machine', () => {
    assert.deepEqual(inventOrganisation('hjo', now), inventOrganisation('hjo', now));
    assert.notDeepEqual(
      inventOrganisation('hjo', now).usages.map(({ product }) => product),
      inventOrganisation('tibro', now).usages.map(({ product }) => product),
    );
  });

  test('eleven of the thirteen of Göteborgsregionen leave one product within 18 months, and no other', () => {
    const today = isoDay(now);
    const thirteen = new Set(
      'ale alingsas goteborg harryda kungsbacka kungalv lerum lilla-edet molndal partille stenungsund tjorn ockero'.split(
        ' ',
      ),
    );
    const ending = usages.filter(
      ({ organisation, facts: { contractEnds } }) =>
        thirteen.has(organisation) &&
        contractEnds !== undefined &&
        contractEnds > today &&
        contractEnds <= addMonths(today, 18),
    );
    const counts = new Map(
      [...Map.groupBy(ending, ({ product }) => product)].map(([id, own]) => [id, own.length]),
    );
    assert.equal(counts.get('provkoping-turplan'), 11);
    assert.equal([...counts.values()].filter((count) => count > 7).length, 1, JSON.stringify([...counts]));
  });

  test('some things lack, some are old, some are secret, and the joint board registers for its members', () => {
    const without = (id: FieldId): number => usages.filter(({ facts }) => facts[id] === undefined).length;
    for (const id of ['owner', 'contact', 'assessment', 'archiveDuty'] as const)
      assert.ok(without(id) > 100, id);
    assert.equal(new Set(usages.map(({ age }) => age)).size, 4);
    const secret = usages.filter((usage) => usage.secret).length;
    assert.ok(secret > 10 && secret < 120, `${secret} secret`);
    const joint = usages.filter(({ members }) => members.length > 0);
    assert.deepEqual(
      [...new Set(joint.map(({ organisation, members }) => `${organisation} ${members.length}`))],
      [`${jointBoard} 14`],
    );
  });
});
