import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { smallGuide } from '../../../../tests/support/small-guide.ts';
import { isDefinition, type Definition } from '../../../kernel/index.ts';
import { edit, originMarks, registerKind, type Command } from '../../commons/index.ts';
import { asRead, readGuide, type Guide } from '../definition/index.ts';
import { guideKind } from '../kind.ts';
import { newsOf, type Reader } from './news.ts';
import { outlineOf, placeOf, type Outline } from './outline.ts';
import type { Read } from './progress.ts';

registerKind(guideKind);
assert.ok(isDefinition(smallGuide));
const base: Definition = smallGuide;

const steps = { anteckna: 'sections/skriva/steps/anteckna', ratta: 'sections/skriva/steps/ratta' };
const rattaText = `${steps.ratta}/blocks/ratta-text`;

function edited(definition: Definition, ...commands: readonly Command[]): Definition {
  const result = edit(definition, commands);
  assert.ok(result.ok, JSON.stringify(result));
  return result.definition;
}

function readable(definition: Definition): Guide {
  const read = readGuide(definition);
  assert.ok(read.ok, JSON.stringify(read.issues));
  return asRead(read.value);
}

const facts = { 'support-phone': '08-465 004 21' };

const outlineFor = (own: Definition, upstream: Definition | null = base, values: object = facts): Outline =>
  outlineOf({
    own: readable(own),
    upstream: upstream === null ? null : readable(upstream),
    origins: upstream === null ? new Map() : originMarks(upstream, own),
    values: { ...values },
  });

function printOf(outline: Outline, step: string) {
  const place = placeOf(outline, step);
  assert.ok(place, step);
  return place.step.fingerprint;
}

const slot: Command = {
  do: 'add',
  list: `${steps.anteckna}/blocks/anteckna-hos-oss/blocks`,
  after: null,
  element: { id: 'skara-laser', type: 'text', text: { sv: 'Enhetschefen läser.' } },
};
const reworded: Command = { do: 'set', path: `${rattaText}/text/sv`, value: 'Stryk inte. Skriv nytt.' };
const translated: Command = { do: 'set', path: `${rattaText}/text/en`, value: 'Do not strike out.' };

suite('what is common to all', () => {
  const same: readonly (readonly [string, Definition])[] = [
    ['with a slot filled', edited(base, slot)],
    ['with a text reworded here', edited(base, reworded)],
    ['with a block hidden here', edited(base, { do: 'hide', path: rattaText })],
    [
      'with a step of its own',
      edited(base, {
        do: 'add',
        list: 'sections/skriva/steps',
        after: null,
        element: { id: 'egen', title: { sv: 'Eget', en: 'Own' }, blocks: [] },
      }),
    ],
  ];
  for (const [name, own] of same) {
    test(`is the same ${name}, as at the owner`, () => {
      for (const step of ['logga-in', 'anteckna', 'ratta']) {
        const owner = printOf(outlineFor(base, null), step);
        assert.equal(printOf(outlineFor(own), step).common, owner.common);
      }
    });
  }

  test('changes with upstream’s text, in its own step only', () => {
    const newer = edited(base, reworded);
    assert.notEqual(
      printOf(outlineFor(newer, newer), 'ratta').common,
      printOf(outlineFor(base), 'ratta').common,
    );
    assert.equal(
      printOf(outlineFor(newer, newer), 'anteckna').common,
      printOf(outlineFor(base), 'anteckna').common,
    );
  });

  test('does not change with a translation, a lock, or the minutes', () => {
    const path = 'sections/grunder/steps/logga-in/minutes';
    const lock: Command = { do: 'set', path: 'sections/skriva/lock', value: 'additions' };
    const mended = edited(base, translated, lock, { do: 'set', path, value: 9 });
    for (const step of ['logga-in', 'ratta']) {
      assert.deepEqual(printOf(outlineFor(mended, mended), step), printOf(outlineFor(base), step));
    }
  });
});

suite('what is local', () => {
  const differs: readonly (readonly [string, string, Definition, object])[] = [
    ['a filled slot', 'anteckna', edited(base, slot), facts],
    ['a reworded text', 'ratta', edited(base, reworded), facts],
    ['a hidden block', 'ratta', edited(base, { do: 'hide', path: rattaText }), facts],
    ['a value in the text', 'logga-in', base, { 'support-phone': '08-465 004 22' }],
  ];
  for (const [name, step, own, values] of differs) {
    test(`differs by ${name}, in its own step only`, () => {
      const here = outlineFor(own, base, values);
      const plain = outlineFor(base);
      for (const one of ['logga-in', 'anteckna', 'ratta']) {
        assert.equal(printOf(here, one).local === printOf(plain, one).local, one !== step, one);
      }
    });
  }

  test('is marked on its step', () => {
    const outline = outlineFor(edited(base, slot));
    const origins = outline.flatMap((section) => section.steps.map(({ id, origin }) => [id, origin]));
    assert.deepEqual(origins, [
      ['logga-in', 'shared'],
      ['sekretess', 'shared'],
      ['anteckna', 'adapted'],
      ['ratta', 'shared'],
      ['prova-dig', 'shared'],
    ]);
  });
});

/** Everything of a guide as somebody read it somewhere. */
const readAll = (outline: Outline, organisation: string): readonly Read[] =>
  outline.flatMap((section) =>
    section.steps.map(({ id, fingerprint }) => ({
      organisation,
      step: id,
      ...fingerprint,
      at: new Date('2026-11-01T12:00:00Z'),
    })),
  );

const reader = (own: Definition, reads: readonly Read[]): Reader => ({
  organisation: 'hjo',
  reads,
  origins: originMarks(base, own),
});

suite('what is new to whoever has read', () => {
  test('nothing, when nothing has changed', () => {
    const outline = outlineFor(edited(base, slot));
    assert.deepEqual(newsOf(outline, reader(base, readAll(outline, 'hjo'))), []);
  });

  test('a value that stands in several steps is told of once', () => {
    const twice = edited(base, { do: 'set', path: `${rattaText}/text/sv`, value: 'Ring {support-phone}.' });
    const before = readAll(outlineFor(twice, twice), 'skara');
    const now = outlineFor(twice, twice, { 'support-phone': '08-465 004 22' });
    assert.deepEqual(newsOf(now, reader(base, before)), [
      { kind: 'fact', step: 'logga-in', parameter: 'support-phone' },
    ]);
  });

  test('what upstream has changed where our own words stand is nothing new', () => {
    const ours = edited(base, reworded);
    const newer = edited(base, { do: 'set', path: `${rattaText}/text/sv`, value: 'Rätta genast.' });
    const before = readAll(outlineFor(ours, base), 'hjo');
    assert.deepEqual(newsOf(outlineFor(ours, newer), reader(ours, before)), []);
  });

  test('a text that is gone is counted, not told', () => {
    const filled = edited(base, {
      do: 'add',
      list: `${steps.ratta}/blocks`,
      after: 'ratta-text',
      element: {
        id: 'skara-egen',
        type: 'text',
        text: { sv: 'Fråga gruppledaren.', en: 'Ask the team leader.' },
      },
    });
    const before = readAll(outlineFor(filled), 'skara');
    assert.deepEqual(newsOf(outlineFor(base), reader(base, before)), [
      { kind: 'removed', step: 'ratta', count: 1 },
    ]);
  });
});
