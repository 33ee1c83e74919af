import { actsEn } from './acts-en.ts';
import { documentsEn } from './documents-en.ts';
import { lettersEn } from './letters-en.ts';
import { ownEn } from './own-en.ts';
import type { Texts } from './sv.ts';
import { workEn } from './work-en.ts';

export const en: Texts = {
  acts: actsEn,
  work: workEn,
  own: ownEn,
  documents: documentsEn,
  letters: lettersEn,
};
