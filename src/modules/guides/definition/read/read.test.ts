import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import type { JsonObject } from '../../../../kernel/index.ts';
import { everyBlock, everyGuide } from '../fixtures/every-block.ts';
import { validateGuide } from '../validate.ts';
import { blockTypes } from './blocks.ts';
import { readGuide } from './guide.ts';

const step = 'sections/logga-in/steps/forsta-gangen';
const at = (block: string): string => `${step}/blocks/${block}`;

/** The guide with the value at a path put in place; undefined takes it away, `-` adds to a list. */
function edited(path: string, value: unknown): unknown {
  const copy: unknown = structuredClone(everyGuide());
  const parts = path.split('/');
  const last = parts.pop() ?? '';
  let here: unknown = copy;
  for (const part of parts) here = inside(here, part);
  if (Array.isArray(here)) here.push(value);
  else if (typeof here === 'object' && here !== null) Object.assign(here, { [last]: value });
  return JSON.parse(JSON.stringify(copy));
}

function inside(value: unknown, part: string): unknown {
  if (Array.isArray(value)) return value.find((item: unknown) => idOf(item) === part);
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === part)?.[1]
    : undefined;
}

const idOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;

const found = (definition: unknown): readonly string[] =>
  validateGuide(definition).map(({ severity, path }) => `${severity} ${path}`);

const text = (id: string, sv: string): JsonObject => ({ id, type: 'text', text: { sv, en: 'Text.' } });
const slot = (more: JsonObject): JsonObject => ({
  id: 'plats',
  type: 'slot',
  title: { sv: 'Hos oss', en: 'Here' },
  ...more,
});

const faults: readonly (readonly [string, string, unknown, string])[] = [
  ['another kind', 'kind', 'e-service', 'error kind'],
  ['another format', 'kommons', 'definition/9', 'error kommons'],
  ['an id with capitals', 'id', 'System', 'error id'],
  ['no sections', 'sections', [], 'error sections'],
  ['an unknown subject', 'subject', 'vard', 'error subject'],
  ['unknown readers', 'readers', 'nobody', 'error readers'],
  ['a review that never comes', 'reviewMonths', 0, 'error reviewMonths'],
  ['a missing translation', 'title', { sv: 'Rubrik' }, 'warning title/en'],
  ['a missing source', 'title', { en: 'Title' }, 'error title/sv'],
  ['a misspelt property', 'titel', { sv: 'x' }, 'warning titel'],
  ['an empty section', 'sections/logga-in/steps', [], 'warning sections/logga-in'],
  ['an empty step', `${step}/blocks`, [], `warning ${step}`],
  ['a step without title', `${step}/title`, undefined, `error ${step}/title`],
  ['a step of half a minute', `${step}/minutes`, 0.5, `error ${step}/minutes`],
  ['a task that is none', `${step}/tasks`, ['sida:/arbete'], `error ${step}/tasks/0`],
  ['a task on a block that is none', `${at('akta')}/tasks`, ['form:'], `error ${at('akta')}/tasks/0`],
  ['a block without type', `${step}/blocks/-`, { id: 'x' }, `error ${at('x')}/type`],
  ['a block of unknown type', `${step}/blocks/-`, { id: 'x', type: 'video' }, `error ${at('x')}/type`],
  ['a block without id', `${step}/blocks/-`, { type: 'text' }, `error ${at('15')}`],
  ['an id twice', `${step}/blocks/-`, text('akta', 'Text.'), `error ${at('akta')}`],
  ['an id with a letter of its own', `${step}/blocks/-`, text('läs', 'Text.'), `error ${at('läs')}`],
  ['a heading in the text', `${step}/blocks/-`, text('x', '# Rubrik'), `error ${at('x')}/text/sv`],
  ['a picture in the text', `${step}/blocks/-`, text('x', 'Se ![a](b).'), `error ${at('x')}/text/sv`],
  ['HTML in the text', `${step}/blocks/-`, text('x', 'Se <b>detta</b>.'), `error ${at('x')}/text/sv`],
  ['a table in the text', `${step}/blocks/-`, text('x', '| a |\n|---|\n| b |'), `error ${at('x')}/text/sv`],
  ['code in the text', `${step}/blocks/-`, text('x', 'Skriv `a`.'), `error ${at('x')}/text/sv`],
  ['a quotation in the text', `${step}/blocks/-`, text('x', '> Så.'), `error ${at('x')}/text/sv`],
  ['a rule in the text', `${step}/blocks/-`, text('x', 'a\n\n---\n\nb'), `error ${at('x')}/text/sv`],
  ['a place for nothing', `${step}/blocks/-`, text('x', 'Ring {support}.'), `error ${at('x')}/text/sv`],
  ['actions without any', `${at('gor')}/items`, [], `error ${at('gor')}/items`],
  ['every point hidden', `${at('lista')}/items/lista-1/hidden`, true, `warning ${at('lista')}/items`],
  [
    'the right answer hidden',
    `${at('fragan')}/options/fragan-nej/hidden`,
    true,
    `warning ${at('fragan')}/options`,
  ],
  [
    'every question hidden',
    `${at('testet')}/questions/testet-1/hidden`,
    true,
    `warning ${at('testet')}/questions`,
  ],
  ['a picture without alternative', `${at('bild')}/alt`, undefined, `error ${at('bild')}/alt`],
  ['a picture without file', `${at('bild')}/media`, undefined, `error ${at('bild')}/media`],
  ['a file that is no hash', `${at('bild')}/media`, 'bild.png', `error ${at('bild')}/media`],
  ['a picture without size', `${at('bild')}/width`, undefined, `warning ${at('bild')}`],
  ['a frame outside', `${at('bild')}/highlights/ruta/x`, 80, `error ${at('bild')}/highlights/ruta`],
  ['a frame in pixels', `${at('bild')}/highlights/ruta/y`, 400, `error ${at('bild')}/highlights/ruta/y`],
  ['a verdict of neither', `${at('bild')}/verdict`, 'bad', `error ${at('bild')}/verdict`],
  ['a film without captions', `${at('filmen')}/captions`, undefined, `error ${at('filmen')}/captions/sv`],
  [
    'captions in the other language only',
    `${at('filmen')}/captions/sv`,
    undefined,
    `error ${at('filmen')}/captions/sv`,
  ],
  [
    'captions not translated',
    `${at('filmen')}/captions/en`,
    undefined,
    `warning ${at('filmen')}/captions/en`,
  ],
  ['captions that are no file', `${at('filmen')}/captions/sv`, 'x.vtt', `error ${at('filmen')}/captions/sv`],
  [
    'a film that cannot be read',
    `${at('filmen')}/transcript`,
    undefined,
    `warning ${at('filmen')}/transcript`,
  ],
  [
    'one answer',
    `${at('fragan')}/options`,
    [{ id: 'x', text: { sv: 'Ja', en: 'Yes' }, right: true }],
    `error ${at('fragan')}/options`,
  ],
  ['no right answer', `${at('fragan')}/options/fragan-nej/right`, false, `error ${at('fragan')}/options`],
  ['no feedback', `${at('fragan')}/options/fragan-ja/feedback`, undefined, `warning ${at('fragan')}/options`],
  ['a quiz without questions', `${at('testet')}/questions`, [], `error ${at('testet')}/questions`],
  ['a quiz that nobody passes', `${at('testet')}/pass`, 2, `error ${at('testet')}/pass`],
  ['a term unexplained', `${at('begrepp')}/explanation`, undefined, `error ${at('begrepp')}/explanation`],
  ['a file without ending', `${at('mallen')}/name`, 'mall', `error ${at('mallen')}/name`],
  ['a link to nowhere', `${at('lanken')}/to`, undefined, `error ${at('lanken')}/to`],
  ['a link of unknown kind', `${at('lanken')}/to`, { kind: 'mail' }, `error ${at('lanken')}/to/kind`],
  [
    'a link to a step that is not there',
    `${at('lanken')}/to`,
    { kind: 'guide', work: 'system', step: 'andra-stegen' },
    `error ${at('lanken')}/to/step`,
  ],
  [
    'a script as link',
    `${at('lanken')}/to`,
    { kind: 'web', address: 'javascript:x' },
    `error ${at('lanken')}/to/address`,
  ],
  [
    'a link to a local fact that is none',
    `${at('lanken')}/to`,
    { kind: 'web', address: '{supporttelefon}' },
    `error ${at('lanken')}/to/address`,
  ],
  [
    'a page that is no address',
    `${at('lanken')}/to`,
    { kind: 'page', address: 'arbete' },
    `error ${at('lanken')}/to/address`,
  ],
  [
    'half a target',
    `${at('lanken')}/to`,
    { kind: 'field', work: 'skolskjuts' },
    `error ${at('lanken')}/to/field`,
  ],
  [
    'two targets in one',
    `${at('lanken')}/to`,
    { kind: 'service', work: 'a', step: 'b' },
    `warning ${at('lanken')}/to/step`,
  ],
  ['reuse of what is not there', `${at('igen')}/block`, 'aktas', `error ${at('igen')}/block`],
  ['reuse of itself', `${at('igen')}/block`, 'igen', `error ${at('igen')}/block`],
  ['a slot in a slot', `${at('hos-oss')}/blocks`, [slot({})], `error ${at('hos-oss')}/blocks/plats`],
  [
    'a required slot hidden',
    `${step}/blocks/-`,
    slot({ required: true, hidden: true }),
    `error ${at('plats')}`,
  ],
  ['a required slot in a hidden step', `${step}/hidden`, true, `error ${at('hos-oss')}`],
];

describe('a guide', () => {
  it('with every type of block, whole, has nothing wrong', () => {
    assert.deepEqual(validateGuide(everyGuide()), []);
    assert.deepEqual(new Set(everyBlock.map(({ type }) => type)), new Set(blockTypes));
  });

  for (const [name, path, value, expected] of faults) {
    it(`with ${name}: ${expected}`, () => {
      const issues = found(edited(path, value));
      assert.ok(issues.includes(expected), issues.join('\n'));
    });
  }

  it('tells everything at once, with what was meant', () => {
    const issues = validateGuide(edited(`${at('igen')}/block`, 'aktas'));
    const issue = issues.find(({ severity }) => severity === 'error');
    assert.equal(issue?.message.sv, '”aktas” finns inte i guiden. Menade du ”akta”?');
    assert.equal(issue?.message.en, 'There is no “aktas” in the guide. Did you mean “akta”?');
    assert.equal(validateGuide({ kind: 'guide' }).filter(({ severity }) => severity === 'error').length, 5);
  });

  it('fills in what a definition leaves out', () => {
    const read = readGuide(edited('readers', undefined));
    assert.ok(read.ok);
    assert.equal(read.value.readers, 'staff');
    assert.equal(read.value.sections[1]?.steps[0]?.minutes, null);
    assert.deepEqual(read.value.sections[1]?.steps[0]?.tasks, []);
  });

  it('is read once', () => {
    const definition = everyGuide();
    assert.equal(readGuide(definition), readGuide(definition));
  });

  it('that is any JSON is read or refused, never thrown at', () => {
    const paths = fc.constantFrom(...faults.map(([, path]) => path));
    fc.assert(
      fc.property(paths, fc.jsonValue(), (path, value) => {
        assert.doesNotThrow(() => validateGuide(edited(path, value)));
      }),
      { numRuns: 400 },
    );
    fc.assert(fc.property(fc.jsonValue(), (value) => assert.equal(readGuide(value).ok, false)));
  });
});
