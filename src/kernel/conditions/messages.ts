import type { Bilingual } from './expression.ts';
import { nameOfType } from './types.ts';
import type { ValueType } from './types.ts';

/** The end of a message: the nearest thing that exists, in Swedish and English. */
export function didYouMean(suggestion: string | undefined): readonly [string, string] {
  return suggestion === undefined
    ? ['', '']
    : [` Menade du ”${suggestion}”?`, ` Did you mean “${suggestion}”?`];
}

export function notYesNo(word: string): Bilingual {
  return {
    sv: `Det som ”${word}” gäller ska vara ja eller nej.`,
    en: `What “${word}” is about should be yes or no.`,
  };
}

export function differentList(type: ValueType, other: ValueType): Bilingual {
  const [a, b] = [nameOfType(type), nameOfType(other)];
  return {
    sv: `Det här söker ${a.sv} bland ${b.sv}. Jämför lika med lika.`,
    en: `This looks for ${a.en} among ${b.en}. Compare like with like.`,
  };
}

export const notNumber: Bilingual = { sv: 'Här ska det stå ett tal.', en: 'There should be a number here.' };
export const notText: Bilingual = { sv: 'Här ska det stå en text.', en: 'There should be a text here.' };
export const notList: Bilingual = {
  sv: 'Här ska det stå en fråga med flera svar eller en grupp av frågor.',
  en: 'There should be a question with several answers or a group of questions here.',
};
