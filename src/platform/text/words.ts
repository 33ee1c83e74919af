import type { Language } from '../http/index.ts';

const locales = { sv: 'sv-SE', en: 'en-GB' } as const satisfies Record<Language, string>;
const formats = new Map<string, Intl.NumberFormat>();

/** "12 500" and "2,6" in Swedish, "12,500" and "2.6" in English; at most `decimals` decimals. */
export function formatNumber(value: number, language: Language, decimals = 2): string {
  const key = `${language}${String(decimals)}`;
  const known = formats.get(key);
  const format = known ?? new Intl.NumberFormat(locales[language], { maximumFractionDigits: decimals });
  if (known === undefined) formats.set(key, format);
  return format.format(value);
}

/** The text as a sentence begins. */
export function capital(text: string): string {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 32);
  return text === '' ? '' : first.toUpperCase() + text.slice(first.length);
}

/** "1 kommun", "2 kommuner": the count with the word that fits it. */
export function plural(count: number, one: string, other: string): string {
  return `${String(count)}\u00A0${count === 1 ? one : other}`;
}

const numbers = {
  sv: ['inga', 'en', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv'],
  en: [
    'no',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
  ],
} as const satisfies Record<Language, readonly string[]>;

/** Numbers up to twelve in words, as in running text: "tre", "three". */
export function inWords(count: number, language: Language): string {
  return numbers[language][count] ?? String(count);
}

const lists = {
  sv: new Intl.ListFormat(locales.sv, { type: 'conjunction' }),
  en: new Intl.ListFormat(locales.en, { type: 'conjunction' }),
} as const satisfies Record<Language, Intl.ListFormat>;

/** "Ånge, Timrå och Kramfors". */
export function joinList(words: readonly string[], language: Language): string {
  return lists[language].format(words);
}
