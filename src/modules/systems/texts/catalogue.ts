import type { Language } from '../../../platform/http/index.ts';
import { en } from './catalogue-en.ts';
import { sv, type CatalogueTexts } from './catalogue-sv.ts';

export type { CatalogueTexts } from './catalogue-sv.ts';

/** The texts of the catalogue's pages in one language. */
export const catalogueTexts = (language: Language): CatalogueTexts => (language === 'en' ? en : sv);
