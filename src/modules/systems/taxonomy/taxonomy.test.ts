import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compareEditions } from './compare.ts';
import type { Area, Component, Edition } from './edition.ts';
import { allComponents, inAnyEdition, editions, inEdition } from './editions.ts';
import { areasIn, componentNameIn, componentsIn, componentsOfArea } from './reading.ts';
import { carriedOver, ownTaxonomy, withDeviation } from './own.ts';

const said = (text: string) => ({ sv: text, en: text });
const area = (id: string, name = id): Area => ({ id, name: said(name), explanation: said(id) });
const component = (id: string, more: Partial<Component> = {}): Component => ({
  id,
  area: 'a',
  name: said(id),
  explanation: said(id),
  words: [],
  ...more,
});
const edition = (version: string, areas: readonly Area[], components: readonly Component[]): Edition => ({
  schema: 'kommons/taxonomy@1',
  version,
  from: '2026-01-01',
  areas: [...areas],
  components: [...components],
  maps: [],
});

const first = edition(
  '2026-1',
  [area('a'), area('b'), area('gone')],
  ['same', 'renamed', 'moved', 'old', 'one', 'two', 'ended'].map((id) => component(id)),
);
const second = edition(
  '2026-2',
  [area('a', 'A new'), area('b'), area('c')],
  [
    component('same'),
    component('renamed', { name: said('New name'), explanation: said('Better') }),
    component('moved', { area: 'b' }),
    component('old-1', { replaces: ['old'] }),
    component('old-2', { replaces: ['old'] }),
    component('both', { replaces: ['one', 'two'] }),
    component('new'),
  ],
);

describe('two editions', () => {
  it('differ in what can be reviewed one by one', () => {
    const told = compareEditions(first, second).map((change) => {
      const about = 'component' in change ? change.component.id : change.area.id;
      return `${change.kind} ${about}`;
    });
    assert.deepEqual(told, [
      'area-added c',
      'area-ended gone',
      'area-renamed a',
      'added new',
      'split old',
      'replaced one',
      'replaced two',
      'ended ended',
      'moved moved',
      'renamed renamed',
      'explained renamed',
    ]);
    assert.deepEqual(compareEditions(first, first), []);
  });

  it('name a component of the one by what it is in the other', () => {
    assert.deepEqual(inEdition(second, ['same', 'old', 'one', 'two', 'ended']), [
      'same',
      'old-1',
      'old-2',
      'both',
    ]);
    assert.deepEqual(inAnyEdition(second, ['both', 'same']), ['both', 'same', 'one', 'two']);
  });
});

describe('an organisation’s own way', () => {
  const deviations = {
    renamed: { name: 'Our name' },
    moved: { area: 'c' },
    same: { hidden: true as const },
    one: { area: 'b' },
    old: { name: 'Ours' },
  };

  it('stands over the edition, and waits where the edition has no such thing', () => {
    const { components } = ownTaxonomy(first, deviations);
    const found = new Map(components.map((one) => [one.id, one]));
    assert.equal(found.get('renamed')?.name.sv, 'Our name');
    assert.equal(found.get('same')?.hidden, true);
    assert.equal(found.get('moved')?.area, 'a', 'there is no area c yet');
  });

  it('survives a later edition, and goes with what takes a component’s place', () => {
    const after = carriedOver(deviations, compareEditions(first, second), new Set());
    assert.deepEqual(after, { ...deviations, both: { area: 'b' } });
    const found = new Map(ownTaxonomy(second, after).components.map((one) => [one.id, one]));
    assert.equal(found.get('renamed')?.name.sv, 'Our name');
    assert.equal(found.get('moved')?.area, 'c');
    assert.equal(found.get('both')?.area, 'b');
  });

  it('is also to keep what the later edition changes', () => {
    const kept = new Set(['renamed/renamed', 'moved/moved']);
    const after = carriedOver({}, compareEditions(first, second), kept);
    assert.deepEqual(after, { moved: { area: 'a' }, renamed: { name: 'renamed' } });
  });

  it('is none where it says what the edition says', () => {
    assert.deepEqual(withDeviation(first, deviations, { id: 'renamed', name: 'renamed', area: 'a' }), {
      moved: { area: 'c' },
      same: { hidden: true },
      one: { area: 'b' },
      old: { name: 'Ours' },
    });
  });
});

describe('reading components', () => {
  it('takes those of later editions for what they have taken the place of', () => {
    const [oldest, newest] = editions();
    assert.ok(oldest && newest);
    assert.deepEqual(
      inEdition(newest, ['enkater', 'medarbetarundersokning', 'webbanalys', 'foretagstillstand']),
      ['undersokningar', 'webbkvalitet', 'webbstatistik'],
    );
    assert.deepEqual(inEdition(oldest, ['undersokningar', 'webbstatistik', 'feriejobb']), [
      'enkater',
      'medarbetarundersokning',
      'webbanalys',
    ]);
    assert.ok(inAnyEdition(oldest, ['enkater']).includes('undersokningar'));
    assert.ok(inAnyEdition(newest, ['undersokningar']).includes('enkater'));
  });

  it('goes by the own names and places, without what is hidden', () => {
    const taxonomy = ownTaxonomy(first, {
      same: { hidden: true },
      moved: { area: 'b' },
      one: { name: 'Ett' },
    });
    assert.deepEqual(componentsIn(taxonomy, ['same', 'moved', 'one']), ['moved', 'one']);
    assert.deepEqual(areasIn(taxonomy, ['moved', 'one']), ['b', 'a']);
    assert.deepEqual(componentsOfArea(taxonomy, 'b'), ['moved']);
    assert.equal(componentNameIn(taxonomy, 'one', 'sv'), 'Ett');
    assert.equal(
      componentNameIn(taxonomy, 'undersokningar', 'sv'),
      allComponents().get('undersokningar')?.name.sv,
    );
    assert.notEqual(taxonomy.key, ownTaxonomy(first, {}).key);
  });
});

describe('the editions that ship', () => {
  it('name areas that they have, and replace what an earlier one had', () => {
    const wrong = editions().flatMap(({ version, areas, components }) => {
      const known = new Set(areas.map(({ id }) => id));
      return components.filter((one) => !known.has(one.area)).map(({ id }) => `${version} ${id}`);
    });
    assert.deepEqual(wrong, []);
    const all = new Set(editions().flatMap(({ components }) => components.map(({ id }) => id)));
    const replaced = editions().flatMap(({ components }) =>
      components.flatMap(({ replaces }) => replaces ?? []),
    );
    assert.deepEqual(
      replaced.filter((id) => !all.has(id)),
      [],
    );
  });
});
