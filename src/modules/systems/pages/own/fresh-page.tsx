import type { VNode } from 'preact';
import { Alert, Button, Form, Textarea, TextInput } from '../../../../ui/index.ts';
import { FieldInput, type Input } from './field-input.tsx';
import { OwnPage, type Shell } from './shell.tsx';

export type FreshView = {
  readonly shell: Shell;
  readonly to: string;
  readonly typed: { readonly name: string; readonly supplier: string; readonly what: string };
  readonly errors: { readonly name?: string; readonly supplier?: string };
  readonly components: Input;
  /** What is in the catalogue already and looks the same. */
  readonly like: { readonly name: string; readonly product: string; readonly addTo: string } | null;
};

/** A product that the catalogue lacks, for everybody, and in use here. */
export function FreshProductPage(view: FreshView): VNode {
  const { fresh } = view.shell.words;
  const { typed, like } = view;
  return (
    <OwnPage shell={view.shell}>
      {like === null ? null : (
        <Alert tone="warning" title={fresh.like(like.name)}>
          <Form action={like.addTo} hidden={{ produkt: like.product }} class="k-form-inline">
            <Button kind="secondary">{fresh.takeThat}</Button>
          </Form>
        </Alert>
      )}
      <Form action={view.to}>
        <TextInput
          name="namn"
          label={fresh.name}
          help={fresh.nameHelp}
          value={typed.name}
          maxLength={200}
          width="long"
          required
          error={view.errors.name}
        />
        <TextInput
          name="leverantor"
          label={fresh.supplier}
          help={fresh.supplierHelp}
          value={typed.supplier}
          maxLength={200}
          width="long"
          error={view.errors.supplier}
        />
        <Textarea
          name="vad"
          label={fresh.what}
          help={fresh.whatHelp}
          rows={2}
          value={typed.what}
          maxLength={1000}
        />
        <FieldInput {...view.components} />
        {like === null ? (
          <Button>{fresh.save}</Button>
        ) : (
          <Button name="annan" value="ja">
            {fresh.anyway}
          </Button>
        )}
      </Form>
    </OwnPage>
  );
}
