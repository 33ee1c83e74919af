import type { VNode } from 'preact';
import { Button, Form, Lines, Link, Section, SearchField, Table } from '../../../../ui/index.ts';
import type { OwnTexts } from '../../texts/own.ts';

export type ProductChoice = {
  readonly id: string;
  readonly name: string;
  readonly supplier: string | null;
  readonly does: string;
  /** Where the organisation has it already. */
  readonly have: string | null;
};

type Verb = { readonly title: string; readonly of: (name: string) => string };

export type ChoosingView = {
  readonly words: OwnTexts;
  /** Where the question is asked, and where the product is sent. */
  readonly to: string;
  readonly question: string;
  readonly choices: readonly ProductChoice[];
  /** What was asked for, with its words put right. */
  readonly meant: { readonly question: string; readonly to: string } | null;
  /** What the button of a product says, and what is read aloud. */
  readonly verb: Verb;
  /** The same for what the organisation has already. */
  readonly again: Verb;
  /** Sent along with the product. */
  readonly hidden?: Readonly<Record<string, string | number>>;
};

/** Looks for a product in the catalogue, and chooses it with one press. */
export function ChooseProduct(view: ChoosingView): VNode {
  const { add } = view.words;
  const { question } = view;
  return (
    <>
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
    </>
  );
}

function Choices({ view }: { readonly view: ChoosingView }): VNode {
  const { add } = view.words;
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

/** What one has already is chosen too, but not as the first thing. */
function Choose({ choice, view }: { readonly choice: ProductChoice; readonly view: ChoosingView }): VNode {
  const { add } = view.words;
  const verb = choice.have === null ? view.verb : view.again;
  return (
    <Form action={view.to} hidden={{ ...view.hidden, produkt: choice.id }} class="systems-choose">
      {choice.have === null ? null : (
        <span class="k-meta">
          <Link to={choice.have}>{add.have}</Link>
        </span>
      )}
      <Button kind={choice.have === null ? 'secondary' : 'tertiary'} label={verb.of(choice.name)}>
        {verb.title}
      </Button>
    </Form>
  );
}
