import type { VNode } from 'preact';
import {
  Actions,
  Button,
  Details,
  EmptyState,
  ExampleNote,
  Form,
  Link,
  Radios,
  Select,
  Table,
  type Option,
} from '../../../../ui/index.ts';
import type { SupplyingTexts } from '../../texts/supplying.ts';
import { OwnPage, type Shell } from '../own/shell.tsx';
import { SearchedList, type Searched } from './searched.tsx';

export type ReceivedLine = {
  readonly id: string;
  readonly supplier: string;
  readonly supplierTo: string | null;
  readonly product: string;
  readonly since: string;
  readonly at: string;
  readonly state: string;
  readonly answered: boolean;
  readonly to: string;
};

export type ReceivedView = {
  readonly shell: Shell;
  readonly words: SupplyingTexts;
  readonly list: Searched;
  readonly rows: readonly ReceivedLine[];
  readonly silent: boolean;
  readonly silenceTo: string;
  /** Some of those who say it are invented. */
  readonly example: boolean;
};

/** What suppliers say of the organisation, and how to be without it. */
export function ReceivedPage(view: ReceivedView): VNode {
  const { received: words } = view.words;
  if (view.silent) {
    const hear = (
      <Form action={view.silenceTo} hidden={{ tyst: 'nej' }}>
        <Button kind="secondary">{words.hear}</Button>
      </Form>
    );
    return (
      <OwnPage shell={view.shell}>
        <EmptyState title={words.silentTitle} actions={hear}>
          <p>{words.silentWhat}</p>
        </EmptyState>
      </OwnPage>
    );
  }
  return (
    <OwnPage shell={view.shell}>
      <SearchedList list={view.list} words={words} empty={view.rows.length === 0}>
        <Rows view={view} />
      </SearchedList>
      {view.example ? <ExampleNote>{view.words.example}</ExampleNote> : null}
      <Details summary={words.silence}>
        <p>{words.silenceWhat}</p>
        <Form action={view.silenceTo} hidden={{ tyst: 'ja' }}>
          <Button kind="secondary">{words.silent}</Button>
        </Form>
      </Details>
    </OwnPage>
  );
}

function Rows({ view }: { readonly view: ReceivedView }): VNode {
  const { received: words } = view.words;
  return (
    <Table<ReceivedLine>
      caption={words.title}
      paper
      rows={view.rows}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'supplier',
          title: words.supplier,
          cell: ({ supplier, supplierTo }) =>
            supplierTo === null ? supplier : <Link to={supplierTo}>{supplier}</Link>,
        },
        { id: 'product', title: words.product, cell: ({ product }) => product },
        { id: 'since', title: words.since, labelled: true, cell: ({ since }) => since },
        { id: 'at', title: words.at, labelled: true, cell: ({ at }) => at },
        { id: 'state', title: words.state, labelled: true, cell: ({ state }) => state },
        {
          id: 'act',
          title: words.answer,
          hiddenTitle: true,
          cell: ({ to, supplier, product, answered }) =>
            answered ? (
              <Link to={to} label={words.againOf(supplier, product)}>
                {words.again}
              </Link>
            ) : (
              <Link to={to} label={words.answerOf(supplier, product)}>
                {words.answer}
              </Link>
            ),
        },
      ]}
    />
  );
}

export type AnswerField = 'svar' | 'system';

export type AnswerView = {
  readonly shell: Shell;
  readonly words: SupplyingTexts;
  readonly action: string;
  readonly answers: readonly Option[];
  readonly answer: string;
  readonly usages: readonly Option[];
  readonly usage: string;
  readonly problems: ReadonlyMap<AnswerField, string>;
  readonly example: boolean;
};

/** One claim: yes, no or nothing, and which system it is about. */
export function AnswerPage(view: AnswerView): VNode {
  const words = view.words.received.one;
  const errorOf = (field: AnswerField) => {
    const error = view.problems.get(field);
    return error === undefined ? {} : { error };
  };
  return (
    <OwnPage shell={view.shell}>
      <Form action={view.action}>
        <Radios
          name="svar"
          label={words.question}
          options={view.answers}
          value={view.answer}
          required
          {...errorOf('svar')}
        />
        <Select
          name="system"
          label={words.usage}
          help={words.usageHelp}
          options={view.usages}
          value={view.usage}
          empty={words.noUsage}
          required
          {...errorOf('system')}
        />
        <Actions>
          <Button>{words.save}</Button>
        </Actions>
      </Form>
      {view.example ? <ExampleNote>{view.words.example}</ExampleNote> : null}
    </OwnPage>
  );
}
