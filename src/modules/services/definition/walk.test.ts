import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { bench, settings, situation } from './fixtures/bench.ts';
import { fillDecision, processFor } from './fill.ts';
import type { Answers } from './model.ts';
import { freezeAnswers, presentAnswers } from './present.ts';
import { rawPage, readPage } from './read-page.ts';
import { runExamples } from './run-examples.ts';
import { pageAfter, pageBefore, pageOf, walk } from './walk.ts';
import type { Way } from './walk.ts';

const service = bench();

function states(way: Way): readonly string[] {
  return way.pages.map(({ page, state }) => `${page.id} ${state}`);
}

const ways: readonly (readonly [string, Answers, readonly string[]])[] = [
  ['nothing', {}, ['platsen open', 'om-dig ahead', 'grannar ahead', 'kontrollera ahead']],
  [
    'the harbour chosen',
    { park: 'hamn' },
    ['platsen open', 'hamnen ahead', 'om-dig ahead', 'grannar ahead', 'kontrollera ahead'],
  ],
  [
    'the first page',
    { park: 'hamn', avstand: 20 },
    ['platsen done', 'hamnen open', 'om-dig ahead', 'grannar ahead', 'kontrollera ahead'],
  ],
  [
    'everything needed',
    { park: 'hamn', avstand: 20, kaj: false },
    ['platsen done', 'hamnen done', 'om-dig done', 'grannar done', 'kontrollera open'],
  ],
  [
    'too far by the parameter',
    { park: 'annan', vilken: 'X', avstand: 301 },
    ['platsen wrong', 'om-dig ahead', 'grannar ahead', 'kontrollera ahead'],
  ],
  [
    'what the check refuses',
    { park: 'hamn', avstand: 0.5, kaj: true },
    ['platsen wrong', 'hamnen done', 'om-dig ahead', 'grannar ahead', 'kontrollera ahead'],
  ],
  [
    'a row that lacks something',
    { park: 'annan', vilken: 'X', avstand: 3, granne: [{ id: 'r', answers: { alder: 9 } }] },
    ['platsen done', 'om-dig done', 'grannar open', 'kontrollera ahead'],
  ],
];

describe('walking with', () => {
  for (const [name, answers, expected] of ways) {
    it(name, () => assert.deepEqual(states(walk(service, answers, situation)), expected));
  }

  it('answers that are not asked for counts none of them', () => {
    const way = walk(service, { park: 'hamn', vilken: 'kvar', kaj: true, avstand: 3, okand: 'x' }, situation);
    assert.deepEqual(way.answers, { park: 'hamn', avstand: 3, kaj: true });
    const elsewhere = walk(service, { park: 'annan', vilken: 'kvar', kaj: true, avstand: 3 }, situation);
    assert.deepEqual(elsewhere.answers, { park: 'annan', vilken: 'kvar', avstand: 3 });
  });

  it('conditions in and on rows asks what they say', () => {
    const rows = [
      { id: 'a', answers: { 'grannens-namn': 'Anna', alder: 40 } },
      { id: 'b', answers: { 'grannens-namn': 'Bo', alder: 9 } },
    ];
    const asked = pageOf(
      walk(service, { park: 'annan', vilken: 'X', avstand: 3, granne: rows }, situation),
      'grannar',
    );
    assert.deepEqual(
      asked?.fields[0]?.rows.map((row) => row.fields.map(({ input }) => input)),
      [
        ['granne.a.grannens-namn', 'granne.a.alder'],
        ['granne.b.grannens-namn', 'granne.b.alder', 'granne.b.malsman'],
      ],
    );
    assert.deepEqual(
      asked?.issues.map(({ message }) => message.sv),
      ['Granne 2: Fyll i ”Målsman”.'],
    );
    assert.ok(asked?.fields.some(({ field }) => field.id === 'fest'));
  });

  it('empty rows counts none of them and shows one to fill in', () => {
    const way = walk(
      service,
      { park: 'annan', vilken: 'X', avstand: 3, granne: [{ id: 'a', answers: {} }] },
      situation,
    );
    assert.equal(way.complete, true);
    assert.equal(way.answers['granne'], undefined);
    assert.equal(pageOf(way, 'grannar')?.fields[0]?.rows.length, 1);
  });

  it('knows what comes before and after', () => {
    const way = walk(service, { park: 'annan' }, situation);
    assert.equal(pageAfter(way, 'platsen')?.page.id, 'om-dig');
    assert.equal(pageBefore(way, 'om-dig')?.page.id, 'platsen');
    assert.equal(pageBefore(way, 'platsen'), undefined);
    assert.equal(pageAfter(way, 'kontrollera'), undefined);
    assert.equal(pageAfter(way, 'hamnen'), undefined);
  });
});

const answersOfAnyKind: fc.Arbitrary<Answers> = fc.record(
  {
    park: fc.constantFrom('hamn', 'annan', 'borta'),
    vilken: fc
      .string()
      .map((text) => text.trim())
      .filter((text) => text !== ''),
    avstand: fc.double({ min: 0, max: 300, noNaN: true }).map((value) => Math.round(value * 10) / 10 + 0),
    kaj: fc.boolean(),
    epost: fc.constantFrom('namn@exempel.se', 'fel'),
    fran: fc.constantFrom('2026-11-22', '2027-02-28', '2020-01-01'),
    skal: fc.subarray(['vila', 'vanta', 'se']),
    berattelse: fc.lorem({ maxCount: 4 }),
    granne: fc.array(
      fc.record({
        id: fc.uuid(),
        answers: fc.record(
          { 'grannens-namn': fc.constantFrom('Anna', 'Bo'), alder: fc.integer({ min: 0, max: 99 }) },
          { requiredKeys: [] },
        ),
      }),
      { maxLength: 4 },
    ),
  },
  { requiredKeys: [] },
);

describe('any answers', () => {
  it('lead to the same place when only those that count are kept', () => {
    fc.assert(
      fc.property(answersOfAnyKind, (answers) => {
        const way = walk(service, answers, situation);
        const again = walk(service, way.answers, situation);
        assert.deepEqual(states(again), states(way));
        assert.deepEqual(again.answers, way.answers);
      }),
    );
  });

  it('that are right come back from the form that shows them', () => {
    fc.assert(
      fc.property(answersOfAnyKind, fc.constantFrom('sv', 'en'), (answers, language) => {
        const way = walk(service, answers, situation);
        for (const { page, state, fields } of way.pages) {
          if (state !== 'done') continue;
          const read = readPage({
            service,
            page: page.id,
            form: rawPage(page, way.answers, language),
            files: {},
            answers: way.answers,
            situation,
          });
          assert.ok(read.ok, JSON.stringify(read));
          const found = Object.fromEntries(
            Object.entries(read.answers).filter(([, value]) => value !== null),
          );
          const expected = fields.flatMap(({ field, value }) =>
            value === undefined || value === null || (Array.isArray(value) && value.length === 0)
              ? []
              : [[field.id, value] as const],
          );
          assert.deepEqual(found, Object.fromEntries(expected));
        }
      }),
    );
  });

  it('can be presented', () => {
    fc.assert(
      fc.property(answersOfAnyKind, (answers) => {
        for (const section of presentAnswers(service, answers, { language: 'sv', situation })) {
          assert.ok(section.rows.every(({ label, value }) => label !== '' && value !== ''));
        }
      }),
    );
  });
});

describe('presenting', () => {
  it('says what was answered, in words, with the rows of groups after their page', () => {
    const answers: Answers = {
      park: 'hamn',
      avstand: 2.5,
      kaj: true,
      personnummer: '201701312384',
      hem: { street: 'Storgatan 1', postalCode: '871 31', town: 'Härnösand' },
      fran: '2027-01-03',
      skal: ['vila', 'se'],
      bilder: [{ id: 'f1', name: 'bänk.jpg', type: 'image/jpeg', size: 3, hash: 'x' }],
      granne: [{ id: 'r1', answers: { 'grannens-namn': 'Anna' } }],
    };
    const sections = presentAnswers(service, answers, { language: 'sv', situation });
    assert.deepEqual(
      sections.map(({ id, title }) => [id, title]),
      [
        ['platsen', 'Platsen'],
        ['hamnen', 'Hamnen'],
        ['om-dig', 'Om dig'],
        ['r1', 'Granne 1'],
      ],
    );
    const rows = new Map(sections.flatMap((section) => section.rows).map((row) => [row.id, row]));
    const value = (id: string): string | undefined => rows.get(id)?.value;
    assert.equal(value('park'), 'Hamnparken');
    assert.equal(value('avstand'), '2,5\u00a0meter');
    assert.equal(rows.get('avstand')?.label, 'Hur långt är det dit, högst 300 meter?');
    assert.equal(value('kaj'), 'Ja');
    assert.equal(value('personnummer'), '20170131-2384');
    assert.equal(value('hem'), 'Storgatan 1\n871 31 Härnösand');
    assert.equal(value('fran'), '3\u00a0januari 2027');
    assert.equal(value('skal'), 'Vila\nSe');
    assert.deepEqual([value('bilder'), rows.get('bilder')?.attachments], ['bänk.jpg', ['f1']]);
    assert.equal(value('epost'), 'Inget svar');
    assert.equal(value('granne.r1.grannens-namn'), 'Anna');
    const english = presentAnswers(service, answers, { language: 'en', situation });
    assert.equal(english[0]?.rows[1]?.value, '2.5\u00a0metres');

    const frozen = freezeAnswers(service, answers, situation);
    const kept = new Map(frozen.flatMap((section) => section.rows).map((row) => [row.id, row]));
    assert.deepEqual(kept.get('avstand')?.value, { sv: '2,5\u00a0meter', en: '2.5\u00a0metres' });
    assert.deepEqual(kept.get('kaj')?.value, { sv: 'Ja', en: 'Yes' });
    assert.equal(kept.get('granne.r1.grannens-namn')?.value, 'Anna', 'what was written has no language');
    for (const [language, shown] of [
      ['sv', sections],
      ['en', english],
    ] as const) {
      const read = frozen.map(({ id, title, rows: own }) => ({
        id,
        title: title[language],
        rows: own.map((row) => ({
          ...row,
          label: row.label[language],
          value: typeof row.value === 'string' ? row.value : row.value[language],
        })),
      }));
      assert.deepEqual(read, shown, `frozen, it reads as it was shown in ${language}`);
    }
  });

  it('fills in decisions and time limits', () => {
    assert.equal(
      fillDecision(service, 'ja', { settings, language: 'sv' }),
      'Parknämnden ställer dit en bänk.',
    );
    assert.throws(() => fillDecision(service, 'nej', { settings, language: 'sv' }));
    assert.deepEqual(
      processFor(service, settings).states.map(({ kind, timeLimit }) => [kind, timeLimit]),
      [
        ['received', null],
        ['working', 60],
        ['decided', null],
      ],
    );
  });
});

describe('samples', () => {
  it('are run with the organisation’s values', () => {
    const results = runExamples(service, { settings: { langst: 300 } });
    assert.deepEqual(
      results.map(({ id, ok }) => [id, ok]),
      [
        ['vid-hamnen', true],
        ['for-langt', true],
        ['fel-vag', false],
      ],
    );
    assert.deepEqual(
      results[2]?.differences.map(({ sv }) => sv),
      [
        'Exemplet svarar på ”borta”, som inte finns.',
        'Vägen blir platsen, om-dig, grannar, kontrollera, inte platsen, hamnen.',
      ],
    );
    const nearer = runExamples(service, { settings: { langst: 10 } });
    assert.equal(nearer[0]?.ok, false);
  });
});
