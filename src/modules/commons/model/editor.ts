import {
  isElement,
  isElementList,
  isList,
  isLocalised,
  isObject,
  type Definition,
  type Json,
  type JsonObject,
} from '../../../kernel/index.ts';
import type { VNode } from 'preact';
import type { Acting } from '../acting.ts';
import type { Context, Language, Large, LargeFile, UploadedFile } from '../../../platform/http/index.ts';

/** Words of the tool, in the languages of the tool. */
export type ToolWords = Readonly<Record<Language, string>>;
export type EditorOption = { readonly value: string; readonly label: ToolWords };

/** A key that is known, with what it is called, and what it lies among. */
export type KnownKey = { readonly value: string; readonly title: string; readonly group: string };

/** What a kind has to say of an element beside what stands in it. */
export type EditorNote = {
  readonly text: string;
  /** A word for lists, where there is something to do. */
  readonly mark: string | null;
  readonly way: EditorWay | null;
};

export type EditorWay = { readonly title: string; readonly to: string };

/** How one property is shown in a form and read back from it. */
export type EditorInput =
  | { readonly type: 'text' }
  /** One box a language of the definition; `rows` above 1 for running text. */
  | { readonly type: 'localised'; readonly rows: number }
  | { readonly type: 'choice'; readonly options: readonly EditorOption[]; readonly empty: ToolWords | null }
  | { readonly type: 'number' }
  /** A fixed limit, or the parameter that each organisation fills in: `{ "parameter": id }`. */
  | {
      readonly type: 'limit';
      readonly of: 'number' | 'days' | 'day';
      readonly parameters: readonly EditorOption[];
    }
  | { readonly type: 'yes-no'; readonly absent: boolean }
  | { readonly type: 'condition' }
  | { readonly type: 'set'; readonly options: readonly EditorOption[] }
  /** A set of keys: those that are known are chosen by name, others written one a line. */
  | {
      readonly type: 'keys';
      /** Why a text is no key; null where it is one. */
      readonly fault: (text: string) => ToolWords | null;
      readonly choose: ToolWords;
      readonly more: ToolWords;
      readonly others: ToolWords;
      readonly othersHelp: ToolWords;
    }
  /** A value of a parameter's type. */
  | { readonly type: 'value'; readonly numeric: boolean; readonly yesNo: boolean }
  | { readonly type: 'json' }
  /** A file, which the kind looks into and keeps; the value says which one. `accept` as in HTML. */
  | { readonly type: 'file'; readonly accept: string }
  /** Follows from something else on the form; its author does not see it. */
  | { readonly type: 'kept'; readonly of: 'text' | 'number' };

export type EditorField = {
  readonly property: string;
  readonly label: ToolWords;
  readonly help?: ToolWords;
  readonly required?: boolean;
  readonly input: EditorInput;
  /** Stands last on the form, after what is in rows: few need it. */
  readonly last?: true;
};

/** Something new to add, before it has its id and its name. */
export type Starter = {
  readonly id: string;
  readonly title: ToolWords;
  readonly element: (id: string, name: string, language: string) => JsonObject;
};

/** A list of elements below an element, in reading order. */
export type EditorList = {
  readonly property: string;
  readonly title: ToolWords;
  /** What the name of a new one is called: "Frågan". */
  readonly nameOf: ToolWords;
  /** `rows` are edited inside their owner's own form; `one` is an element of its own, and no list. */
  readonly form: 'pages' | 'rows' | 'one';
  readonly starters: readonly Starter[];
};

export type EditorPlace = {
  /** The property of the list that holds it; '' for the work itself. */
  readonly slot: string;
  readonly element: JsonObject;
  readonly definition: Definition;
};

/** The field of a file, with what it says now. */
export type FileField = {
  readonly organisation: string;
  readonly work: string;
  readonly at: EditorPlace;
  readonly property: string;
};

export type EditorFiles = {
  /** Those that may be larger than others; none where it is left out. */
  readonly large?: Large;
  /** Looks into what was sent and keeps it: what the form says from then on, by property, or what is wrong. */
  readonly receive: (
    context: Context,
    field: FileField & { readonly file: UploadedFile | LargeFile },
  ) => Promise<
    | { readonly ok: true; readonly values: Readonly<Record<string, string>> }
    | { readonly ok: false; readonly message: string }
  >;
  /** What the field says, as its author sees it. `saved` where the draft says so too. */
  readonly shown: (
    field: FileField & { readonly value: string; readonly saved: boolean; readonly language: Language },
  ) => VNode | null;
};

/** What a kind tells the editor. Everything else of the editor is the same for every kind of work. */
export type Editor = {
  readonly fieldsOf: (at: EditorPlace) => readonly EditorField[];
  readonly listsOf: (at: EditorPlace) => readonly EditorList[];
  /** What sort of thing it is, where that says more than its list: "Datum". */
  readonly sortOf?: (at: EditorPlace) => ToolWords | null;
  /** How files of the kind are received and shown; wanted where a field is a file. */
  readonly files?: EditorFiles;
  /** Other ways to write in a part of the work, or in the whole, than piece by piece. */
  readonly ways?: (
    at: { readonly organisation: string; readonly work: string; readonly place: EditorPlace },
    language: Language,
  ) => readonly EditorWay[];
  /** What to say of elements, by id; `upstream` is the version last taken, where the work follows one. */
  readonly notes?: (
    a: Acting,
    of: { readonly definition: Definition; readonly upstream: Definition | null },
  ) => Promise<ReadonlyMap<string, EditorNote>>;
  /** The keys to choose among, for fields of keys. */
  readonly knownKeys?: (a: Acting) => Promise<readonly KnownKey[]>;
  /** The path of a script that helps those who have scripts. */
  readonly script?: string;
  /** What conditions may name. */
  readonly namesFor?: (
    definition: Definition,
    language: Language,
  ) => readonly { readonly name: string; readonly label: string }[];
};

const both = (text: string): ToolWords => ({ sv: text, en: text });
const head = new Set(['kommons', 'kind', 'id', 'languages', 'lock', 'hidden']);

function plainInput(value: Json | undefined, languages: ReadonlySet<string>): EditorInput | null {
  if (typeof value === 'string') return { type: 'text' };
  if (typeof value === 'number') return { type: 'number' };
  if (typeof value === 'boolean') return { type: 'yes-no', absent: false };
  if (isLocalised(value, languages)) return { type: 'localised', rows: 3 };
  if (isElementList(value) || isElement(value)) return null;
  return isList(value) || isObject(value) ? { type: 'json' } : null;
}

/** The editor of a kind that brings none: every property by what it holds, every list as it is named. */
export const plainEditor: Editor = {
  fieldsOf: ({ element, definition }) => {
    const languages = new Set(definition.languages);
    return Object.entries(element).flatMap(([property, value]): readonly EditorField[] => {
      const input = head.has(property) ? null : plainInput(value, languages);
      return input === null ? [] : [{ property, label: both(property), input }];
    });
  },
  listsOf: ({ element }) =>
    Object.entries(element).flatMap(([property, value]): readonly EditorList[] => {
      const plain = { property, title: both(property), nameOf: both(property) };
      if (isElement(value)) return [{ ...plain, form: 'one', starters: [] }];
      if (!isElementList(value)) return [];
      return [{ ...plain, form: 'pages', starters: [plainStarter(value)] }];
    }),
};

/** As its siblings are named, by label or by title. */
function plainStarter(siblings: readonly JsonObject[]): Starter {
  const naming = ['label', 'title', 'text'].find((one) => siblings.some((item) => isObject(item[one])));
  return {
    id: 'plain',
    title: { sv: 'Ny', en: 'New' },
    element: (id, name, language) => ({ id, [naming ?? 'title']: { [language]: name } }),
  };
}
