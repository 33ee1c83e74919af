import type { Language } from '../page/context.ts';
import { en } from './en.ts';
import { sv } from './sv.ts';

export type Texts = typeof sv;

const all: Record<Language, Texts> = { sv, en };

/** The words that the components themselves say. */
export const texts = (language: Language): Texts => all[language];
