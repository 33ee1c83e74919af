import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { diff, hash, merge, normalise } from '../../../kernel/index.ts';
import type { Definition } from '../../../kernel/index.ts';
import { eServiceRules, walk } from '../definition/index.ts';
import type { Field } from '../definition/index.ts';
import { asForm, assertSamePaths, imported, load, service } from './fixtures/runner.ts';
import type { Json, SourceForm } from './fixtures/runner.ts';

const fixtures = import.meta.dirname;
const today = '2026-11-22';

function informationIn(field: Field | undefined): string {
  return field?.type === 'information' ? (field.text?.['en'] ?? '') : '';
}

describe('importing a form with every component', () => {
  const source = load(join(fixtures, 'fixtures/every-component.json'));
  const { definition, losses } = imported(source);
  const read = service(definition);
  const fields = new Map(
    read.pages
      .flatMap((page) =>
        page.fields.flatMap((field) => [field, ...(field.type === 'group' ? field.fields : [])]),
      )
      .map((field) => [field.id, field]),
  );

  const expected: readonly (readonly [string, Field['type']])[] = [
    ['intro', 'information'],
    ['/before-you-begin/html', 'information'],
    ['more', 'information'],
    ['inset', 'information'],
    ['parkList', 'information'],
    ['whichPark', 'choice'],
    ['howMany', 'number'],
    ['quay', 'choice'],
    ['shore', 'choice'],
    ['lost', 'unsupported'],
    ['/elsewhere/sorry', 'information'],
    ['why', 'choices'],
    ['note', 'short-text'],
    ['reasonText', 'long-text'],
    ['freeText', 'long-text'],
    ['firstDay', 'date'],
    ['lastDay', 'date'],
    ['month', 'short-text'],
    ['hour', 'short-text'],
    ['moment', 'short-text'],
    ['/who/name', 'short-text'],
    ['email', 'email'],
    ['phone', 'phone'],
    ['home', 'address'],
    ['site', 'short-text'],
    ['photoExists', 'yes-no'],
    ['photo', 'file'],
    ['drawing', 'file'],
    ['/photo/name', 'short-text'],
    ['cards', 'information'],
    ['warning', 'information'],
    ['hologram', 'unsupported'],
    ['neighbours', 'group'],
    ['neighbourName', 'short-text'],
    ['neighbourPark', 'choice'],
    ['/neighbours/sorry', 'short-text'],
  ];
  for (const [id, type] of expected) {
    it(`makes ${id} ${type}`, () => assert.equal(fields.get(id)?.type, type));
  }

  it('gives pages the ways that lead to them as conditions', () => {
    assert.deepEqual(
      read.pages.map((page) => [page.id, page.showIf?.text ?? null]),
      [
        ['/before-you-begin', null],
        ['/which-park', null],
        ['/elsewhere', 'whichPark = "whichPark.another-place"'],
        ['/harbour', 'whichPark = "whichPark.harbour"'],
        ['/why', 'whichPark != "whichPark.another-place"'],
        ['/more-reasons', 'list contains(why, "why.else")'],
        [
          '/room',
          'whichPark != "whichPark.another-place" and (howMany >= 10 or list contains(why, "why.far") and whichPark = "whichPark.harbour") and not(list contains(why, "why.else"))',
        ],
        ['/who', 'whichPark != "whichPark.another-place"'],
        ['/photo', 'photoExists = true'],
        ['/neighbours', 'whichPark != "whichPark.another-place"'],
        ['/lonely', 'false'],
        ['/island', null],
        ['/check', null],
      ],
    );
    assert.equal(read.pages.find(({ id }) => id === '/island')?.hidden, true);
  });

  it('leads through the same pages as the source, whatever is answered', () => {
    assertSamePaths(asForm(source), read, 300);
  });

  it('stops where the source ends before the check', () => {
    const way = walk(read, { whichPark: 'whichPark.another-place', howMany: 3 }, { settings: {}, today });
    assert.equal(way.pages.find(({ page }) => page.id === '/elsewhere')?.state, 'wrong');
    assert.equal(way.complete, false);
  });

  it('turns markup into markdown, and titles into plain text', () => {
    assert.equal(
      informationIn(fields.get('intro')),
      'You **need**:\n\n- a place\n- a [reason](https://example.com/why)',
    );
    assert.equal(
      informationIn(fields.get('/before-you-begin/html')),
      '## Good to know\n\nAnswers {{stay} here.',
    );
    assert.equal(informationIn(fields.get('more')), '**More about benches**\n\nThey are *green*.');
    assert.equal(read.pages.at(-1)?.title['en'], 'Check your answers');
    assert.equal(read.pages.at(-1)?.text?.['en'], 'Read it *twice*.');
  });

  it('keeps rules on answers', () => {
    const why = fields.get('reasonText');
    assert.equal(why?.type === 'long-text' ? why.maxWords : null, 250);
    const many = fields.get('howMany');
    assert.deepEqual(many?.type === 'number' ? [many.min, many.max, many.decimals, many.unit] : null, [
      1,
      400,
      0,
      { en: 'people' },
    ]);
    const photo = fields.get('photo');
    assert.deepEqual(photo?.type === 'file' ? [photo.accept, photo.maxFiles, photo.maxMegabytes] : null, [
      ['jpg', 'png'],
      3,
      10,
    ]);
    const rows = fields.get('neighbours');
    assert.deepEqual(rows?.type === 'group' ? [rows.min, rows.max] : null, [0, 4]);
  });

  it('keeps what it does not know, whole', () => {
    const hologram = fields.get('hologram');
    assert.deepEqual(hologram?.type === 'unsupported' ? hologram.source : null, {
      type: 'HologramField',
      name: 'hologram',
      title: 'A hologram',
      depth: 3,
      options: {},
      schema: {},
    });
  });

  it('reports every loss with its place', () => {
    const said = losses.map(({ path, what }) => `${path}: ${what}`);
    const parts = [
      ': where answers are sent',
      'pages/~1photo/fields/hologram: component of type HologramField',
      'pages/~1photo/fields/photo: files of the type application/msword',
      'pages/~1photo/fields/drawing: maxFilesize: 50',
      'pages/~1why/fields/note: rule regex: "^[a-z]+$"',
      'pages/~1why/fields/why: condition on the option Something else',
      'pages/~1photo: the way to /nowhere, which leads nowhere',
      'pages/~1photo: the way to /which-park, which leads back',
      'pages/~1neighbours: condition on a time that moves with the day on the way to /lonely',
      'pages/~1island: a page that no way leads to',
      'pages/~1elsewhere: the end of the way',
      'pages/~1harbour/fields/lost: list gone that is missing or empty',
    ];
    for (const part of parts) assert.ok(said.includes(part), `${part}\n${said.join('\n')}`);
    assert.ok(losses.every(({ kept }) => kept !== ''));
  });

  it('gives the same definition every time, whatever the file is called', () => {
    const again = imported(load(join(fixtures, 'fixtures/every-component.json')), 'another-name.json');
    assert.equal(hash(again.definition, eServiceRules), hash(definition, eServiceRules));
    assert.deepEqual(normalise(definition, eServiceRules), definition);
  });
});

describe('two versions of an imported form', () => {
  const source = load(join(fixtures, 'fixtures/every-component.json'));
  const edit = (change: (form: SourceForm & Json) => void): Definition => {
    const copy: SourceForm & Json = JSON.parse(JSON.stringify(source));
    change(copy);
    return imported(copy, 'round-2.json').definition;
  };
  const base = imported(source, 'round-1.json').definition;
  const theirs = edit((form) => {
    const page = form.pages.find(({ path }) => path === '/which-park');
    const [first] = page?.components ?? [];
    Object.assign(first ?? {}, { title: 'Which of our parks?' });
    form.lists[0]?.items.push({ text: 'The new park', value: 'new' });
  });
  const ours = edit((form) => {
    const page = form.pages.find(({ path }) => path === '/who');
    Object.assign(page ?? {}, { title: 'Who asks?' });
  });

  it('differ only where they were changed', () => {
    assert.deepEqual(
      diff(base, theirs, eServiceRules)
        .map(({ change, path }) => `${change} ${path}`)
        .toSorted((a, b) => a.localeCompare(b, 'en')),
      [
        'added pages/~1harbour/fields/quay/options/quay.new',
        'added pages/~1harbour/fields/shore/options/shore.new',
        'added pages/~1neighbours/fields/neighbours/fields/neighbourPark/options/neighbourPark.new',
        'added pages/~1which-park/fields/whichPark/options/whichPark.new',
        'changed pages/~1before-you-begin/fields/parkList/text/en',
        'changed pages/~1photo/fields/cards/text/en',
        'changed pages/~1which-park/fields/whichPark/label/en',
      ],
    );
  });

  it('merge to a service that reads', () => {
    const result = merge({ base, ours, theirs, rules: eServiceRules });
    assert.ok(result.clean, JSON.stringify(result.conflicts));
    const merged = service(result.merged);
    assert.equal(merged.pages.find(({ id }) => id === '/who')?.title['en'], 'Who asks?');
  });
});
