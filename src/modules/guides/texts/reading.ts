import type { Language } from '../../../platform/http/index.ts';
import { en } from './reading-en.ts';
import { sv, type ReadingTexts } from './reading-sv.ts';

export type { ReadingTexts } from './reading-sv.ts';

/** The texts of the pages on which guides are read. */
export const readingTexts = (language: Language): ReadingTexts => (language === 'en' ? en : sv);
