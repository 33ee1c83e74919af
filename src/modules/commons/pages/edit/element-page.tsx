import type { VNode } from 'preact';
import { link } from '../../../../platform/http/index.ts';
import { formatTime } from '../../../../platform/text/index.ts';
import {
  Actions,
  Alert,
  Button,
  ErrorSummary,
  Form,
  Link,
  OriginMark,
  PageHead,
  Section,
  Tag,
} from '../../../../ui/index.ts';
import * as addresses from '../../addresses.ts';
import type { EditorField } from '../../model/editor.ts';
import { controlName } from '../../model/form-edit.ts';
import { plainEditor } from '../../model/editor.ts';
import { nameOfElement, nodeAtPath, type OutlineNode } from '../../model/outline.ts';
import { rightsOf } from '../../model/rights.ts';
import { editTexts } from '../../texts/edit.ts';
import { AddForm } from './add-form.tsx';
import {
  atOf,
  boundBy,
  formFields,
  openName,
  revisionOf,
  titleOf,
  type Editing,
  type ElementView,
} from './editing.ts';
import { Fields } from './element-fields.tsx';
import { ConditionNames, PlaceForms } from './place.tsx';
import { NodeList } from './node-list.tsx';
import { Note, Ways } from './ways.tsx';
import { trailTo } from '../trail.ts';

/** Where a problem is linked to: the first box of a text in several languages. */
function controlOf(field: EditorField, at: string, language: string): string {
  return controlName(field.input.type === 'localised' ? `${at}/${language}` : at);
}

function Head({ view }: { readonly view: ElementView }): VNode {
  const { editing, node } = view;
  const { kind, language, origins, definition } = editing;
  const words = editTexts(language);
  const at = atOf(editing);
  const sort = (kind.editor ?? plainEditor).sortOf?.(node) ?? null;
  const origin = origins.get(node.id);
  const trail = trailTo(
    { ...at, title: nameOfElement(definition, language), language },
    { title: words.crumb, to: link(addresses.edit, at) },
    ...ownersOf(editing, node).map((owner) => ({
      title: titleOf(editing, owner),
      to: link(addresses.edit, at, { element: openName(owner.id) }),
    })),
    { title: titleOf(editing, node) },
  );
  return (
    <PageHead
      title={titleOf(editing, node)}
      trail={trail}
      facts={[
        ...(sort === null ? [] : [sort[language]]),
        ...(origin === undefined || editing.upstream === null ? [] : [<OriginMark origin={origin} />]),
        ...(node.element['hidden'] === true ? [<Tag>{words.hidden}</Tag>] : []),
        ...(node.id === '' ? [] : [<span class="k-meta">{node.id}</span>]),
      ]}
    />
  );
}

function ownersOf(editing: Editing, node: OutlineNode): readonly OutlineNode[] {
  const owners: OutlineNode[] = [];
  let here = node;
  while (here.owner !== '') {
    const { owner } = here;
    const found = nodeAtPath(editing.root, here.list).node;
    if (found.id !== owner) break;
    owners.unshift(found);
    here = found;
  }
  return owners;
}

/** One part of a work, opened: its texts and settings, what lies in it, its place. */
export function ElementPage({ view }: { readonly view: ElementView }): VNode {
  const { editing, node, problems, message } = view;
  const { language, kind } = editing;
  const words = editTexts(language);
  const rights = rightsOf(node, boundBy(editing));
  const fields = formFields(kind.editor ?? plainEditor, node);
  const languages = editing.definition.languages;
  const first = languages[0] ?? 'sv';
  const summary = [...problems].map(([at, text]) => {
    const field = fields.find((one) => one.at === at)?.field;
    return { field: field === undefined ? at : controlOf(field, at, first), message: text };
  });
  const locked = boundBy(editing);
  const open = fields.filter(({ field, owner }) => rightsOf(owner, locked).mayChange(field.property));
  const adds = node.groups.find((group) => group.list.form === 'rows');
  return (
    <div class="commons-edit">
      <ErrorSummary problems={summary} />
      <Head view={view} />
      {message !== null && <Alert tone={message.tone} title={message.text} />}
      <Note note={editing.notes.get(node.id)} />
      {!rights.own && rights.lock !== 'free' && (
        <Alert tone="info" title={words.lockedBy[rights.lock](editing.upstreamName)} />
      )}
      {open.length === 0 ? (
        <>
          <Fields view={view} last={false} />
          <Fields view={view} last />
        </>
      ) : (
        <Form
          action={link(addresses.edit, atOf(editing))}
          hidden={{ revision: revisionOf(editing), element: openName(node.id) }}
          id="del"
          files={open.some(({ field }) => field.input.type === 'file')}
        >
          <button class="k-hidden" name="do" value="save" tabindex={-1}>
            {words.save}
          </button>
          <Fields view={view} last={false} />
          {adds !== undefined && rights.mayAdd && (
            <AddForm editing={editing} group={adds} inForm typed={view.typed} problem={problems} />
          )}
          <Fields view={view} last />
          <Actions>
            <Button name="do" value="save">
              {words.save}
            </Button>
            <Link to={link(addresses.edit, atOf(editing))}>{words.back}</Link>
          </Actions>
        </Form>
      )}
      <ConditionNames editing={editing} fields={open.map(({ field }) => field)} />
      {node.form !== 'work' &&
        node.groups
          .filter((group) => group.list.form !== 'rows')
          .map((group) => (
            <Section key={group.path} title={group.list.title[language]}>
              <NodeList editing={editing} nodes={group.nodes} deep={false} />
              {rights.mayAdd && (
                <AddForm editing={editing} group={group} owner={node} typed={view.typed} problem={problems} />
              )}
              {rights.mayAdd && (
                <Ways ways={kind.editor?.ways?.({ ...atOf(editing), place: node }, language) ?? []} />
              )}
            </Section>
          ))}
      {node.form !== 'work' && <PlaceForms editing={editing} node={node} rights={rights} />}
      {kind.editor?.script !== undefined && <script type="module" src={kind.editor.script} />}
    </div>
  );
}

/** "Sparat klockan 14.32." */
export const savedMessage = (editing: Editing): ElementView['message'] =>
  editing.draft === null
    ? null
    : {
        tone: 'good',
        text: editTexts(editing.language).saved(formatTime(editing.draft.at, editing.language)),
      };
