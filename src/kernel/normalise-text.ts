/** Printable Latin without anything that normalisation could touch: the common case, decided in one pass. */
const PLAIN = /^(?:[!-%'-;=?-~¡-¬®-ɏ]|(?<! ) (?! |$))*$/;
const NEEDS_NFC = /[^\u0000-\u024f]/;
const ZERO_WIDTH = /[\u200b\u2060\ufeff]/g;

/** Unicode NFC and no white space around; for names, addresses, codes. */
export function normaliseString(value: string): string {
  if (PLAIN.test(value) && !value.startsWith(' ')) return value;
  return nfc(value).replace(ZERO_WIDTH, '').trim();
}

/** A FEEL condition: white space outside quoted strings is noise. */
export function normaliseCondition(value: string): string {
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
  if (PLAIN.test(value) && !value.startsWith(' ')) return value;
  const text = nfc(value).replace(ZERO_WIDTH, '').replace(/\r\n?|\u2028|\u2029/g, '\n');
  const clean = /[<&]/.test(text) ? normaliseMarkup(text) : text;
  return tidySpaces(clean);
}

function nfc(value: string): string {
  return NEEDS_NFC.test(value) ? value.normalize('NFC') : value;
}

/** A space that does not break is meant beside a figure or § ("2 000 kr", "§ 32"); elsewhere an editor left it. */
function tidySpaces(text: string): string {
  return text
    .replace(/\t/g, '  ')
    .replace(/(?<![\d§])[\u00a0\u202f](?![\d§])/g, ' ')
    .replace(/[ \u00a0\u202f]+$/gm, '')
    .replace(/(?<=\S) {2,}(?=\S)/g, ' ')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const BLOCK = 'p|div|ul|ol|li|h[1-6]|table|tr|td|th|section|blockquote';
const AROUND_BLOCK = new RegExp(`\\s*(</?(?:${BLOCK})(?:\\s[^<>]*)?>)\\s*`, 'g');
const EMPTY_PAIR = /<(p|span|strong|em|b|i|u)>\s*<\/\1>/g;
const BARE_SPAN = /<span>([^<>]*)<\/span>/g;

function normaliseMarkup(text: string): string {
  const tags = text
    .replaceAll('&nbsp;', '\u00a0')
    .replace(/<(\/?)([A-Za-z][A-Za-z0-9]*)((?:\s[^<>]*?)?)\s*\/?>/g, tidyTag)
    .replace(AROUND_BLOCK, '$1');
  return settle(tags, (markup) => markup.replace(EMPTY_PAIR, '').replace(BARE_SPAN, '$1'));
}

function tidyTag(_tag: string, slash: string, name: string, attributes: string): string {
  const tidy = attributes.trim().replace(/\s+/g, ' ');
  return `<${slash}${name.toLowerCase()}${tidy === '' ? '' : ` ${tidy}`}>`;
}

function settle(text: string, step: (text: string) => string): string {
  const next = step(text);
  return next === text ? text : settle(next, step);
}
