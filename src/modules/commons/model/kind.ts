import type { VNode } from 'preact';
import type { Definition, DescribeOptions, KindRules, Localised, Vocabulary } from '../../../kernel/index.ts';
import type { Language, Role } from '../../../platform/http/index.ts';
import type { Editor } from './editor.ts';
import type { Figures } from './figures.ts';
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

/**
 * A top-level part of a definition of the kind, in reading order. With `each`, every element of the list is a
 * part of its own (each page); else the list is one part with the title given.
 */
export type KindPart = {
  readonly property: string;
  readonly each: boolean;
  readonly title: Readonly<Record<Language, string>>;
};

/** A place that upstream demands is filled by each organisation, and that is empty. */
export type ToWrite = {
  readonly id: string;
  readonly path: string;
  readonly title: Localised;
  /** What to write there. */
  readonly prompt: Localised | null;
};

/** A place of a work in the midst of which help can be given. */
export type HelpPlace = {
  /** As guides name it: `form:skolskjuts/avstand`. */
  readonly key: string;
  readonly title: Localised;
  /** One of many of its sort, such as a question. */
  readonly small: boolean;
};

export type KindNames = { readonly one: string; readonly many: string };

export type PreviewInput = {
  readonly definition: Definition;
  readonly values: Values;
  readonly language: Language;
  /** Path of the one part to show, such as `pages/resan`; the whole work without it. */
  readonly part?: string;
};

export type NewWork = { readonly id: string; readonly title: Localised };

/** Something that new works of a kind can begin from. */
export type Template = {
  readonly id: string;
  readonly title: Readonly<Record<Language, string>>;
  /** What it is for, in a sentence. */
  readonly what: Readonly<Record<Language, string>>;
  /** A definition whose parts have ids of their own: the same template gives others to another work. */
  readonly make: (of: NewWork) => Definition;
};

/** Something of the source that did not come over whole, and what was kept of it. */
export type ImportLoss = { readonly path: string; readonly what: string; readonly kept: string };

export type Imported =
  | { readonly ok: true; readonly definition: Definition; readonly losses: readonly ImportLoss[] }
  /** `message` is in English and says what is wrong and what to do. */
  | { readonly ok: false; readonly message: string };

/** A foreign format that works of the kind can be made from. */
export type Importer = {
  readonly id: string;
  readonly name: Readonly<Record<Language, string>>;
  readonly read: (source: unknown, fileName: string) => Imported;
};

/** What a module tells commons about the kind of work that it brings. Commons knows no kind by name. */
export type Kind = {
  readonly id: string;
  readonly names: Readonly<Record<Language, KindNames>>;
  /** Names that no work of the kind can have, since they stand for pages beside its works. */
  readonly reserved?: readonly string[];
  /** Roles that make and introduce works of the kind, besides those who do so with every kind. */
  readonly makers?: readonly Role[];
  readonly rules: KindRules;
  /** The reader's words for changes ("fråga", "sida"), for the kernel's `describe`. */
  readonly words: Vocabulary;
  readonly conditionInWords?: DescribeOptions['conditionInWords'];
  readonly validate: (definition: Definition) => readonly Issue[];
  /** What is right but not yet for others to meet: it stops a version from being taken in use or published. */
  readonly unfinished?: (definition: Definition) => readonly Issue[];
  readonly subjectOf: (definition: Definition) => string | null;
  readonly summaryOf: (definition: Definition) => Localised | null;
  /** Parts not named here come last, each element of a list by itself. */
  readonly parts?: readonly KindPart[];
  /** What an adopter gets, as short phrases for the work's page. */
  readonly highlights?: (definition: Definition, language: Language) => readonly string[];
  readonly legalBasisOf?: (definition: Definition) => readonly LegalBasis[];
  /** What an adopter of the definition has left to write. */
  readonly toWrite?: (definition: Definition) => readonly ToWrite[];
  readonly examples?: (definition: Definition, values: Values) => readonly ExampleResult[];
  /** Where the public meets what runs at an organisation. */
  readonly publicAddress?: (organisation: string, work: string) => string;
  /** As those meet it whom the work is for; null for a part that they do not meet as such. */
  readonly preview?: (input: PreviewInput) => VNode | null;
  /** What a value leads to for those whom the work is for, by parameter, where it is more than the value itself. */
  readonly valueNotes?: (
    definition: Definition,
    values: Values,
    language: Language,
  ) => Readonly<Record<string, string>>;
  /** How a version is edited; without it every property by what it holds. */
  readonly editor?: Editor;
  /** What a new work of the kind can begin from, the plainest first. Without any, one comes from a file only. */
  readonly templates?: readonly Template[];
  readonly importers?: readonly Importer[];
  /** Where in a work of the kind help can be given. */
  readonly helpPlaces?: (definition: Definition) => readonly HelpPlace[];
  /** What is counted where a work runs, for those who have agreed that their upstream sees it. */
  readonly figures?: Figures;
};

const kinds = new Map<string, Kind>();

/** Called once a kind, by the composition root, before the first request. Throws on a second one of that id. */
export function registerKind(kind: Kind): void {
  if (kinds.has(kind.id) && kinds.get(kind.id) !== kind)
    throw new Error(`kind ${kind.id} is registered twice`);
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
