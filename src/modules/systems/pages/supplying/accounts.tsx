import type { VNode } from 'preact';
import {
  Actions,
  Alert,
  Button,
  ButtonLink,
  EmptyState,
  ErrorSummary,
  ExampleNote,
  Form,
  Link,
  PageHead,
  Pagination,
  SavedNote,
  Table,
  Tag,
  TextInput,
  type Crumb,
} from '../../../../ui/index.ts';
import type { SupplyingTexts } from '../../texts/supplying.ts';
import { SearchedList, type Searched } from './searched.tsx';

export type AccountLine = {
  readonly id: string;
  readonly name: string;
  readonly records: string;
  readonly since: string;
  readonly example: boolean;
};

export type AccountsView = {
  readonly words: SupplyingTexts;
  /** Null where only curators open accounts, and the reader is none. */
  readonly addTo: string | null;
  readonly opened: string | null;
  readonly list: Searched;
  readonly rows: readonly AccountLine[];
};

/** Suppliers that look after their own information. */
export function AccountsPage(view: AccountsView): VNode {
  const { accounts: words } = view.words;
  return (
    <>
      <PageHead
        title={words.title}
        summary={words.lede}
        {...(view.addTo === null ? {} : { aside: <ButtonLink to={view.addTo}>{words.add}</ButtonLink> })}
      />
      {view.opened === null ? null : <SavedNote saved={words.opened(view.opened)} />}
      <SearchedList list={view.list} words={words} empty={view.rows.length === 0}>
        <Accounts view={view} />
      </SearchedList>
      {view.addTo === null ? <p class="k-meta">{words.onlyCurators}</p> : null}
      {view.rows.some(({ example }) => example) ? <ExampleNote>{words.examples}</ExampleNote> : null}
    </>
  );
}

function Accounts({ view }: { readonly view: AccountsView }): VNode {
  const { accounts: words } = view.words;
  return (
    <Table<AccountLine>
      caption={words.title}
      paper
      rows={view.rows}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'name',
          title: words.name,
          cell: ({ name, example }) => (
            <>
              {name} {example ? <Tag>{words.example}</Tag> : null}
            </>
          ),
        },
        { id: 'records', title: words.records, labelled: true, cell: ({ records }) => records },
        { id: 'since', title: words.since, labelled: true, cell: ({ since }) => since },
      ]}
    />
  );
}

export type AccountField = 'leverantor' | 'who' | 'konto';

export type NewAccountView = {
  readonly words: SupplyingTexts;
  readonly trail: readonly Crumb[];
  readonly action: string;
  readonly typed: { readonly record: string; readonly who: string; readonly account: string };
  readonly problems: ReadonlyMap<AccountField, string>;
};

/** Opens an account for a supplier of the catalogue, with its first person. */
export function NewAccountPage(view: NewAccountView): VNode {
  const { accounts: words } = view.words;
  const errorOf = (field: AccountField) => {
    const error = view.problems.get(field);
    return error === undefined ? {} : { error };
  };
  return (
    <>
      <ErrorSummary problems={[...view.problems].map(([field, message]) => ({ field, message }))} />
      <PageHead title={words.newTitle} trail={view.trail} />
      <Alert tone="info" title={words.newLede} />
      <Form action={view.action}>
        <TextInput
          name="leverantor"
          label={words.record}
          help={words.recordHelp}
          value={view.typed.record}
          required
          {...errorOf('leverantor')}
        />
        <TextInput
          name="who"
          label={words.who}
          help={words.whoHelp}
          value={view.typed.who}
          required
          {...errorOf('who')}
        />
        <TextInput
          name="konto"
          label={words.existing}
          help={words.existingHelp}
          value={view.typed.account}
          {...errorOf('konto')}
        />
        <Actions>
          <Button>{words.send}</Button>
        </Actions>
      </Form>
    </>
  );
}

export type ReviewLine = {
  readonly n: number;
  readonly product: string;
  readonly productTo: string;
  readonly supplier: string;
  readonly when: string;
  readonly was: string;
  readonly became: string;
  readonly lookTo: string;
  readonly fineTo: string;
};

export type ReviewsView = {
  readonly words: SupplyingTexts;
  readonly rows: readonly ReviewLine[];
  readonly page: number;
  readonly pages: number;
  readonly pageTo: (page: number) => string;
};

/** What suppliers say that their products do, for a curator to look over. */
export function ReviewsPage(view: ReviewsView): VNode {
  const { reviews: words, accounts } = view.words;
  return (
    <>
      <PageHead title={words.title} summary={words.lede} />
      {view.rows.length === 0 ? (
        <EmptyState title={words.none}>
          <p>{words.noneWhat}</p>
        </EmptyState>
      ) : (
        <Table<ReviewLine>
          caption={words.title}
          paper
          rows={view.rows}
          rowKey={({ n }) => String(n)}
          columns={[
            {
              id: 'product',
              title: words.product,
              cell: ({ product, productTo }) => <Link to={productTo}>{product}</Link>,
            },
            {
              id: 'supplier',
              title: accounts.name,
              labelled: true,
              cell: ({ supplier, when }) => `${supplier}, ${when}`,
            },
            { id: 'was', title: words.was, labelled: true, cell: ({ was }) => was || words.empty },
            {
              id: 'became',
              title: words.became,
              labelled: true,
              cell: ({ became }) => became || words.empty,
            },
            {
              id: 'acts',
              title: words.look,
              hiddenTitle: true,
              cell: ({ product, lookTo, fineTo }) => (
                <Form action={fineTo} class="k-form-inline">
                  <Actions>
                    <Button kind="secondary" label={words.fineOf(product)}>
                      {words.fine}
                    </Button>
                    <Link to={lookTo} label={words.lookOf(product)}>
                      {words.look}
                    </Link>
                  </Actions>
                </Form>
              ),
            },
          ]}
        />
      )}
      <Pagination page={view.page} pages={view.pages} to={view.pageTo} />
    </>
  );
}
