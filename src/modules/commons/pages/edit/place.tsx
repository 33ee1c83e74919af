import type { VNode } from 'preact';
import { link } from '../../../../platform/http/index.ts';
import { Actions, Button, Details, Form, Link, Section, Select, Terms } from '../../../../ui/index.ts';
import * as addresses from '../../addresses.ts';
import type { EditorField } from '../../model/editor.ts';
import { lockName } from '../../model/form-steps.ts';
import { findNode, nameOfNode, type OutlineNode } from '../../model/outline.ts';
import type { Rights } from '../../model/rights.ts';
import { editTexts } from '../../texts/edit.ts';
import { openName, type Editing } from './editing.ts';

type Placed = { readonly editing: Editing; readonly node: OutlineNode; readonly rights: Rights };

/** Ids that conditions may name, where the form has a condition. */
export function ConditionNames(props: {
  readonly editing: Editing;
  readonly fields: readonly EditorField[];
}): VNode | null {
  const { kind, definition, language } = props.editing;
  const names = kind.editor?.namesFor?.(definition, language) ?? [];
  if (names.length === 0 || !props.fields.some(({ input }) => input.type === 'condition')) return null;
  return (
    <Details summary={editTexts(language).names}>
      <Terms rows={names.map(({ name, label }) => ({ id: `namn-${name}`, term: name, text: label }))} />
    </Details>
  );
}

const stepButton = (verb: string, word: string): VNode => (
  <Button key={verb} kind="secondary" name="do" value={verb}>
    {word}
  </Button>
);

function Steps({ editing, node, rights }: Placed): VNode | null {
  const words = editTexts(editing.language);
  const hidden = node.element['hidden'] === true;
  const siblings = siblingsOf(editing, node);
  const at = siblings.findIndex((one) => one.id === node.id);
  const steps = [
    ...(rights.mayMove && at > 0 ? [stepButton('up', words.up)] : []),
    ...(rights.mayMove && at < siblings.length - 1 ? [stepButton('down', words.down)] : []),
    ...(rights.mayHide && !hidden ? [stepButton('hide', words.hide)] : []),
    ...(hidden && (rights.mayHide || rights.own) ? [stepButton('show', words.show)] : []),
    ...(rights.mayRemove ? [stepButton('remove', words.remove)] : []),
  ];
  if (steps.length === 0) return <p class="k-meta">{words.nothingToMove}</p>;
  return (
    <>
      <Form {...formOf(editing, node)} class="k-form-tight">
        <Actions>{steps}</Actions>
      </Form>
      {rights.mayHide && <p class="k-meta">{words.hideWhat}</p>}
    </>
  );
}

const formOf = ({ variant, draft }: Editing, node: OutlineNode) => ({
  action: link(addresses.edit, { organisation: variant.organisation, work: variant.work }),
  hidden: { revision: draft?.revision ?? 0, element: openName(node.id) },
});

function siblingsOf({ root }: Editing, node: OutlineNode): readonly OutlineNode[] {
  return findNode(root, node.owner)?.groups.find((group) => group.path === node.list)?.nodes ?? [];
}

/** What the owner of a work lets those who adopt it change below here. */
function Locking({ editing, node }: Placed): VNode {
  const words = editTexts(editing.language);
  const { lock } = node.element;
  const { inherit, ...options } = words.lockOptions;
  return (
    <Details summary={words.lockTitle}>
      <Form {...formOf(editing, node)} class="k-form-tight">
        <Select
          name={lockName}
          label={words.lockTitle}
          required
          empty={inherit}
          options={Object.entries(options).map(([value, label]) => ({ value, label }))}
          value={typeof lock === 'string' ? lock : ''}
        />
        <Button kind="secondary" name="do" value="lock">
          {words.lockSave}
        </Button>
      </Form>
    </Details>
  );
}

/** Where a part stands among its siblings, whether it is seen, and the ways to those beside it. */
export function PlaceForms(placed: Placed): VNode {
  const { editing, node, rights } = placed;
  const { variant, language } = editing;
  const words = editTexts(language);
  const siblings = siblingsOf(editing, node);
  const at = siblings.findIndex((one) => one.id === node.id);
  const ways = [
    { word: words.previous, to: siblings[at - 1] },
    { word: words.next, to: siblings[at + 1] },
  ];
  const address = (id: string): string =>
    link(addresses.edit, { organisation: variant.organisation, work: variant.work }, { element: id });
  return (
    <Section title={words.position}>
      <Steps {...placed} />
      {(rights.own || rights.lock === 'free') && (variant.base === null || variant.published !== null) && (
        <Locking {...placed} />
      )}
      <p class="commons-ways">
        {ways.map(({ word, to }) =>
          to === undefined ? null : (
            <span key={word}>
              {word} <Link to={address(to.id)}>{nameOfNode(to, language)}</Link>
            </span>
          ),
        )}
      </p>
    </Section>
  );
}
