import type { Language } from '../../../platform/http/index.ts';
import { ownEn } from './own-en.ts';
import { ownSv, type OwnTexts } from './own-sv.ts';

export type { OwnTexts };
export const ownTexts = (language: Language): OwnTexts => (language === 'sv' ? ownSv : ownEn);
