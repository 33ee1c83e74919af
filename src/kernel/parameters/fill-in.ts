import { pickText } from '../localised.ts';
import { asText, property, type Json } from '../json.ts';
import type { Values } from '../settings.ts';
import type { Parameter } from './parameter.ts';

/** Words written out ("2 kilometer") or shortened, for tables ("2 km"). */
export type Style = 'long' | 'short';

const PLACEHOLDER = /\{\{|\{([^{}|\s]+)(?:\|(short))?\}/g;

export type FillInput = {
  readonly parameters: readonly Parameter[];
  readonly values: Values;
  /** BCP 47; decides the words and the signs in numbers. */
  readonly language: string;
};

export type FilledText = {
  readonly text: string;
  /** Ids that the text has places for and that have no value: their places are left as they stand. */
  readonly missing: readonly string[];
};

/**
 * A text with the values of parameters put in. A place is written `{distance-f-3}`, which gives
 * "2 kilometer", or `{distance-f-3|short}`, which gives "2 km". `{{` is a brace that begins no place.
 */
export function fillIn(text: string, { parameters, values, language }: FillInput): FilledText {
  const missing = new Set<string>();
  const filled = text.replace(
    PLACEHOLDER,
    (place: string, id: string | undefined, short: string | undefined) => {
      if (id === undefined) return '{';
      const parameter = parameters.find((one) => one.id === id);
      const value = property(values, id);
      if (parameter !== undefined && value !== undefined && value !== null) {
        return formatValue({ parameter, value, language, style: short === 'short' ? 'short' : 'long' });
      }
      missing.add(id);
      return place;
    },
  );
  return { text: filled, missing: [...missing] };
}

export type Formatting = {
  readonly parameter: Parameter;
  readonly value: Json;
  readonly language: string;
  readonly style?: Style;
};

/** A value as a reader of the language writes it. */
export function formatValue({ parameter, value, language, style = 'long' }: Formatting): string {
  const english = language.startsWith('en');
  switch (parameter.type) {
    case 'text':
    case 'email':
    case 'phone':
    case 'url':
      return asText(value);
    case 'number':
      return formatNumber(Number(value), language);
    case 'distance':
      return formatDistance(Number(value), { english, language, style });
    case 'money':
      return formatMoney(Number(value), { english, language, style });
    case 'duration':
      return formatDays(Number(value), { english, language });
    case 'date':
      return formatDate(asText(value), language);
    case 'choice':
      return pickText(parameter.options.find(({ id }) => id === value)?.label, language);
    case 'yes-no':
      return english ? (value === true ? 'yes' : 'no') : value === true ? 'ja' : 'nej';
  }
}

type Manner = { readonly english: boolean; readonly language: string; readonly style?: Style };

/** Making one takes longer than all else of a text; there are as many as languages that works are written in. */
const numberFormats = new Map<string, Intl.NumberFormat>();

function formatNumber(value: number, language: string, decimals = 2): string {
  const locale = language.startsWith('en') ? 'en-GB' : language;
  const key = `${locale} ${decimals}`;
  const format = numberFormats.get(key) ?? new Intl.NumberFormat(locale, { maximumFractionDigits: decimals });
  numberFormats.set(key, format);
  return format.format(value);
}

function formatDistance(metres: number, { english, language, style }: Manner): string {
  const isFar = metres >= 1000;
  const number = formatNumber(isFar ? metres / 1000 : metres, language, 3);
  if (style === 'short') return `${number} ${isFar ? 'km' : 'm'}`;
  if (!english) return `${number} ${isFar ? 'kilometer' : 'meter'}`;
  const unit = isFar ? 'kilometre' : 'metre';
  return `${number} ${unit}${number === '1' ? '' : 's'}`;
}

/** Öre are written out when there are any: "12,50 kronor", never "12,5". */
function formatMoney(kronor: number, { english, language, style }: Manner): string {
  const locale = english ? 'en-GB' : language;
  const decimals = Number.isInteger(kronor) ? 0 : 2;
  const format = new Intl.NumberFormat(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  if (english) return `SEK ${format.format(kronor)}`;
  return `${format.format(kronor)} ${style === 'short' ? 'kr' : kronor === 1 ? 'krona' : 'kronor'}`;
}

function formatDays(days: number, { english, language }: Manner): string {
  const number = formatNumber(days, language);
  if (english) return `${number} ${days === 1 ? 'day' : 'days'}`;
  return `${number} ${days === 1 ? 'dag' : 'dagar'}`;
}

function formatDate(day: string, language: string): string {
  const locale = language.startsWith('en') ? 'en-GB' : language;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}
