import type { Language } from '../../../platform/http/index.ts';
import type { Localised } from '../model/process.ts';

/** The text in the reader's language, else in Swedish, else in whatever language it has. */
export const textIn = (text: Localised, language: Language): string =>
  text[language] ?? text['sv'] ?? Object.values(text)[0] ?? '';
