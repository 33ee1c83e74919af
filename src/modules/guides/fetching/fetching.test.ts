import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  getDefinition,
  isElement,
  type Definition,
  type Element,
  type JsonObject,
} from '../../../kernel/index.ts';
import { edit, fetchedIn, type Fetchable } from '../../commons/index.ts';
import { everyGuide } from '../definition/fixtures/every-block.ts';
import { validateGuide } from '../definition/index.ts';
import { elementIds } from '../templates/own-ids.ts';
import { standingOf, takeNew, type Sources, type Taken } from './changed.ts';
import { commandsFor } from './commands.ts';
import { findBlock, stepsOf, targetsIn } from './parts.ts';

const t = (sv: string, en: string): JsonObject => ({ sv, en });
const source = everyGuide();

const empty = (more: JsonObject = {}): Definition =>
  getDefinition({
    kommons: 'definition/1',
    kind: 'guide',
    id: 'min',
    languages: ['sv', 'en'],
    title: t('Min guide', 'My guide'),
    readers: 'staff',
    sections: [
      {
        id: 'ett',
        title: t('Ett', 'One'),
        steps: [
          {
            id: 'steg',
            title: t('Steget', 'The step'),
            blocks: [{ id: 'plats', type: 'slot', title: t('Hos oss', 'Here') }],
          },
        ],
      },
    ],
    ...more,
  });

const version = (digit: string): string => `sha256-${digit.repeat(64)}`;
const fetchable = (definition: Definition, digit = '1', number = 1): Fetchable => ({
  organisation: 'skara',
  work: definition.id,
  versionId: version(digit),
  number,
  definition,
});

function put(
  into: Definition,
  target: string,
  blocks: readonly string[],
  from = fetchable(source),
): Definition {
  const place = targetsIn(into).find(({ id }) => id === target);
  assert.ok(place);
  const done = edit(into, commandsFor({ source: from, blocks: new Set(blocks), target: place }, into));
  assert.ok(done.ok, JSON.stringify(done));
  return done.definition;
}

const allBlocks = stepsOf(source).flatMap(({ blocks }) => blocks.map(({ id }) => id));
const errors = (guide: Definition) => validateGuide(guide).filter(({ severity }) => severity === 'error');

describe('what is fetched', () => {
  test('is whole in a step, every sort of block, under ids of its own, and says where it is from', () => {
    const guide = put(empty(), 'steg', allBlocks);
    assert.deepEqual(errors(guide), []);
    const theirs = new Set(elementIds(source['sections'] ?? []));
    const inSteps = stepsOf(guide).flatMap(({ blocks }) => blocks);
    const fetched = inSteps.filter((block) => fetchedIn(block).has(block.id));
    assert.deepEqual(
      fetched.map((block) => fetchedIn(block).get(block.id)?.element),
      allBlocks,
    );
    assert.deepEqual(
      fetched.flatMap(elementIds).filter((id) => theirs.has(id)),
      [],
    );
    assert.equal(new Set(elementIds(guide)).size, elementIds(guide).length);
  });

  test('twice gives other ids each time', () => {
    const once = put(empty(), 'steg', ['gor']);
    const twice = put(once, 'steg', ['gor']);
    assert.deepEqual(errors(twice), []);
    assert.equal(stepsOf(twice).flatMap(({ blocks }) => blocks).length, 3);
  });

  test('becomes new steps in a section, named as in the source', () => {
    const guide = put(empty(), 'ett', allBlocks);
    assert.deepEqual(errors(guide), []);
    const chosen = stepsOf(source).filter(({ blocks }) => blocks.length > 0);
    assert.deepEqual(
      stepsOf(guide)
        .slice(1)
        .map(({ title }) => title),
      chosen.map(({ title }) => title),
    );
  });

  test('in a slot brings what lies in slots, and no slot', () => {
    const guide = put(empty(), 'plats', allBlocks);
    assert.deepEqual(errors(guide), []);
  });

  test('in one language leaves the other behind', () => {
    const guide = put(empty({ languages: ['sv'], title: { sv: 'Min' } }), 'steg', ['valkommen']);
    const block = stepsOf(guide).flatMap(({ blocks }) => blocks)[1];
    assert.deepEqual(Object.keys(Object(block?.['text'])), ['sv']);
  });

  test('brings the local facts that it names, once, and goes by those that are there', () => {
    const guide = put(put(empty(), 'steg', ['valkommen']), 'steg', ['valkommen']);
    assert.deepEqual(elementIds(guide['parameters'] ?? []), ['supporttelefon']);
    assert.deepEqual(errors(guide), []);
  });

  test('calls a local fact something else where its name is taken by another', () => {
    const taken = { parameters: [{ id: 'supporttelefon', type: 'date', label: t('Dag', 'Day') }] };
    const guide = put(empty(taken), 'steg', ['valkommen']);
    assert.deepEqual(errors(guide), []);
    const [, other = ''] = elementIds(guide['parameters'] ?? []);
    assert.match(other, /^supporttelefon-[0-9a-f]{6}$/);
    assert.ok(JSON.stringify(guide).includes(`{${other}}`));
  });
});

/** The source with one block changed, as its next version. */
function later(block: string, change: (element: Element) => JsonObject | null): Definition {
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit).filter((one) => one !== null);
    if (typeof value !== 'object' || value === null) return value;
    if (isElement(value) && value.id === block) return change(value);
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, visit(one)]));
  };
  return getDefinition(Object(visit(source)));
}

async function take(
  next: Definition,
  own: (block: Element) => Element = (block) => block,
): Promise<Taken | string> {
  const guide = put(empty(), 'steg', ['valkommen']);
  const [, block] = stepsOf(guide).flatMap(({ blocks }) => blocks);
  assert.ok(block);
  const from = fetchedIn(block).get(block.id);
  assert.ok(from);
  const sources: Sources = {
    newest: async () => fetchable(next, '2', 2),
    earlier: async () => fetchable(source),
  };
  const standing = await standingOf(sources, from);
  if (standing.kind !== 'changed') return standing.kind;
  return takeNew({ definition: guide, own: own(block), earlier: source, standing });
}

const saying = (sv: string, en: string) => (element: Element) => ({ ...element, text: t(sv, en) });
const svOf = (element: Element | null): unknown => Object(element?.['text']).sv;

describe('when the source has a new version', () => {
  test('it is the same while the block is, whatever else has changed', async () => {
    assert.equal(await take(later('gor', saying('x', 'y'))), 'same');
    assert.equal(
      await take(later('valkommen', (one) => ({ ...one, tasks: ['system:a/b'], lock: 'fixed' }))),
      'same',
    );
  });

  test('it is gone where it was removed or hidden', async () => {
    assert.equal(await take(later('valkommen', () => null)), 'gone');
    assert.equal(await take(later('valkommen', (one) => ({ ...one, hidden: true }))), 'gone');
  });

  const next = later('valkommen', saying('Du loggar in varje dag. Ring {supporttelefon} genast.', 'New.'));

  test('the new text is taken, as it is named here', async () => {
    const taken = await take(next);
    assert.ok(typeof taken === 'object');
    assert.equal(svOf(taken.merged), 'Du loggar in varje dag. Ring {supporttelefon} genast.');
    assert.deepEqual(taken.merged, taken.theirs);
  });

  test('what is ours in another sentence stays', async () => {
    const taken = await take(next, (block) => ({
      ...block,
      tasks: ['system:a/b'],
      text: {
        ...Object(block['text']),
        sv: 'Du loggar in varje morgon. Ring {supporttelefon} om det inte går.',
      },
    }));
    assert.ok(typeof taken === 'object');
    assert.equal(svOf(taken.merged), 'Du loggar in varje morgon. Ring {supporttelefon} genast.');
    assert.deepEqual(taken.merged?.['tasks'], ['system:a/b']);
    assert.deepEqual(taken.theirs['tasks'], ['system:a/b']);
  });

  test('the same sentence is asked about', async () => {
    const taken = await take(next, (block) => ({
      ...block,
      text: { ...Object(block['text']), sv: 'Du loggar in varje dag. Ring {supporttelefon} i morgon.' },
    }));
    assert.ok(typeof taken === 'object');
    assert.equal(taken.merged, null);
  });

  test('a new item in a list comes beside our own', async () => {
    const guide = put(empty(), 'steg', ['gor']);
    const [, block] = stepsOf(guide).flatMap(({ blocks }) => blocks);
    assert.ok(block && Array.isArray(block['items']));
    const own: Element = {
      ...block,
      items: [...block['items'], { id: 'egen', text: t('Vårt eget.', 'Our own.') }],
    };
    const longer = later('gor', (one) => {
      assert.ok(Array.isArray(one['items']));
      return { ...one, items: [{ id: 'ny-punkt', text: t('Nytt.', 'New.') }, ...one['items']] };
    });
    const after = findBlock(longer, 'gor');
    assert.ok(after);
    const standing = {
      kind: 'changed',
      now: fetchable(longer, '2', 2),
      before: findBlock(source, 'gor'),
      after,
    } as const;
    const { merged } = takeNew({ definition: guide, own, earlier: source, standing });
    assert.ok(merged && Array.isArray(merged['items']));
    assert.deepEqual(
      merged['items'].map((item: unknown) => Object(Object(item).text).sv),
      ['Nytt.', 'Öppna **systemet**.', 'Legitimera dig.', 'Vårt eget.'],
    );
  });
});
