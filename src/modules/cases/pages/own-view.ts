import type { Language } from '../../../platform/http/index.ts';
import type { Failure } from '../actions/acting.ts';
import type { Day } from '../../../kernel/dates/index.ts';
import type { Case, Dossier } from '../model/case.ts';

export type OwnForm = 'message' | 'complete';

/** Everything that a person sees of their own case. */
export type OwnView = {
  readonly language: Language;
  readonly demo: boolean;
  readonly about: Case;
  readonly dossier: Dossier;
  /** "Härnösands kommun" */
  readonly municipality: string;
  readonly today: Day;
  readonly trouble: { readonly form: OwnForm; readonly failure: Failure; readonly text: string } | null;
};
