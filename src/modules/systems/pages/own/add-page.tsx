import type { VNode } from 'preact';
import {
  Button,
  Form,
  Lines,
  Link,
  LinkList,
  SearchField,
  Section,
  Table,
  type LinkListItem,
} from '../../../../ui/index.ts';
import { OwnPage, type Shell } from './shell.tsx';

export type ProductChoice = {
  readonly id: string;
  readonly name: string;
  readonly supplier: string | null;
  readonly does: string;
  /** Where the organisation has it already. */
  readonly have: string | null;
};

export type AddView = {
  readonly shell: Shell;
  readonly to: string;
  readonly question: string;
  readonly choices: readonly ProductChoice[];
  /** What was asked for, with its words put right. */
  readonly meant: { readonly question: string; readonly to: string } | null;
  readonly other: readonly LinkListItem[];
};

/** Finds the product in the catalogue, and adds it with one press. */
export function AddPage(view: AddView): VNode {
  const { add } = view.shell.words;
  const { question } = view;
  return (
    <OwnPage shell={view.shell}>
      <SearchField action={view.to} label={add.search} value={question} />
      {question === '' ? null : view.choices.length === 0 ? (
        <p>
          {add.none(question)}.{' '}
          {view.meant === null ? null : <Link to={view.meant.to}>{add.didYouMean(view.meant.question)}</Link>}
        </p>
      ) : (
        <Section title={add.found(view.choices.length)} plain>
          <Choices view={view} />
        </Section>
      )}
      <LinkList items={view.other} ruled />
    </OwnPage>
  );
}

function Choices({ view }: { readonly view: AddView }): VNode {
  const { add } = view.shell.words;
  return (
    <Table<ProductChoice>
      caption={add.caption}
      rows={view.choices}
      rowKey={({ id }) => id}
      paper
      columns={[
        {
          id: 'product',
          title: add.product,
          cell: ({ name, supplier }) => (
            <Lines strong {...(supplier === null ? {} : { note: supplier })}>
              {name}
            </Lines>
          ),
        },
        { id: 'does', title: add.does, cell: ({ does }) => does },
        {
          id: 'choose',
          title: add.choose,
          hiddenTitle: true,
          narrow: true,
          cell: (choice) => <Choose choice={choice} view={view} />,
        },
      ]}
    />
  );
}

function Choose({ choice, view }: { readonly choice: ProductChoice; readonly view: AddView }): VNode {
  const { add } = view.shell.words;
  return (
    <Form action={view.to} hidden={{ produkt: choice.id }} class="systems-choose">
      {choice.have === null ? null : (
        <span class="k-meta">
          <Link to={choice.have}>{add.have}</Link>
        </span>
      )}
      <Button
        kind={choice.have === null ? 'secondary' : 'tertiary'}
        label={choice.have === null ? add.chooseName(choice.name) : `${add.haveAgain}: ${choice.name}`}
      >
        {choice.have === null ? add.choose : add.haveAgain}
      </Button>
    </Form>
  );
}
