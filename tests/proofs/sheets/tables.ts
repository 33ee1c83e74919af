import { pick, whole, type Random } from '../random.ts';
import { cell, table } from './cells.ts';

/* Tables as text: in any encoding, parted by anything, with cells that would run. */

const quoted = (text: string): string =>
  /["\r\n;,\t|]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

function lines(random: Random): string {
  const separator = pick(random, [';', ',', '\t', '|', ';']);
  const broken = random() < 0.2;
  const text = table(random)
    .map((cells) => cells.map((one) => (broken ? one : quoted(one))).join(separator))
    .join(pick(random, ['\n', '\r\n', '\r', '\n\n']));
  return `${pick(random, ['', '', '\uFEFF', `sep=${separator}\n`, 'Titel\n\n'])}${text}`;
}

function bytesOf(random: Random, text: string): Buffer {
  switch (whole(random, 7)) {
    case 0:
      return Buffer.from(text, 'utf16le');
    case 1:
      return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
    case 2:
      return Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le').swap16()]);
    case 3:
      return Buffer.from(text, 'latin1');
    case 4:
      // Half a letter at the end, and bytes that are none.
      return Buffer.concat([Buffer.from(text), Buffer.from([0xc3, 0xff, 0xed, 0xa0, 0x80])]);
    case 5:
      return Buffer.from([...Buffer.from(text)].flatMap((byte) => (byte === 0x0a ? [byte, 0] : [byte])));
    default:
      return Buffer.from(text);
  }
}

/** More of something than anybody writes. */
function huge(random: Random): string {
  return pick(random, [
    () => Array.from({ length: 1000 }, () => 'a').join(';'),
    () => 'System\n'.repeat(110_000),
    () => `System\n"${'x'.repeat(500_000)}`,
    () => '"'.repeat(200_001),
    () => '"\n'.repeat(50_001),
    () => ';'.repeat(300_000),
    () => '\n'.repeat(300_000),
    () => `System;Ägare\n${`${cell(random)};b\n`.repeat(3000)}`,
  ])();
}

const disguised: readonly string[] = [
  '%PDF-1.7\n1 0 obj',
  '<html><table><tr><td>=1+1</td></tr></table></html>',
  '<?xml version="1.0"?><Workbook/>',
  String.raw`{\rtf1 System}`,
  'ID;PWXL;N;E\nC;Y1;X1;E1+1',
  '\u0000\u0001\u0002',
  '',
  'PK',
  'PK\u0003\u0004',
  'PK\u0005\u0006',
];

/** One hostile table, drawn. */
export function hostileTable(random: Random): Buffer {
  const choice = random();
  if (choice < 0.08) return Buffer.from(pick(random, disguised), 'latin1');
  if (choice < 0.12) return Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  if (choice < 0.16) return bytesOf(random, huge(random));
  if (choice < 0.2) return Buffer.from(Array.from({ length: whole(random, 4000) }, () => whole(random, 256)));
  return bytesOf(random, lines(random));
}
