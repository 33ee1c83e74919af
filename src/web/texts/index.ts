import type { Language } from '../../platform/http/index.ts';
import { en } from './en.ts';
import { sv, type Texts } from './sv.ts';

export const texts = (language: Language): Texts => (language === 'sv' ? sv : en);
