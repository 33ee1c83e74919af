import type { Language } from '../../../platform/http/index.ts';
import { lettersEn } from './letters-en.ts';
import { lettersSv, type Letter, type LetterTexts } from './letters-sv.ts';

export type { Letter, LetterTexts };
export const letterTexts = (language: Language): LetterTexts => (language === 'sv' ? lettersSv : lettersEn);
