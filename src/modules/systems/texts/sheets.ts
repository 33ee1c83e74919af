import type { Language } from '../../../platform/http/index.ts';
import { sheetsEn } from './sheets-en.ts';
import { sheetsSv, type SheetsTexts } from './sheets-sv.ts';

export type { SheetsTexts } from './sheets-sv.ts';

export const sheetsTexts = (language: Language): SheetsTexts => (language === 'sv' ? sheetsSv : sheetsEn);
