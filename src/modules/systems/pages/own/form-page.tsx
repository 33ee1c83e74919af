import type { VNode } from 'preact';
import {
  Actions,
  Button,
  Checkboxes,
  Columns,
  Form,
  SideList,
  type Option,
  type SideGroup,
} from '../../../../ui/index.ts';
import { FieldInput, type Input } from './field-input.tsx';
import { OwnPage, type Shell } from './shell.tsx';

export type FormView = {
  readonly shell: Shell;
  readonly to: string;
  /** What stood in the fields when the page was opened. */
  readonly opened: string;
  readonly groups: readonly SideGroup[];
  readonly title: string;
  readonly ceiling: string | null;
  readonly inputs: readonly Input[];
  readonly members: { readonly options: readonly Option[]; readonly chosen: readonly string[] } | null;
  /** The group that comes after; null in the last. */
  readonly next: { readonly id: string; readonly title: string } | null;
};

/** One group of what is known of a system, as a short page. */
export function UsageFormPage(view: FormView): VNode {
  const { form } = view.shell.words;
  return (
    <OwnPage shell={view.shell}>
      <Columns kind="service" aside={<SideList label={form.groups} groups={view.groups} />}>
        <div class="systems-form-title">
          <h2>{view.title}</h2>
          {view.ceiling === null ? null : <p class="k-meta">{view.ceiling}</p>}
        </div>
        <Form action={view.to} hidden={{ fore: view.opened }}>
          {view.inputs.map((input) => (
            <FieldInput key={input.id} {...input} />
          ))}
          {view.members === null ? null : (
            <Checkboxes
              name="medlemmar"
              label={form.members}
              help={form.membersHelp}
              options={view.members.options}
              values={view.members.chosen}
              optional=""
            />
          )}
          <Actions>
            <Button>{form.save}</Button>
            {view.next === null ? null : (
              <Button kind="secondary" name="vidare" value={view.next.id}>
                {form.saveNext(view.next.title)}
              </Button>
            )}
          </Actions>
        </Form>
      </Columns>
    </OwnPage>
  );
}
