import type { VNode } from 'preact';
import type { Definition, KindRules, Localised, Vocabulary } from '../../../kernel/index.ts';
import type { Language } from '../../../platform/http/index.ts';
import type { Values } from './settings.ts';

/** Something that a kind's own rules say about a definition. An error keeps the version out of use. */
export type Issue = {
  readonly path: string;
  readonly severity: 'error' | 'warning';
  readonly message: { readonly sv: string; readonly en: string };
};

/** One run of a sample that travels with the definition: adoption that proves itself. */
export type ExampleResult = {
  readonly id: string;
  readonly passed: boolean;
  readonly message?: { readonly sv: string; readonly en: string };
};

export type LegalBasis = {
  readonly id: string;
  readonly law: Localised;
  readonly paragraph: string;
  readonly text?: Localised;
  readonly url?: string;
};

export type KindNames = { readonly one: string; readonly many: string };

export type PreviewInput = {
  readonly definition: Definition;
  readonly values: Values;
  readonly language: Language;
};

/** What a module tells commons about the kind of work that it brings. Commons knows no kind by name. */
export type Kind = {
  readonly id: string;
  readonly names: Readonly<Record<Language, KindNames>>;
  readonly rules: KindRules;
  /** The reader's words for changes ("fråga", "sida"), for the kernel's `describe`. */
  readonly words: Vocabulary;
  readonly validate: (definition: Definition) => readonly Issue[];
  readonly subjectOf: (definition: Definition) => string | null;
  readonly summaryOf: (definition: Definition) => Localised | null;
  readonly legalBasisOf?: (definition: Definition) => readonly LegalBasis[];
  readonly examples?: (definition: Definition, values: Values) => readonly ExampleResult[];
  readonly preview?: (input: PreviewInput) => VNode;
};

const kinds = new Map<string, Kind>();

/** Called once a kind, by the composition root, before the first request. Throws on a second one of that id. */
export function registerKind(kind: Kind): void {
  if (kinds.has(kind.id) && kinds.get(kind.id) !== kind) throw new Error(`kind ${kind.id} is registered twice`);
  kinds.set(kind.id, kind);
}

export const findKind = (id: string): Kind | undefined => kinds.get(id);

/** Throws when no module has registered the kind. */
export function getKind(id: string): Kind {
  const kind = kinds.get(id);
  if (kind === undefined) throw new Error(`no module has registered the kind ${id}`);
  return kind;
}

export const listKinds = (): readonly Kind[] => [...kinds.values()];
