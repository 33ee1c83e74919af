import type { Language } from '../../../platform/http/index.ts';
import { supplyingEn } from './supplying-en.ts';
import { supplyingSv, type SupplyingTexts } from './supplying-sv.ts';

export type { SupplyingTexts } from './supplying-sv.ts';

/** The texts about suppliers in one language: their own pages, customers' and curators'. */
export const supplyingTexts = (language: Language): SupplyingTexts =>
  language === 'en' ? supplyingEn : supplyingSv;
