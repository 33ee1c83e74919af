import type { ComponentChildren, VNode } from 'preact';
import type { Language } from '../../../../platform/http/index.ts';
import {
  Actions,
  Alert,
  Button,
  ErrorSummary,
  Form,
  Link,
  PageHead,
  Textarea,
  TextInput,
} from '../../../../ui/index.ts';
import type { FormProblem, SupplierForm } from '../../catalogue/product-form.ts';
import { Meanwhile, type MeanwhileRow } from './meanwhile.tsx';
import { catalogueTexts, type CatalogueTexts } from '../../texts/catalogue.ts';

export type AlikeRow = { readonly id: string; readonly name: string; readonly to: string };

export type Common = {
  readonly language: Language;
  readonly action: string;
  /** The name of the record that is changed; null where one is added. */
  readonly changing: string | null;
  readonly problems: readonly FormProblem[];
  /** Said above the form: somebody was first, or why it could not be done. */
  readonly message: string | null;
  /** The way on from the message. */
  readonly see: { readonly title: string; readonly to: string } | null;
  readonly alike: readonly AlikeRow[];
  /** What somebody else has changed while the form was filled in. */
  readonly meanwhile: readonly MeanwhileRow[];
};
export type FormView<T> = Common & { readonly typed: T };

const names: Readonly<Record<string, keyof CatalogueTexts['form']>> = {
  supplierChoice: 'supplier',
};

const isWord = (words: CatalogueTexts['form'], key: string): key is keyof CatalogueTexts['form'] =>
  Object.hasOwn(words, key);

function labelOf(words: CatalogueTexts['form'], field: string): string {
  const key = names[field] ?? field;
  const found = isWord(words, key) ? words[key] : undefined;
  return typeof found === 'string' ? found : field;
}

function messageOf(words: CatalogueTexts['form'], problem: FormProblem, typed: string): string {
  switch (problem.kind) {
    case 'none':
      return words.none;
    case 'bad':
      return words.bad(labelOf(words, problem.field));
    case 'line':
      return words.badLine(problem.n);
    case 'which-supplier':
      return words.whichSupplier(typed);
  }
}

export function Notices({ view, typed }: { readonly view: Common; readonly typed: string }): VNode {
  const words = catalogueTexts(view.language).form;
  return (
    <>
      <ErrorSummary
        problems={view.problems.map((problem) => ({
          field: problem.field,
          message: messageOf(words, problem, typed),
        }))}
      />
      {view.message !== null && (
        <Alert tone="warning" title={view.message}>
          {view.see === null ? null : (
            <p>
              <Link to={view.see.to}>{view.see.title}</Link>
            </p>
          )}
        </Alert>
      )}
      {view.alike.length > 0 && (
        <Alert tone="warning" title={words.alike}>
          <p>{words.alikeWhat}</p>
          <ul>
            {view.alike.map(({ id, name, to }) => (
              <li key={id}>
                <Link to={to}>{name}</Link>
              </li>
            ))}
          </ul>
        </Alert>
      )}
    </>
  );
}

/** One error for a field, if it has one. */
export const errorsOf = (view: Common, typed: string) => {
  const words = catalogueTexts(view.language).form;
  return (field: string): { readonly error?: string } => {
    const problem = view.problems.find((one) => one.field === field);
    return problem === undefined ? {} : { error: messageOf(words, problem, typed) };
  };
};

function Send({ view }: { readonly view: Common }): VNode {
  const words = catalogueTexts(view.language).form;
  return (
    <Actions>
      <Button>{view.changing === null ? words.add : words.save}</Button>
      {view.alike.length > 0 && (
        <Button kind="secondary" name="anyway" value="yes">
          {words.addAnyway}
        </Button>
      )}
    </Actions>
  );
}

type ErrorOf = ReturnType<typeof errorsOf>;

/** What it is called besides its name, and has been called. */
export function OtherNames(props: {
  readonly view: FormView<Pick<SupplierForm, 'aliases' | 'formerNames'>>;
  readonly error: ErrorOf;
}): VNode {
  const { view, error } = props;
  const words = catalogueTexts(view.language).form;
  return (
    <>
      <Textarea
        name="aliases"
        label={words.aliases}
        help={words.aliasesHelp}
        value={view.typed.aliases}
        rows={3}
        {...error('aliases')}
      />
      <Textarea
        name="formerNames"
        label={words.formerNames}
        help={words.formerNamesHelp}
        value={view.typed.formerNames}
        rows={2}
        {...error('formerNames')}
      />
    </>
  );
}

/** The form of a record with what it sends along, and what somebody else has changed meanwhile. */
export function RecordForm(props: {
  readonly view: FormView<{ readonly seen?: number | undefined }>;
  readonly children: ComponentChildren;
}): VNode {
  const { view } = props;
  const { seen } = view.typed;
  return (
    <Form action={view.action} hidden={seen === undefined ? {} : { seen }} class="k-form systems-record">
      <Meanwhile language={view.language} rows={view.meanwhile} />
      {props.children}
      <Send view={view} />
    </Form>
  );
}

/** Adds or changes a supplier. */
export function SupplierFormPage({ view }: { readonly view: FormView<SupplierForm> }): VNode {
  const { language, typed, changing } = view;
  const words = catalogueTexts(language).form;
  const error = errorsOf(view, typed.name);
  return (
    <>
      <Notices view={view} typed={typed.name} />
      <PageHead title={changing === null ? words.addSupplierTitle : words.changeTitle(changing)} />
      <RecordForm view={view}>
        <TextInput name="name" label={words.name} value={typed.name} required {...error('name')} />
        <TextInput
          name="organisationNumber"
          label={words.organisationNumber}
          value={typed.organisationNumber}
          width="medium"
          {...error('organisationNumber')}
        />
        <TextInput name="web" label={words.web} value={typed.web} {...error('web')} />
        <OtherNames view={view} error={error} />
      </RecordForm>
    </>
  );
}
