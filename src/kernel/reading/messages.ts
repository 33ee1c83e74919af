import type { Bilingual } from '../conditions/index.ts';

/** Everything that reading a definition can say, in one place. Each says what is wrong and what to do. */
export const notObject: Bilingual = {
  sv: 'Här ska det stå ett objekt med egenskaper: { … }.',
  en: 'There should be an object with properties here: { … }.',
};
export const notList: Bilingual = {
  sv: 'Här ska det stå en lista: [ … ].',
  en: 'There should be a list here: [ … ].',
};
export const notText: Bilingual = {
  sv: 'Här ska det stå en text inom citattecken.',
  en: 'There should be a text in quotation marks here.',
};
export const notTrueFalse: Bilingual = {
  sv: 'Här ska det stå true eller false.',
  en: 'There should be true or false here.',
};
export const notLocalised: Bilingual = {
  sv: 'Texten ska stå per språk: { "sv": "…", "en": "…" }.',
  en: 'The text should stand by language: { "sv": "…", "en": "…" }.',
};
export const missingId: Bilingual = {
  sv: 'Id saknas. Ge det ett eget id som aldrig ändras.',
  en: 'The id is missing. Give it an id of its own that never changes.',
};

export function missing(property: string): Bilingual {
  return { sv: `”${property}” saknas. Lägg till den.`, en: `“${property}” is missing. Add it.` };
}

type Near = { readonly suggestion: string | undefined; readonly works: Bilingual };

export function unknownProperty(property: string, { suggestion, works }: Near): Bilingual {
  return suggestion === undefined
    ? {
        sv: `Egenskapen ”${property}” används inte av ${works.sv}. Ta bort den.`,
        en: `The property “${property}” is not used by ${works.en}. Remove it.`,
      }
    : {
        sv: `Egenskapen ”${property}” finns inte. Menade du ”${suggestion}”?`,
        en: `There is no property “${property}”. Did you mean “${suggestion}”?`,
      };
}

export function tooLong(most: number): Bilingual {
  return {
    sv: `Texten är för lång. Korta den till högst ${most} tecken.`,
    en: `The text is too long. Shorten it to at most ${most} characters.`,
  };
}

export function tooManyLinks(most: number): Bilingual {
  return {
    sv: `Texten har för många hakparenteser, som länkar skrivs med. Den får ha högst ${most}. Dela upp texten eller ta bort några.`,
    en: `The text has too many square brackets, which links are written with. It may have at most ${most}. Divide the text or remove some.`,
  };
}

export function wordy(most: number): Bilingual {
  return {
    sv: `Texten är svår att överblicka. Försök med högst ${most} tecken.`,
    en: `The text is hard to take in. Try at most ${most} characters.`,
  };
}

export function notAmong(
  value: string,
  allowed: readonly string[],
  suggestion: string | undefined,
): Bilingual {
  const [sv, en] =
    suggestion === undefined
      ? [`Välj något av ${allowed.join(', ')}.`, `Choose one of ${allowed.join(', ')}.`]
      : [`Menade du ”${suggestion}”?`, `Did you mean “${suggestion}”?`];
  return { sv: `”${value}” går inte att använda här. ${sv}`, en: `“${value}” cannot be used here. ${en}` };
}

export function notNumber(low: number, high: number): Bilingual {
  return {
    sv: `Här ska det stå ett helt tal mellan ${low} och ${high}.`,
    en: `There should be a whole number between ${low} and ${high} here.`,
  };
}

export function missingFirstLanguage(language: string): Bilingual {
  return {
    sv: `Texten saknas på ${language}, som är definitionens första språk. Skriv den.`,
    en: `The text is missing in ${language}, the first language of the definition. Write it.`,
  };
}

export function missingTranslation(language: string): Bilingual {
  return { sv: `Texten saknas på ${language}.`, en: `The text is missing in ${language}.` };
}

export function foreignLanguage(language: string): Bilingual {
  return {
    sv: `Språket ”${language}” finns inte i definitionens ”languages”. Lägg till det där eller ta bort texten.`,
    en: `The language “${language}” is not in the definition's “languages”. Add it there or remove the text.`,
  };
}

export function tooMany(most: number): Bilingual {
  return {
    sv: `Listan är för lång. Den får ha högst ${most}.`,
    en: `The list is too long. It may have at most ${most}.`,
  };
}

export function empty(what: Bilingual): Bilingual {
  return { sv: `${what.sv} saknas. Lägg till minst en.`, en: `There are no ${what.en}. Add at least one.` };
}
