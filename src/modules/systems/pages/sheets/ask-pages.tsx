import type { VNode } from 'preact';
import {
  Actions,
  Button,
  Details,
  ErrorSummary,
  Form,
  Link,
  PageHead,
  Radios,
  Select,
  TextInput,
  type Crumb,
  type FieldProblem,
  type Option,
} from '../../../../ui/index.ts';
import type { SheetsTexts } from '../../texts/sheets.ts';

type Asked = {
  readonly words: SheetsTexts;
  readonly trail: readonly Crumb[];
  readonly action: string;
  /** "Inklistrat, 12 rader". */
  readonly about: string;
  readonly problems: readonly FieldProblem[];
};

export type SheetChoice = {
  readonly to: string;
  readonly options: readonly Option[];
  readonly chosen: string;
};

export type WhichSheetView = Asked & { readonly choice: SheetChoice };

/** Several sheets of a workbook hold systems. */
export function WhichSheetPage({ words, trail, about, choice }: WhichSheetView): VNode {
  return (
    <>
      <PageHead title={words.whichSheet} trail={trail} summary={about} ruled />
      <Form action={choice.to}>
        <Radios
          name="blad"
          label={words.whichSheet}
          hiddenLabel
          required
          options={choice.options}
          value={choice.chosen}
        />
        <Actions>
          <Button>{words.next}</Button>
        </Actions>
      </Form>
    </>
  );
}

export type ColumnAsked = {
  readonly name: string;
  readonly label: string;
  readonly sample: string;
  readonly chosen: string;
  readonly error: string | undefined;
};

export type ColumnsView = Asked & {
  readonly doubtful: readonly ColumnAsked[];
  readonly others: readonly ColumnAsked[];
  readonly options: readonly { readonly title: string; readonly options: readonly Option[] }[];
  readonly choice: SheetChoice | null;
};

function ColumnSelect({ column, view }: { readonly column: ColumnAsked; readonly view: ColumnsView }): VNode {
  return (
    <Select
      name={column.name}
      label={column.label}
      {...(column.sample === '' ? {} : { help: column.sample })}
      required
      groups={view.options}
      value={column.chosen}
      empty={view.words.leaveOut}
      error={column.error}
    />
  );
}

/** What columns mean: only what is doubtful is in sight. */
export function ColumnsPage(view: ColumnsView): VNode {
  const { words, trail, action, about, problems, doubtful, others, choice } = view;
  return (
    <>
      <ErrorSummary problems={problems} />
      <PageHead title={words.columnsTitle} trail={trail} lede={words.columnsLede} summary={about} ruled />
      <Form action={action}>
        {doubtful.map((column) => (
          <ColumnSelect key={column.name} column={column} view={view} />
        ))}
        {others.length === 0 ? null : (
          <Details summary={words.others} open={doubtful.length === 0}>
            {others.map((column) => (
              <ColumnSelect key={column.name} column={column} view={view} />
            ))}
          </Details>
        )}
        <Actions>
          <Button>{words.next}</Button>
        </Actions>
      </Form>
      {choice === null ? null : (
        <Form action={choice.to}>
          <Select
            name="blad"
            label={words.whichSheet}
            required
            options={choice.options}
            value={choice.chosen}
          />
          <Actions>
            <Button kind="secondary">{words.next}</Button>
          </Actions>
        </Form>
      )}
    </>
  );
}

export type ProductAsked = {
  readonly name: string;
  readonly key: string;
  readonly label: string;
  readonly rows: string;
  readonly options: readonly Option[];
  readonly chosen: string | undefined;
  readonly error: string | undefined;
  /** What is searched for, and that nothing was found; '' before. */
  readonly lookUp: {
    readonly name: string;
    readonly label: string;
    readonly typed: string;
    readonly error?: string;
  };
};

export type ProductsView = Asked & {
  readonly lede: string;
  readonly asked: readonly ProductAsked[];
  readonly more: string | null;
  readonly columnsTo: string;
};

/** What names mean, each asked once for all its rows. */
export function ProductsPage({
  words,
  trail,
  action,
  about,
  problems,
  lede,
  asked,
  more,
  columnsTo,
}: ProductsView): VNode {
  return (
    <>
      <ErrorSummary problems={problems} />
      <PageHead title={words.productsTitle} trail={trail} lede={lede} summary={about} ruled />
      <Form action={action}>
        {asked.map((one) => (
          <div key={one.name}>
            <input type="hidden" name={`nyckel-${one.name}`} value={one.key} />
            <Radios
              name={one.name}
              label={one.label}
              help={one.rows}
              required
              options={one.options}
              value={one.chosen}
              error={one.error}
            />
            <Details summary={words.lookUp} open={one.lookUp.typed !== ''}>
              <TextInput
                name={one.lookUp.name}
                label={one.lookUp.label}
                help={words.lookUpHelp}
                value={one.lookUp.typed}
                {...(one.lookUp.error === undefined ? {} : { error: one.lookUp.error })}
              />
              <Button kind="secondary" name="sok" value={one.name}>
                {words.search}
              </Button>
            </Details>
          </div>
        ))}
        {more === null ? null : <p class="k-meta">{more}</p>}
        <Actions>
          <Button>{words.next}</Button>
          <Link to={columnsTo}>{words.seeColumns}</Link>
        </Actions>
      </Form>
    </>
  );
}
