import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { FieldId } from '../model/fields.ts';
import { readCell, type Names } from './cells.ts';
import { mustAsk, readColumns, withProduct, type Known } from './columns.ts';
import { readDay } from './days.ts';
import { detectFormat, headsOf, translate } from './from/format.ts';
import { readSheets } from './read.ts';

const noNames: Names = { nameOf: () => null, idOf: () => null };

suite('days as they are written', () => {
  const days: readonly (readonly [string, string | null])[] = [
    ['2027-12-31', '2027-12-31'],
    ['20271231', '2027-12-31'],
    ['2027-12-31 00:00:00', '2027-12-31'],
    ['31/12 2027', '2027-12-31'],
    ['31/12-27', '2027-12-31'],
    ['31.12.2027', '2027-12-31'],
    ['31 dec 2027', '2027-12-31'],
    ['den 1 Maj 2027', '2027-05-01'],
    ['1 oktober 2027', '2027-10-01'],
    ['3/4/2027', '2027-04-03'],
    ['12/31/2027', '2027-12-31'],
    ['46387', '2026-12-31'],
    ['2027-02-30', null],
    ['2027', null],
    ['dec 2027', null],
    ['tills vidare', null],
  ];
  for (const [written, day] of days) test(written, () => assert.equal(readDay(written), day));
});

suite('cells as they are written', () => {
  const cells: readonly (readonly [FieldId, string, unknown])[] = [
    ['price', '120 000 kr', 120_000],
    ['price', '1.250.000', 1_250_000],
    ['price', '1,5 mkr', 1_500_000],
    ['price', '350 tkr', 350_000],
    ['price', '45 000,00', 45_000],
    ['price', '45000:-', 45_000],
    ['price', '12,5', 'no-number'],
    ['price', 'ungefär hälften', 'no-number'],
    ['noticeMonths', '6 mån', 6],
    ['noticeMonths', '1 år', 12],
    ['confidentiality', 'K3', 3],
    ['satisfaction', '4/5', 4],
    ['satisfaction', '7', 'out-of-range'],
    ['users', 'ca 120', '50-199'],
    ['users', '1 200 st', '1000-4999'],
    ['users', '50–199', '50-199'],
    ['users', '9000', '5000-'],
    ['users', 'många', 'no-option'],
    ['status', 'I drift', 'in-use'],
    ['status', 'used', 'no-option'],
    ['personalData', 'Ja', 'ordinary'],
    ['usesAi', 'x', 'yes'],
    ['hosting', 'SaaS', 'supplier'],
    ['legalBasis', 'Avtal; myndighetsutövning', ['contract', 'public-interest']],
    ['dataSubjects', 'elever, vårdnadshavare', ['elever', 'vårdnadshavare']],
    ['contactEmail', 'it@bjurholm', 'no-email'],
    ['components', 'något okänt', 'unknown-name'],
    ['contractEnds', 'tills vidare', null],
    ['owner', '–', null],
    ['owner', '#REF!', 'formula-error'],
    ['owner', 'Okänt', 'Okänt'],
  ];
  for (const [id, written, expected] of cells) {
    test(`${id} of ${written}`, () => {
      const read = readCell(id, written, noNames);
      const got = read.kind === 'value' ? read.value : read.kind === 'fault' ? read.fault.kind : null;
      assert.deepEqual(got, expected);
    });
  }
});

const products = new Set(['Treserva', 'ByggR', 'Unikum']);
const known: Known = { isProduct: (text) => products.has(text), remembered: new Map() };

function columnsOf(lines: readonly string[], more: Partial<Known> = {}) {
  const read = readSheets({ bytes: new TextEncoder().encode(lines.join('\n')), name: '' });
  assert.ok(read.ok);
  const [sheet] = read.sheets;
  assert.ok(sheet);
  return withProduct(readColumns(sheet, { ...known, ...more }));
}

const targetsOf = (lines: readonly string[], more: Partial<Known> = {}) =>
  columnsOf(lines, more).columns.map(({ target, doubtful }) => (doubtful ? `${target}?` : target));

suite('columns', () => {
  const cases: readonly (readonly [name: string, lines: readonly string[], targets: readonly (string | null)[]])[] = [
    ['names alone', ['Treserva', 'Något annat', 'ByggR'], ['product']],
    ['names below a head', ['System', 'Något', 'Annat'], ['product']],
    ['titles above the head', ['Förteckning 2026;;', ';;', 'Systemnamn;Ägare;E-post', 'A;B;c@d.se'], ['product', 'owner', 'contactEmail']],
    ['product and one’s own name', ['Produkt;System', 'Treserva;Omsorgen'], ['product', 'localName']],
    ['English', ['Application;Vendor;Owner;Contract end date', 'A;B;C;2027-01-01'], ['product', 'supplier', 'owner', 'contractEnds']],
    ['what only hints is doubtful', ['System;Avtalstid', 'A;2027-01-01'], ['product', 'contractEnds?']],
    ['days below a head that says nothing', ['System;Klart', 'A;2027-01-01', 'B;2028-01-01'], ['product', 'contractEnds?']],
    ['what nobody knows is left out', ['System;Färg', 'A;blå'], ['product', null]],
    ['brackets are no part of a head', ['System (namn);Pris (kr/år)', 'A;5'], ['product', 'price']],
    ['of two alike the first is taken', ['System;Kontakt;Kontaktperson', 'A;B;C'], ['product', null, 'contact']],
    ['no head, but systems', ['Treserva;Socialchefen', 'ByggR;Byggchefen'], ['product', null]],
  ]; // prettier-ignore
  for (const [name, lines, targets] of cases) test(name, () => assert.deepEqual(targetsOf(lines), targets));

  test('what has been answered before is not asked again', () => {
    const remembered = new Map([['avtalstid', 'until' as const]]);
    assert.deepEqual(targetsOf(['System;Avtalstid', 'A;2027-01-01'], { remembered }), ['product', 'until']);
  });

  test('without a column that says which system it is, there is a question', () => {
    assert.ok(mustAsk(columnsOf(['Ägare;Pris per år', 'A;5'])));
    assert.ok(!mustAsk(columnsOf(['System;Pris per år', 'A;5'])));
  });
});

suite('sheets of other registers', () => {
  const kitos = [
    'IT systemnavn;Livscyklus;Antal brugere;KLE ID;Sidst redigeret',
    'Opus;I drift;<10;83;i går',
    'Acadre;;50-100;;',
  ];
  const dutch = ['Leverancier Naam;Pakket Naam;Pakketversie Naam;Gebruik status;Gebruik datum;Extern pakket', 'Centric;Key2;5.1;Uit te faseren;01-02-2024;nee']; // prettier-ignore

  const cases = [
    ['OS2KITOS', kitos, { product: 'Opus', status: 'Används', users: '1–9' }, ['other-taxonomy', 'about-the-record']],
    ['GEMMA Softwarecatalogus', dutch, { product: 'Key2', supplier: 'Centric', version: '5.1', status: 'Avvecklas', from: '01-02-2024' }, ['about-the-record']],
  ] as const; // prettier-ignore
  for (const [name, lines, said, lost] of cases) {
    test(`${name} is known by its heads; what has no place is told`, () => {
      const format = detectFormat((lines[0] ?? '').split(';'));
      assert.ok(format);
      assert.equal(format.name, name);
      const { columns, rows, loss } = translate(format, columnsOf(lines, { format: headsOf(format) }));
      for (const [target, cell] of Object.entries(said)) {
        const column = columns.find((one) => one.target === target);
        assert.ok(column, target);
        assert.equal(rows[0]?.cells[column.at], cell);
      }
      assert.deepEqual(
        loss.left.map(({ why }) => why),
        lost,
      );
      assert.ok(loss.translated.length > 0);
    });
  }

  test('a sheet with a head or two like theirs is none of theirs', () => {
    assert.equal(detectFormat(['Version', 'Leverantör', 'System']), null);
  });
});

suite('encodings and separators', () => {
  const text = 'System;Ägare\nÅhléns;"Ö;ö"\n';
  const bytes: readonly (readonly [string, Uint8Array])[] = [
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])],
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le')],
    [
      'UTF-16, the other way',
      Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le').swap16()]),
    ],
    ['Windows-1252', Buffer.from(text, 'latin1')],
    ['commas', Buffer.from('System,Ägare\nÅhléns,"Ö;ö"\n')],
    ['tabs', Buffer.from('System\tÄgare\nÅhléns\tÖ;ö\n')],
    ['a line that says what parts', Buffer.from('sep=|\nSystem|Ägare\nÅhléns|Ö;ö\n')],
  ];
  for (const [name, given] of bytes) {
    test(name, () => {
      const read = readSheets({ bytes: given, name: '' });
      assert.ok(read.ok);
      const cells = read.sheets[0]?.rows.map((row) => row.cells);
      assert.deepEqual(cells, [['System', 'Ägare'], ['Åhléns', 'Ö;ö']]); // prettier-ignore
    });
  }
});
