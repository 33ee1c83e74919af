import type { ComponentChildren, VNode } from 'preact';
import { Actions, Button, Details, Form, Select, type Option } from '../../../../ui/index.ts';
import type { FieldId } from '../../model/fields.ts';
import { Folded } from '../folded.tsx';
import { OwnPage, type Shell } from './shell.tsx';

export type PolicyField = {
  readonly id: FieldId;
  readonly name: string;
  readonly hint: string;
  readonly chosen: string;
  /** Empty where nothing can be chosen. */
  readonly options: readonly Option[];
};

export type PolicyGroup = {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly ceiling: string;
  readonly fields: readonly PolicyField[];
};

export type PolicyView = {
  readonly shell: Shell;
  readonly to: string;
  readonly groups: readonly PolicyGroup[];
  readonly canChange: boolean;
};

/** Who sees what, field by field, never more than the field allows. */
export function PolicyPage(view: PolicyView): VNode {
  const { policy } = view.shell.words;
  return (
    <OwnPage shell={view.shell}>
      <Chosen view={view}>
        <div class="systems-folded">
          {view.groups.map((group) => (
            <Details key={group.id} summary={<Folded title={group.title} note={group.summary} />}>
              {group.ceiling === '' ? null : <p class="k-meta">{group.ceiling}</p>}
              {group.fields.every(({ options }) => options.length === 0)
                ? null
                : group.fields.map((field) => <Choice key={field.id} field={field} view={view} />)}
            </Details>
          ))}
        </div>
        {view.canChange ? (
          <Actions>
            <Button>{policy.save}</Button>
            <Button kind="tertiary" name="vanligt" value="ja">
              {policy.reset}
            </Button>
          </Actions>
        ) : null}
      </Chosen>
      <p class="k-meta">{policy.near}</p>
    </OwnPage>
  );
}

/** A form for those who decide, and the same to read for others. */
function Chosen({
  view,
  children,
}: {
  readonly view: PolicyView;
  readonly children: ComponentChildren;
}): VNode {
  return view.canChange ? (
    <Form action={view.to} class="systems-policy">
      {children}
    </Form>
  ) : (
    <div class="systems-policy">{children}</div>
  );
}

function Choice({ field, view }: { readonly field: PolicyField; readonly view: PolicyView }): VNode {
  const { policy } = view.shell.words;
  if (field.options.length === 0 || !view.canChange)
    return (
      <p>
        <b>{field.name}</b> {field.options.length === 0 ? policy.always : field.hint}
      </p>
    );
  return <Select name={field.id} label={field.name} required options={field.options} value={field.chosen} />;
}
