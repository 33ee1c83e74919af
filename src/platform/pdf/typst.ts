import type { Pdf } from './document.ts';
import { settingInTurn } from './in-turn.ts';
import { typesetter } from './set.ts';

/** Sets documents with typst: short ones at once in this process, long ones in turn in a thread beside it. */
export function typstPdf(): Pdf {
  const set = typesetter();
  return { render: async (document) => set(document), renderInTurn: settingInTurn() };
}
