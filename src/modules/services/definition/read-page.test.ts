import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import type { SubmittedForm } from './answers/names.ts';
import { bench, situation } from './fixtures/bench.ts';
import type { Answers, FileAnswer } from './model.ts';
import { readPage, readTypedPage } from './read-page.ts';
import type { ReadPage } from './read-page.ts';

const service = bench();
const before: Answers = { park: 'annan', vilken: 'X', avstand: 3 };

function read(
  page: string,
  form: SubmittedForm,
  files: Record<string, readonly FileAnswer[]> = {},
): ReadPage {
  return readPage({ service, page, form, files, answers: page === 'platsen' ? {} : before, situation });
}

function messages(result: ReadPage): readonly string[] {
  return result.ok ? [] : result.issues.map(({ input, message }) => `${input}: ${message.sv}`);
}

function file(name: string, type: string, size: number): FileAnswer {
  return { id: name, name, type, size, hash: 'h' };
}

const refusals: readonly (readonly [string, SubmittedForm, readonly string[]])[] = [
  ['platsen', {}, ['park: Välj ett svar på ”Vilken park?”.', 'avstand: Skriv avståndet.']],
  ['platsen', { park: 'annan', avstand: '3' }, ['vilken: Svara på ”Vilken?”.']],
  ['platsen', { park: 'x', avstand: '3' }, ['park: Välj bland svaren på ”Vilken park?”.']],
  [
    'platsen',
    { park: 'hamn', avstand: 'långt' },
    ['avstand: Skriv avståndet med siffror, till exempel 2,6.'],
  ],
  ['platsen', { park: 'hamn', avstand: '2,65' }, ['avstand: Skriv avståndet med högst en decimal.']],
  ['platsen', { park: 'hamn', avstand: '1.200' }, ['avstand: Skriv avståndet utan punkt: 1200 eller 1,200.']],
  ['platsen', { park: 'hamn', avstand: '-1' }, ['avstand: Avståndet ska vara minst 0\u00a0meter.']],
  ['platsen', { park: 'hamn', avstand: '301' }, ['avstand: Avståndet kan vara högst 300\u00a0meter.']],
  ['platsen', { park: 'hamn', avstand: '0,5' }, ['avstand: Så nära finns redan en bänk.']],
  [
    'platsen',
    { park: 'annan', vilken: 'å'.repeat(21), avstand: '3' },
    ['vilken: Texten i svaret på ”Vilken?” är 21 tecken. Korta den till högst 20.'],
  ],
  ['om-dig', { personnummer: '12' }, ['personnummer: Skriv personnumret med tolv siffror: ÅÅÅÅMMDD-NNNN.']],
  ['om-dig', { epost: 'namn' }, ['epost: Skriv hela e-postadressen, till exempel namn@exempel.se.']],
  ['om-dig', { telefon: '12' }, ['telefon: Skriv telefonnumret med riktnummer, till exempel 070-174 06 05.']],
  [
    'om-dig',
    { 'hem.street': 'Storgatan 1', 'hem.postalCode': '1' },
    [
      'hem.postalCode: Skriv postnumret med fem siffror, till exempel 871 31, i ”Adress”.',
      'hem.town: Skriv postorten i ”Adress”.',
    ],
  ],
  [
    'om-dig',
    { 'fran.day': '3', 'fran.year': '2027' },
    ['fran.month: Fyll i månaden också i ”Från vilken dag?”.'],
  ],
  [
    'om-dig',
    { fran: '2026-01-03' },
    ['fran: Den 3\u00a0januari 2026 har redan varit. Välj i dag eller en senare dag.'],
  ],
  [
    'om-dig',
    { 'fran.day': '30', 'fran.month': '2', 'fran.year': '2027' },
    ['fran: Den 30\u00a0februari 2027 finns inte. Kontrollera dag och månad.'],
  ],
  ['om-dig', { skal: ['vila', 'vanta', 'se'] }, ['skal: Välj högst 2 svar på ”Varför?”.']],
  [
    'om-dig',
    { berattelse: 'ett två tre fyra fem sex' },
    ['berattelse: Texten i ”Berätta” är 6 ord. Korta den till högst 5.'],
  ],
  [
    'grannar',
    { 'granne._rows': ['r1', 'r2'], 'granne.r1.alder': '9', 'granne.r2.grannens-namn': 'Bo' },
    ['granne.r1.grannens-namn: Granne 1: Skriv namnet.', 'granne.r1.malsman: Granne 1: Fyll i ”Målsman”.'],
  ],
  [
    'grannar',
    {
      'granne._rows': ['a', 'b', 'c', 'd'],
      ...Object.fromEntries(['a', 'b', 'c', 'd'].map((id) => [`granne.${id}.grannens-namn`, 'Bo'])),
    },
    ['granne: ”Grannar som vill” kan ha högst 3 rader. Ta bort de som är för många.'],
  ],
];

function strangeNames(page: string, sent: unknown) {
  const result = readTypedPage({ service, page, sent, files: {}, answers: {}, situation });
  assert.ok(!result.ok && result.issues.length > 0);
  return result.issues.map(({ field, input }) => [field, input]);
}

describe('a page that was sent', () => {
  for (const [page, form, expected] of refusals) {
    it(`${page} with ${JSON.stringify(form).slice(0, 60)} is refused: ${expected[0]}`, () => {
      assert.deepEqual(messages(read(page, form)), expected);
    });
  }

  it('that is right gives answers in the form that they are kept in', () => {
    assert.deepEqual(read('platsen', { park: 'annan', vilken: ' X\n Y ', avstand: '2,5 meter' }), {
      ok: true,
      answers: { park: 'annan', vilken: 'X Y', avstand: 2.5 },
    });
    const about = read('om-dig', {
      epost: ' namn@exempel.se ',
      'fran.day': '3',
      'fran.month': 'januari',
      'fran.year': '2027',
      'hem.street': 'Storgatan 1',
      'hem.postalCode': '87131',
      'hem.town': 'Härnösand',
      skal: 'vila',
      berattelse: 'rad ett\r\nrad två',
    });
    assert.deepEqual(about, {
      ok: true,
      answers: {
        personnummer: null,
        epost: 'namn@exempel.se',
        telefon: null,
        hem: { street: 'Storgatan 1', postalCode: '871 31', town: 'Härnösand' },
        fran: '2027-01-03',
        skal: ['vila'],
        berattelse: 'rad ett\nrad två',
        bilder: null,
      },
    });
  });

  it('keeps what was typed in its own inputs, and what could be read', () => {
    const result = read('platsen', { park: 'hamn', avstand: 'två', 'om-dig': 'x', csrf: 'y' });
    assert.ok(!result.ok);
    assert.deepEqual(result.typed, { park: 'hamn', avstand: 'två' });
    assert.deepEqual(result.answers, { park: 'hamn' });
    assert.deepEqual(messages(read('platsen', result.typed)), messages(result));
  });

  it('that brings forth more questions is shown again without reproach', () => {
    const result = read('platsen', { _shown: ['park', 'avstand'], park: 'annan', avstand: '3' });
    assert.ok(!result.ok);
    assert.deepEqual([result.issues, result.appeared], [[], ['vilken']]);
    const next = read('platsen', { _shown: ['park', 'vilken', 'avstand'], park: 'annan', avstand: '3' });
    assert.deepEqual(messages(next), ['vilken: Svara på ”Vilken?”.']);
  });

  it('drops rows that nothing was written in', () => {
    const result = read('grannar', { 'granne._rows': ['r1', 'r2'], 'granne.r2.grannens-namn': 'Bo' });
    assert.deepEqual(result, {
      ok: true,
      answers: { granne: [{ id: 'r2', answers: { 'grannens-namn': 'Bo' } }] },
    });
  });

  it('refuses files one by one and keeps the rest', () => {
    const files = [
      file('a.jpg', 'image/jpeg', 31_000_000),
      file('b.exe', 'application/x-msdownload', 5),
      file('c.png', 'image/png', 5),
    ];
    const result = read('om-dig', {}, { bilder: files });
    assert.ok(!result.ok);
    assert.deepEqual(
      result.issues.map(({ file: id, message }) => [id, message.sv]),
      [
        [
          'a.jpg',
          'Filen ”a.jpg” är 31 megabyte. Den får vara högst 20. Dela upp den eller ta ett nytt foto.',
        ],
        ['b.exe', 'Filen ”b.exe” går inte att ta emot. Bifoga jpg eller png.'],
      ],
    );
    assert.deepEqual(result.answers['bilder'], [files[2]]);
  });

  it('refuses the files that there is no room for, the last ones', () => {
    const files = ['a.png', 'b.exe', 'c.png', 'd.png'].map((name) =>
      file(name, name === 'b.exe' ? 'application/x-msdownload' : 'image/png', 5),
    );
    const result = read('om-dig', {}, { bilder: files });
    assert.ok(!result.ok);
    assert.deepEqual(
      result.issues.map(({ file: id, message }) => [id, message.sv]),
      [
        ['b.exe', 'Filen ”b.exe” går inte att ta emot. Bifoga jpg eller png.'],
        ['d.png', '”d.png” får inte plats vid ”Bilder”. Där går det att bifoga högst 2 filer.'],
      ],
    );
    assert.deepEqual(result.answers['bilder'], [files[0], files[2]]);
  });

  it('may come as JSON', () => {
    const sent = { park: 'annan', vilken: 'X', avstand: 2.5 };
    assert.deepEqual(readTypedPage({ service, page: 'platsen', sent, files: {}, answers: {}, situation }), {
      ok: true,
      answers: sent,
    });
  });

  it('as JSON with strange names or forms is told where they are', () => {
    assert.deepEqual(strangeNames('platsen', { park: {} }), [['park', 'park']]);
    assert.deepEqual(strangeNames('platsen', { park: 'annan', okand: 'x', constructor: 1 }), [
      ['okand', 'okand'],
      ['constructor', 'constructor'],
    ]);
    assert.deepEqual(strangeNames('platsen', ['park']), [['', '']]);
  });

  it('of another service is a fault', () => {
    assert.throws(() => read('borta', {}));
  });

  it('is read or refused whatever it holds, the same way twice', () => {
    const names = service.pages.flatMap((page) => page.fields.map(({ id }) => id));
    const name = fc.oneof(
      fc.constantFrom(
        ...names,
        '_shown',
        'granne._rows',
        'hem.town',
        'fran.day',
        'granne.r1.alder',
        '__proto__',
        'constructor',
      ),
      fc.string(),
    );
    const value = fc.oneof(
      fc.string(),
      fc.array(fc.string(), { maxLength: 3 }),
      fc.constantFrom('r1', 'hamn', 'annan', '3'),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...service.pages.map(({ id }) => id)),
        fc.dictionary(name, value),
        (page, form) => {
          const result = read(page, form);
          if (result.ok) return;
          assert.deepEqual(messages(read(page, result.typed)), messages(result));
        },
      ),
      { numRuns: 500 },
    );
  });
});
