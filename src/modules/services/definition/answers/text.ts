import type { Bilingual, Field, Localised } from '../model.ts';

export type Language = keyof Bilingual;

/** The text in the wanted language, else in the first language that it has. Empty where there is none. */
export function textOf(text: Localised, language: string): string {
  return text[language] ?? Object.values(text)[0] ?? '';
}

/** The same in both languages of the messages. */
export function both(text: Localised): Bilingual {
  return { sv: textOf(text, 'sv'), en: textOf(text, 'en') };
}

/** How messages speak of a question: by its noun where it has one, else by its label in quotation marks. */
export type Subject = { readonly noun: Bilingual | null; readonly label: Bilingual };

export function subjectOf(field: Field): Subject {
  const label = both(field.label);
  return {
    noun: field.noun === null ? null : both(field.noun),
    label: { sv: label.sv.trim(), en: label.en.trim() },
  };
}

export function capital(text: string): string {
  const first = String.fromCodePoint(text.codePointAt(0) ?? 32);
  return text === '' ? '' : first.toUpperCase() + text.slice(first.length);
}

/** A number as it is read aloud in the language: 2,6 and 1 200 in Swedish. */
export function numberText(value: number, language: Language): string {
  return value.toLocaleString(language === 'sv' ? 'sv-SE' : 'en-GB', { maximumFractionDigits: 6 });
}

const dayFormats = {
  sv: new Intl.DateTimeFormat('sv-SE', { dateStyle: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
};

/** A day in words, `3 januari 2026`, where the number never parts from the month. */
export function dayText(day: string, language: Language): string {
  const text = dayFormats[language].format(new Date(`${day}T00:00:00Z`));
  return text.replace(' ', '\u00a0');
}
