import type { Definition } from '../../../kernel/index.ts';
import { findDefinition, findDraft, type Acting } from '../../commons/index.ts';
import { kindId } from '../reading/shown.ts';

/** What is worked on: the draft of a guide, or its newest version where no draft has begun. */
export type Worked = {
  readonly work: string;
  readonly definition: Definition;
  /** Null before there is a draft. */
  readonly revision: number | null;
  /** The version that the draft began from. */
  readonly fromNumber: number | null;
};

/** Null where the organisation has no such guide. */
export async function findWorked(a: Acting, work: string): Promise<Worked | null> {
  const draft = await findDraft(a, work);
  const definition = draft?.definition ?? (await findDefinition(a, work, 'head'));
  if (definition?.kind !== kindId) return null;
  return { work, definition, revision: draft?.revision ?? null, fromNumber: draft?.fromNumber ?? null };
}

/** How far back a draft is looked into. */
const mostRevisions = 20;

/** What the draft has been, the latest first, and the version that it began from last. */
export async function* before(a: Acting, { work, revision, fromNumber }: Worked): AsyncGenerator<Definition> {
  if (revision === null || fromNumber === null) return;
  for (let one = revision - 1; one >= Math.max(1, revision - mostRevisions); one -= 1) {
    const draft = await findDraft(a, work, one);
    if (draft !== null) yield draft.definition;
  }
  const first = await findDefinition(a, work, fromNumber);
  if (first !== null) yield first;
}
