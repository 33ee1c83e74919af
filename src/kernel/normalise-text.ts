import { longestCondition } from './conditions/index.ts';
import { normaliseMarkup } from './normalise-markup.ts';

const NEEDS_NFC = /[\u0250-\uffff]/;
const ZERO_WIDTH = /[\u200b\u2060\ufeff]/g;

/**
 * What some normalisation touches: anything but Latin letters, signs and single inner spaces. & and < may
 * begin markup. Most texts have none of it, and one search tells.
 */
const NOISE = /[^ !-%'-;=-~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2026]| {2}|^ | $/;

function isPlain(value: string): boolean {
  return !NOISE.test(value);
}

/** Unicode NFC and no white space around; for names, addresses, codes. */
export function normaliseString(value: string): string {
  if (isPlain(value)) return value;
  return nfc(value).replace(ZERO_WIDTH, '').trim();
}

/** A FEEL condition: white space outside quoted strings is noise. */
export function normaliseCondition(value: string): string {
  if (isPlain(value)) return value;
  // What is longer than any condition is none.
  if (value.length > longestCondition) return normaliseString(value);
  return normaliseString(value)
    .split(/("(?:[^"\\]|\\.)*")/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/\s+/g, ' ')))
    .join('');
}

/**
 * Running text, plain, Markdown or HTML: Unicode NFC, one kind of line break, no white space at the ends
 * of lines, single spaces between words (indentation stays, Markdown means something by it), at most one
 * empty line in a row, and none of the markup that editors leave behind and no reader sees.
 */
export function normaliseText(value: string): string {
  return isPlain(value) ? value : settle(value, tidyText);
}

function tidyText(value: string): string {
  const text = nfc(value)
    .replace(ZERO_WIDTH, '')
    .replace(/\r\n?|\u2028|\u2029/g, '\n');
  return tidySpaces(/[<&]/.test(text) ? normaliseMarkup(text) : text);
}

/** What a step leaves may be something for it to do again. */
function settle(text: string, step: (text: string) => string): string {
  const next = step(text);
  return next === text ? text : settle(next, step);
}

function nfc(value: string): string {
  return NEEDS_NFC.test(value) ? value.normalize('NFC') : value;
}

/** A space that does not break is meant beside a figure or § ("2 000 kr", "§ 32"); elsewhere an editor left it. */
function tidySpaces(text: string): string {
  const lines = text
    .replaceAll(/(?<![\d§])[\u00a0\u202f](?![\d§])/g, ' ')
    .split('\n')
    .map(tidyLine);
  return lines
    .filter((line, index) => line !== '' || lines[index - 1] !== '')
    .join('\n')
    .trim();
}

/** Single spaces between words; those at the beginning stay. */
function tidyLine(line: string): string {
  const words = line.replaceAll('\t', '  ').trimEnd();
  return words.replaceAll(/(?<=\S) {2,}/g, ' ');
}
