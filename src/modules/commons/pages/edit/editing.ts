import { isList, isObject, type Definition, type Json, type Lock } from '../../../../kernel/index.ts';
import type { Language } from '../../../../platform/http/index.ts';
import type { OriginMark } from '../../actions/read.ts';
import type { Editor, EditorField, EditorNote, KnownKey } from '../../model/editor.ts';
import { controlName, textIn, type Typed } from '../../model/form-edit.ts';
import type { Issue, Kind } from '../../model/kind.ts';
import { nameOfNode, type OutlineNode } from '../../model/outline.ts';
import type { LockedBy } from '../../model/rights.ts';
import { locate, valueAt } from '../../model/tree-edit.ts';
import type { Draft, Variant } from '../../model/work.ts';
import { editTexts } from '../../texts/edit.ts';

/** Everything that the pages of the editor are made from. */
export type Editing = {
  readonly variant: Variant;
  readonly kind: Kind;
  readonly draft: Draft | null;
  /** The draft, or the head where there is none. */
  readonly definition: Definition;
  readonly root: OutlineNode;
  /** The upstream version last taken. */
  readonly upstream: Definition | null;
  readonly upstreamName: string;
  readonly origins: ReadonlyMap<string, OriginMark>;
  readonly locks: ReadonlyMap<string, Lock>;
  /** What upstream demands stands in every variant. */
  readonly standing: ReadonlySet<string>;
  readonly issues: readonly Issue[];
  /** What the kind has to say of elements, by id. */
  readonly notes: ReadonlyMap<string, EditorNote>;
  readonly language: Language;
};

/** The work itself among the ids of its parts. */
export const wholeWork = '.';
export const openName = (id: string): string => (id === '' ? wholeWork : id);

const isLast = ({ field }: { readonly field: EditorField }): boolean => field.last === true;

/** The fields of an element's form: its own, those of the rows edited inside it, and what few need. */
export function formFields(
  editor: Editor,
  node: OutlineNode,
): readonly { readonly at: string; readonly field: EditorField; readonly owner: OutlineNode }[] {
  const own = editor.fieldsOf(node).map((field) => ({ at: field.property, field, owner: node }));
  const rows = node.groups
    .filter((group) => group.list.form === 'rows')
    .flatMap((group) => group.nodes)
    .flatMap((row) =>
      editor.fieldsOf(row).map((field) => ({
        at: `${row.path.slice(node.path.length + 1)}/${field.property}`,
        field,
        owner: row,
      })),
    );
  return [...own.filter((one) => !isLast(one)), ...rows, ...own.filter(isLast)];
}

export function valueIn(element: Json, at: string): Json | undefined {
  const steps = locate(element, at);
  return steps === null ? undefined : valueAt(element, steps);
}

/** A value as it stands in a text box. */
export function asText(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number') return String(value).replace('.', ',');
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  return JSON.stringify(value, null, 2);
}

/** A list of texts, one a line. */
export const asLines = (value: Json | undefined): string =>
  isList(value) ? value.filter((each) => typeof each === 'string').join('\n') : '';

/** What the control holds: what was typed and not saved, else what stands. */
export const shownText = (typed: Typed | null, at: string, value: Json | undefined): string =>
  typed === null ? asText(value) : textIn(typed, controlName(at));

export const parameterOf = (value: Json | undefined): string =>
  isObject(value) && typeof value['parameter'] === 'string' ? value['parameter'] : '';

/** What binds the organisation in what it edits. */
export const boundBy = ({ locks, standing, kind }: Editing): LockedBy => ({
  locks,
  standing,
  rules: kind.rules,
});

export type ElementView = {
  readonly editing: Editing;
  readonly node: OutlineNode;
  /** What was typed and not saved. */
  readonly typed: Typed | null;
  /** By path from the element. */
  readonly problems: ReadonlyMap<string, string>;
  readonly message: { readonly tone: 'good' | 'warning'; readonly text: string } | null;
  /** What fields of keys are chosen among. */
  readonly keys: readonly KnownKey[];
};

export const atOf = ({ variant }: Editing) => ({ organisation: variant.organisation, work: variant.work });

export const revisionOf = ({ draft }: Editing): number => draft?.revision ?? 0;

export const titleOf = (editing: Editing, node: OutlineNode): string =>
  node.form === 'work' ? editTexts(editing.language).whole : nameOfNode(node, editing.language);
