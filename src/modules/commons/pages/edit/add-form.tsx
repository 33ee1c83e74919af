import type { VNode } from 'preact';
import { link } from '../../../../platform/http/index.ts';
import { Button, Details, Form, Select, TextInput } from '../../../../ui/index.ts';
import * as addresses from '../../addresses.ts';
import { newName, starterName } from '../../model/form-steps.ts';
import { textIn, type Typed } from '../../model/form-edit.ts';
import type { OutlineGroup, OutlineNode } from '../../model/outline.ts';
import { editTexts } from '../../texts/edit.ts';
import { openName, type Editing } from './editing.ts';

type Adding = {
  readonly editing: Editing;
  readonly group: OutlineGroup;
  /** Whose list it is; left out inside the owner's own form. */
  readonly owner?: OutlineNode;
  readonly inForm?: boolean;
  readonly typed: Typed | null;
  readonly problem: ReadonlyMap<string, string>;
};

function Controls({ editing, group, typed, problem, inForm }: Adding): VNode {
  const { language } = editing;
  const words = editTexts(language);
  const { property, nameOf, starters, form } = group.list;
  const name = newName(property);
  return (
    <>
      {form !== 'one' && (
        <TextInput
          name={name}
          label={nameOf[language]}
          width="full"
          maxLength={300}
          error={problem.get(name)}
          value={typed === null ? '' : textIn(typed, name)}
          {...(inForm === true ? {} : { required: true })}
        />
      )}
      {starters.length > 1 && (
        <Select
          name={starterName(property)}
          label={words.sort}
          required
          options={starters.map(({ id, title }) => ({ value: id, label: title[language] }))}
          value={typed === null ? undefined : textIn(typed, starterName(property))}
        />
      )}
      <Button
        kind="secondary"
        name="do"
        value={`add:${property}`}
        {...(inForm === true ? {} : { label: words.add(group.list.title[language]) })}
      >
        {words.addButton}
      </Button>
    </>
  );
}

/** Adds something to a list: what it is called, and what sort it is where there are several. */
export function AddForm(props: Adding): VNode | null {
  const { editing, group, owner, problem } = props;
  const { list, nodes } = group;
  if (list.starters.length === 0 || (list.form === 'one' && nodes.length > 0)) return null;
  if (props.inForm === true) {
    return (
      <div class="commons-add">
        <Controls {...props} />
      </div>
    );
  }
  const { variant, draft, language } = editing;
  return (
    <Details
      summary={editTexts(language).add(list.title[language])}
      open={problem.has(newName(list.property))}
    >
      <Form
        action={link(addresses.edit, { organisation: variant.organisation, work: variant.work })}
        hidden={{ revision: draft?.revision ?? 0, element: openName(owner?.id ?? '') }}
        class="k-form-tight"
      >
        <Controls {...props} />
      </Form>
    </Details>
  );
}
