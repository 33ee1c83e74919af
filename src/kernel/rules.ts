import type { Definition } from './definition.ts';
import { findReferences, type Reference } from './references.ts';

/**
 * What the kernel must know about a kind of work in order to merge it. Properties are given by name,
 * wherever in the definition they stand. The kernel knows no kind by name: each passes its own rules.
 */
export type KindRules = {
  /** Kept as they came and replaced whole: foreign source, raw data. Elements inside are not elements. */
  readonly opaque: ReadonlySet<string>;
  /** Lists of scalars whose order means nothing: merged member by member, kept sorted. Others are replaced whole. */
  readonly sets: ReadonlySet<string>;
  /** Lists of distinct scalars whose order means something: merged member by member. */
  readonly sequences: ReadonlySet<string>;
  /** Plain strings that are running text, besides localised texts: merged sentence by sentence. */
  readonly texts: ReadonlySet<string>;
  /** Strings that are conditions in FEEL: white space outside quotes is noise. */
  readonly conditions: ReadonlySet<string>;
  /** Properties that an adopter may change under the lock `settings`. */
  readonly settings: ReadonlySet<string>;
  /**
   * Properties that, while true on an element of upstream's, demand that it stands in every variant: whatever
   * the lock, an adopter may neither hide it nor what is around it, nor take the demand away.
   */
  readonly demands: ReadonlySet<string>;
  /** Objects and lists whose keys and texts are ids of elements: the answers of a sample, what a case concerns. */
  readonly keyed: ReadonlySet<string>;
  /** Every place that names another element, so that a merge can see that a rule names something gone. */
  readonly references: (definition: Definition) => readonly Reference[];
};

const CONDITIONS: ReadonlySet<string> = new Set(['showIf', 'requiredIf', 'condition']);

/** Fits definitions such as those in the format's description; a kind overrides what it needs. */
export const defaultRules: KindRules = {
  opaque: new Set(['source']),
  sets: new Set(['tags', 'subjects']),
  sequences: new Set(['languages']),
  texts: new Set(),
  conditions: CONDITIONS,
  settings: new Set(['settings', 'required', 'default', 'min', 'max', 'minLength', 'maxLength', 'days']),
  demands: new Set(),
  keyed: new Set(),
  references: (definition) =>
    findReferences(definition, { conditions: CONDITIONS, opaque: new Set(['source']) }),
};
