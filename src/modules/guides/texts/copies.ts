import type { Language } from '../../../platform/http/index.ts';
import { en } from './copies-en.ts';
import { sv, type CopyTexts } from './copies-sv.ts';

export type { CopyTexts } from './copies-sv.ts';

/** The texts of what a reader takes along: print, PDF and the file for reading without a net. */
export const copyTexts = (language: Language): CopyTexts => (language === 'en' ? en : sv);
