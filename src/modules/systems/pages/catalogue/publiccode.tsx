import type { VNode } from 'preact';
import type { Language } from '../../../../platform/http/index.ts';
import { Actions, Alert, Button, FileInput, Form, PageHead, Textarea } from '../../../../ui/index.ts';
import { catalogueTexts } from '../../texts/catalogue.ts';

export type PubliccodeView = {
  readonly language: Language;
  readonly action: string;
  readonly typed: string;
  readonly failure: 'unreadable' | 'too-large' | null;
};

/** Where publiccode.yml is pasted or uploaded. */
export function PubliccodePage({ view }: { readonly view: PubliccodeView }): VNode {
  const words = catalogueTexts(view.language).publiccode;
  const { failure } = view;
  return (
    <>
      {failure !== null && (
        <Alert tone="wrong" title={failure === 'too-large' ? words.tooLarge : words.unreadable} />
      )}
      <PageHead title={words.title} summary={words.lede} />
      <Form action={view.action} files>
        <Textarea name="text" label={words.text} value={view.typed} rows={12} />
        <FileInput name="file" label={words.file} accept=".yml,.yaml,text/plain,application/yaml" />
        <Actions>
          <Button>{words.read}</Button>
        </Actions>
      </Form>
    </>
  );
}
