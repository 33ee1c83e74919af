import type { Language } from '../../../platform/http/index.ts';
import { en } from './en.ts';
import { sv, type Texts } from './sv.ts';

export type { Texts } from './sv.ts';

/** The texts of guides' pages in one language. */
export const texts = (language: Language): Texts => (language === 'en' ? en : sv);
