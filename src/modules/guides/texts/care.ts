import type { Language } from '../../../platform/http/index.ts';
import { en } from './care-en.ts';
import { sv, type CareTexts } from './care-sv.ts';

export type { CareTexts } from './care-sv.ts';

/** The texts of the care of guides in one language. */
export const careTexts = (language: Language): CareTexts => (language === 'en' ? en : sv);
