import type { VNode } from 'preact';
import {
  Actions,
  Alert,
  Button,
  ButtonLink,
  DateInput,
  ErrorSummary,
  Form,
  PageHead,
  SavedNote,
  Select,
  Table,
  Tag,
  TextInput,
  type Crumb,
  type FieldProblem,
  type Option,
  type TypedDate,
} from '../../../../ui/index.ts';
import type { SupplyingTexts } from '../../texts/supplying.ts';
import { SearchedList, type Searched } from './searched.tsx';

export type ClaimLine = {
  readonly id: string;
  readonly customer: string;
  readonly product: string;
  readonly since: string;
  readonly confirmed: boolean;
  readonly takeBackTo: string;
};

export type ClaimsView = {
  readonly words: SupplyingTexts;
  readonly saved: string | null;
  readonly addTo: string;
  readonly list: Searched;
  readonly rows: readonly ClaimLine[];
};

/** Whom a supplier says that it supplies: confirmed or not, and nothing else is ever said. */
export function ClaimsPage(view: ClaimsView): VNode {
  const { claims: words } = view.words;
  return (
    <>
      <PageHead
        title={words.title}
        summary={words.lede}
        aside={<ButtonLink to={view.addTo}>{words.add}</ButtonLink>}
      />
      {view.saved === null ? null : <SavedNote saved={view.saved} />}
      <SearchedList list={view.list} words={words} empty={view.rows.length === 0}>
        <Rows view={view} />
      </SearchedList>
      <p class="k-meta">{words.statesNote}</p>
    </>
  );
}

function Rows({ view }: { readonly view: ClaimsView }): VNode {
  const { claims: words } = view.words;
  return (
    <Table<ClaimLine>
      caption={words.title}
      paper
      rows={view.rows}
      rowKey={({ id }) => id}
      columns={[
        { id: 'customer', title: words.customer, cell: ({ customer }) => customer },
        { id: 'product', title: words.product, cell: ({ product }) => product },
        {
          id: 'since',
          title: words.since,
          labelled: true,
          cell: ({ since }) => (since === '' ? words.sinceUnknown : since),
        },
        {
          id: 'state',
          title: words.state,
          cell: ({ confirmed }) => (
            <Tag {...(confirmed ? { tone: 'good' as const } : {})}>
              {confirmed ? words.states.confirmed : words.states.not}
            </Tag>
          ),
        },
        {
          id: 'act',
          title: words.takeBack,
          hiddenTitle: true,
          cell: ({ customer, product, takeBackTo }) => (
            <Form action={takeBackTo} class="k-form-inline">
              <button class="k-as-link" type="submit" aria-label={words.takeBackOf(customer, product)}>
                {words.takeBack}
              </button>
            </Form>
          ),
        },
      ]}
    />
  );
}

export type ClaimField = 'namn' | 'produkt' | 'sedan';

export type NewClaimView = {
  readonly words: SupplyingTexts;
  readonly trail: readonly Crumb[];
  readonly action: string;
  readonly products: readonly Option[];
  readonly typed: { readonly name: string; readonly product: string; readonly since: TypedDate };
  readonly problems: ReadonlyMap<ClaimField, string>;
  /** Why it could not be done, where no field is wrong. */
  readonly message: string | null;
};

/** Says that somebody is a customer. */
export function NewClaimPage(view: NewClaimView): VNode {
  const { claims: words } = view.words;
  const problems: readonly FieldProblem[] = [...view.problems].map(([field, message]) => ({
    field,
    message,
  }));
  const errorOf = (field: ClaimField) => {
    const error = view.problems.get(field);
    return error === undefined ? {} : { error };
  };
  return (
    <>
      <ErrorSummary problems={problems} />
      <PageHead title={words.newTitle} summary={words.newLede} trail={view.trail} />
      {view.message === null ? null : <Alert tone="warning" title={view.message} />}
      <Form action={view.action}>
        <TextInput
          name="namn"
          label={words.who}
          help={words.whoHelp}
          value={view.typed.name}
          required
          {...errorOf('namn')}
        />
        <Select
          name="produkt"
          label={words.product}
          options={view.products}
          value={view.typed.product}
          empty={words.choose}
          required
          {...errorOf('produkt')}
        />
        <DateInput
          name="sedan"
          label={words.since}
          help={words.sinceHelp}
          value={view.typed.since}
          {...errorOf('sedan')}
        />
        <Actions>
          <Button>{words.send}</Button>
        </Actions>
      </Form>
    </>
  );
}
