import type { VNode } from 'preact';
import { Button, Form, Link, Select, Table, type SelectProps } from '../../../../ui/index.ts';
import { FieldInput, type Input } from './field-input.tsx';
import { OwnPage, type Shell } from './shell.tsx';

export type ChosenLine = { readonly id: string; readonly name: string; readonly now: string };

export type SeveralView = {
  readonly shell: Shell;
  readonly to: string;
  readonly backTo: string;
  readonly chosen: readonly ChosenLine[];
  /** What is changed; null until it is chosen. */
  readonly input: Input | null;
  /** What stands in each now, as the form carries it. */
  readonly opened: string;
  readonly fields: NonNullable<SelectProps['groups']>;
  readonly otherTo: string;
};

/** One fact in several systems at once: first which, then what it shall be. */
export function SeveralPage(view: SeveralView): VNode {
  const { several, list } = view.shell.words;
  const { chosen, input } = view;
  if (chosen.length === 0) {
    return (
      <OwnPage shell={view.shell}>
        <p>
          {several.none} <Link to={view.backTo}>{view.shell.words.nav.all}</Link>
        </p>
      </OwnPage>
    );
  }
  const hidden = chosen.map(({ id }) => <input key={id} type="hidden" name="val" value={id} />);
  return (
    <OwnPage shell={view.shell}>
      {input === null ? (
        <Form action={view.to} method="get">
          {hidden}
          <Select name="falt" label={several.field} required groups={view.fields} />
          <Button>{several.next}</Button>
        </Form>
      ) : (
        <Form action={view.to} hidden={{ falt: input.id, fore: view.opened }}>
          {hidden}
          <FieldInput {...input} />
          <p class="k-meta">{several.emptied}</p>
          <Button>{several.save(chosen.length)}</Button>
          <Link to={view.otherTo}>{several.other}</Link>
        </Form>
      )}
      <Table<ChosenLine>
        caption={several.which}
        captionShown
        rows={chosen}
        rowKey={({ id }) => id}
        paper
        columns={[
          { id: 'name', title: list.system, cell: ({ name }) => name },
          ...(input === null
            ? []
            : [{ id: 'now', title: several.now, labelled: true, cell: ({ now }: ChosenLine) => now }]),
        ]}
      />
    </OwnPage>
  );
}
