import type { Language } from '../../../platform/http/index.ts';
import type { FileAnswer, Localised, SubmittedForm } from '../definition/index.ts';
import { valuesOf } from '../drafts/form.ts';
import type { FilesByInput } from '../drafts/content.ts';
import type { Texts } from '../texts/index.ts';

/** What the questions of one page are rendered from: what stands in the form, and what is wrong with it. */
export type Asking = {
  readonly language: Language;
  readonly words: Texts;
  readonly form: SubmittedForm;
  readonly files: FilesByInput;
  /** What is wrong, by the name of the input that it stands at. */
  readonly problems: ReadonlyMap<string, string>;
  /** A text of the definition in the reader's language, with the organisation's values in it. */
  readonly say: (text: Localised) => string;
  /** Shown to read, not to answer: the preview. */
  readonly readOnly: boolean;
};

export const valueOf = (asking: Asking, name: string): string | undefined => valuesOf(asking.form, name)[0];

/** The files at an input that were not refused; a refused one is told of, not shown as stored. */
export const filesAt = (asking: Asking, name: string): readonly FileAnswer[] =>
  (asking.files[name] ?? []).filter((file) => file.hash !== '');
