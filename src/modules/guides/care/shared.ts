import { findStep } from '../reading/fingerprint.ts';
import { originOf, placeOf } from '../reading/outline.ts';
import type { ShownGuide } from '../reading/shown.ts';
import type { Note } from '../store/notes.ts';

type About = Pick<Note, 'step' | 'element'>;
type Shown = Pick<ShownGuide, 'guide' | 'origins' | 'outline' | 'upstream'>;

/**
 * Who wrote the text that a note is about, where it is common through and through: the note may go there. Null where
 * something in it is the organisation's own, and where it no longer stands in the guide.
 */
export function sharedBy(note: About, shown: Shown | null): string | null {
  if (shown === null || shown.upstream === null) return null;
  return originOfElement(note, shown) === 'shared' ? shown.upstream.organisation : null;
}

function originOfElement({ step, element }: About, { guide, origins, outline }: Shown) {
  if (element === step) return placeOf(outline, step)?.step.origin ?? null;
  const block = findStep(guide, step)?.blocks.find(({ id }) => id === element);
  return block === undefined ? null : originOf(block, origins);
}
