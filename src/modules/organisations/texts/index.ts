import type { Language } from '../../../platform/http/index.ts';
import { en } from './en.ts';
import { sv, type Texts } from './sv.ts';

const all: Readonly<Record<Language, Texts>> = { sv, en };

export const texts = (language: Language): Texts => all[language];
