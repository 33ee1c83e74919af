import type { Language } from '../../../platform/http/index.ts';
import { viewsEn } from './own-views-en.ts';
import { viewsSv, type ViewTexts } from './own-views-sv.ts';

export type { ViewTexts };
export const viewTexts = (language: Language): ViewTexts => (language === 'sv' ? viewsSv : viewsEn);
