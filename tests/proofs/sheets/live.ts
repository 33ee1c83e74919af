import { unzip } from '../../../src/platform/zip/index.ts';

/* What a program for sheets would run of a file, found without the code that wrote it. */

/** Excel and LibreOffice begin a formula at these; the wide ones too, where the language is Japanese. */
const formula = /^\s*[=+\-@＝＋－＠]|^[\t\r]/u;

/** Cells of a CSV that would be formulas. Row by row as RFC 4180 has it, with semicolons. */
export function liveInCsv(bytes: Uint8Array): readonly string[] {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  const cells = text.match(/(?<=^|;|\r\n)(?:"(?:[^"]|"")*"|[^;"\r\n]*)/gu) ?? [];
  return cells
    .map((cell) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell))
    .filter((cell) => formula.test(cell));
}

const everything = { wanted: () => true, most: 500_000_000, mostInAll: 900_000_000, mostEntries: 1000 };

/** What a workbook would reckon, run or fetch. */
export function liveInXlsx(bytes: Uint8Array): readonly string[] {
  const unpacked = unzip(bytes, everything);
  if (!unpacked.ok) return [`the workbook is ${unpacked.failure}`];
  return unpacked.entries.flatMap(({ name, bytes: part }) => {
    const text = part.toString('utf8');
    return [
      ...(/<(?:\w+:)?f[\s>/]/u.test(text) ? [`${name} holds a formula`] : []),
      ...(/ddeLink|TargetMode="External"|<hyperlink/iu.test(text) ? [`${name} leads out`] : []),
      ...(/vba|macro|externalLink|embeddings|connections/iu.test(name) ? [`${name} runs`] : []),
    ];
  });
}

/** What a sheet of OpenDocument would reckon, run or fetch (OASIS OpenDocument 1.3, part 3). */
export function liveInOds(bytes: Uint8Array): readonly string[] {
  const unpacked = unzip(bytes, everything);
  if (!unpacked.ok) return [`the workbook is ${unpacked.failure}`];
  return unpacked.entries.flatMap(({ name, bytes: part }) => {
    const tags = part.toString('utf8').match(/<[^>]+>/gu) ?? [];
    const inTags = (pattern: RegExp): boolean => tags.some((tag) => pattern.test(tag));
    return [
      ...(inTags(/\b(?:table:formula|table:content-validation)/u) ? [`${name} holds a formula`] : []),
      ...(inTags(/\bxlink:href=|<table:dde-link|<table:cell-range-source|<text:a\b/u)
        ? [`${name} leads out`]
        : []),
      ...(inTags(/<script:|<office:event-listeners|<draw:/u) || /^(?:Basic|Scripts|Object)/u.test(name)
        ? [`${name} runs`]
        : []),
    ];
  });
}
