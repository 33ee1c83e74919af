import type { Language } from '../../../platform/http/index.ts';
import type { Said } from '../model/new-case.ts';
import type { Localised } from '../model/process.ts';

/** The text in the reader's language, else in Swedish, else in whatever language it has. */
export const textIn = (text: Localised, language: Language): string =>
  text[language] ?? text['sv'] ?? Object.values(text)[0] ?? '';

/** An answer for a reader: what a person wrote is the same in every language. */
export const saidIn = (said: Said, language: Language): string =>
  typeof said === 'string' ? said : textIn(said, language);
