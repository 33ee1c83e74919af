import type { Language } from '../../../platform/http/index.ts';
import { connectionsEn } from './connections-en.ts';
import { connectionsSv, type ConnectionTexts } from './connections-sv.ts';

export type { ConnectionTexts };
export const connectionTexts = (language: Language): ConnectionTexts =>
  language === 'sv' ? connectionsSv : connectionsEn;
