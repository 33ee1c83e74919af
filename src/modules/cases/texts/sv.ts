import { actsSv } from './acts-sv.ts';
import { documentsSv } from './documents-sv.ts';
import { lettersSv } from './letters-sv.ts';
import { ownSv } from './own-sv.ts';
import { workSv } from './work-sv.ts';

export const sv = { acts: actsSv, work: workSv, own: ownSv, documents: documentsSv, letters: lettersSv };

export type Texts = typeof sv;
