import type { Language } from '../../../platform/http/index.ts';
import { en } from './en.ts';
import { sv } from './sv.ts';

export type Texts = typeof sv;

const all: Readonly<Record<Language, Texts>> = { sv, en };

export const texts = (language: Language): Texts => all[language];
