import type { VNode } from 'preact';
import type { Json } from '../../../../kernel/index.ts';
import type { Language } from '../../../../platform/http/index.ts';
import { Terms } from '../../../../ui/index.ts';
import { plainEditor, type EditorField } from '../../model/editor.ts';
import { nodeAtPath } from '../../model/outline.ts';
import { rightsOf } from '../../model/rights.ts';
import { readable } from '../update/contents.ts';
import { asText, boundBy, formFields, shownText, valueIn, type ElementView } from './editing.ts';
import { EditField } from './fields.tsx';
import { RowSteps } from './rows.tsx';

/** What the kind says of the saved draft, at the field where it stands. */
function issuesAt({ editing, node }: ElementView): ReadonlyMap<string, string> {
  return new Map(
    editing.issues
      .filter((issue) => issue.severity === 'error')
      .map((issue) => ({ ...nodeAtPath(editing.root, issue.path), issue }))
      .filter((one) => one.node.id === node.id && one.rest !== '')
      .map(({ rest, issue }) => [rest, issue.message[editing.language]]),
  );
}

type FieldsProps = {
  readonly view: ElementView;
  /** Those that stand last, or all but those. */
  readonly last: boolean;
};

/** The form's fields in order; what is locked stands above as text. */
export function Fields({ view, last }: FieldsProps): VNode {
  const { editing, node, typed, problems } = view;
  const { kind, language, definition } = editing;
  const editor = kind.editor ?? plainEditor;
  const found = issuesAt(view);
  const all = new Map([...found, ...problems]);
  const upstreamNode = upstreamOf(view);
  const locked = boundBy(editing);
  const rows = formFields(editor, node).filter(({ field }) => (field.last === true) === last);
  const open = rows.filter(({ field, owner }) => rightsOf(owner, locked).mayChange(field.property));
  const shut = rows.filter(({ field, owner }) => !rightsOf(owner, locked).mayChange(field.property));
  return (
    <>
      {shut.length > 0 && <Locked view={view} shut={shut} />}
      {open.map(({ at, field, owner }, index) => {
        const value = valueIn(node.element, at);
        const shared = upstreamNode === null ? undefined : valueIn(upstreamNode, at);
        const words =
          field.input.type === 'condition' && typeof value === 'string'
            ? (kind.conditionInWords?.(value, definition, language) ?? null)
            : null;
        const starts = owner.form === 'rows' && open[index - 1]?.owner !== owner;
        return (
          <>
            {starts && <RowSteps key={`${at}-steps`} editing={editing} node={node} row={owner} />}
            <EditField
              key={at}
              asked={{
                field,
                at,
                value,
                upstream: JSON.stringify(shared) === JSON.stringify(value) ? undefined : shared,
                upstreamName: editing.upstreamName,
                typed,
                problems: all,
                languages: definition.languages,
                language,
                inWords: words,
                shown: shownFile(view, { field, at, value }),
                keys: view.keys,
              }}
            />
          </>
        );
      })}
    </>
  );
}

type Filed = { readonly field: EditorField; readonly at: string; readonly value: Json | undefined };

/** The file of a field: the one that was just received, else the one that stands. */
function shownFile({ editing, node, typed }: ElementView, { field, at, value }: Filed): VNode | null {
  const { kind, language, variant } = editing;
  if (field.input.type !== 'file') return null;
  const { organisation, work } = variant;
  const now = shownText(typed, at, value);
  const of = { organisation, work, at: node, property: at };
  return kind.editor?.files?.shown({ ...of, value: now, saved: now === asText(value), language }) ?? null;
}

function upstreamOf({ editing, node }: ElementView) {
  const { upstream, origins } = editing;
  if (upstream === null || origins.get(node.id) === 'local') return null;
  if (node.form === 'work') return upstream;
  return valueIn(upstream, node.path) ?? null;
}

type Shut = { readonly view: ElementView; readonly shut: ReturnType<typeof formFields> };

function optionOf(field: EditorField, value: Json, language: Language): string | undefined {
  const options = field.input.type === 'choice' ? field.input.options : [];
  return options.find((one) => one.value === value)?.label[language];
}

function Locked({ view, shut }: Shut): VNode {
  const { editing, node } = view;
  const { language, kind, definition } = editing;
  const rows = shut.flatMap(({ at, field }) => {
    const value = valueIn(node.element, at);
    if (value === undefined || field.input.type === 'file' || field.input.type === 'kept') return [];
    const words =
      field.input.type === 'condition' && typeof value === 'string'
        ? kind.conditionInWords?.(value, definition, language)
        : undefined;
    const option = field.input.type === 'choice' ? optionOf(field, value, language) : undefined;
    const text = words ?? option ?? readable(value, language);
    return [{ id: `last-${at}`, term: field.label[language], text }];
  });
  return <Terms rows={rows} />;
}
