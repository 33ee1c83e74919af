import type { Language } from '../../../platform/http/index.ts';
import { en } from './everybody-en.ts';
import { sv, type EverybodyTexts } from './everybody-sv.ts';

export type { EverybodyTexts };

/** The texts of what others use in one language. */
export const everybodyTexts = (language: Language): EverybodyTexts => (language === 'sv' ? sv : en);
