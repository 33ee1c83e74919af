import { link, type Language } from '../../../platform/http/index.ts';
import type { Colleague } from '../actions/handle.ts';
import type { Failure } from '../actions/acting.ts';
import type { Day } from '../../../kernel/dates/index.ts';
import { workAddresses } from '../addresses.ts';
import type { Case, CaseFile, WorkDossier } from '../model/case.ts';

/** The forms of the case page. */
export type CaseForm = 'message' | 'note' | 'ask' | 'decision' | 'assign' | 'step' | 'take' | 'close';

/** What went wrong with a form, with what was typed in it. */
export type Trouble = {
  readonly form: CaseForm;
  readonly failure: Failure;
  readonly typed: Readonly<Record<string, string>>;
};

/** Everything that the page of a case shows. */
export type CaseView = {
  readonly language: Language;
  readonly demo: boolean;
  readonly about: Case;
  readonly dossier: WorkDossier;
  readonly colleagues: readonly Colleague[];
  /** The person who reads. */
  readonly worker: string;
  readonly today: Day;
  readonly trouble: Trouble | null;
};

/** What was typed in a form that came back, or nothing. */
export const typedIn = ({ trouble }: CaseView, form: CaseForm): Readonly<Record<string, string>> =>
  trouble?.form === form ? trouble.typed : {};

/** Where a file of the case is opened. */
export const fileAddress = ({ about }: CaseView, file: CaseFile): string =>
  link(workAddresses.file, { organisation: about.organisation, case: about.id, file: file.id });
