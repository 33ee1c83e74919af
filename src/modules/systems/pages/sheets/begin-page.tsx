import type { VNode } from 'preact';
import {
  Actions,
  Button,
  ErrorSummary,
  FileInput,
  Form,
  LinkList,
  PageHead,
  Section,
  Textarea,
  type Crumb,
} from '../../../../ui/index.ts';
import type { SheetsTexts } from '../../texts/sheets.ts';

export type BeginView = {
  readonly words: SheetsTexts;
  readonly trail: readonly Crumb[];
  readonly action: string;
  readonly typed: string;
  readonly problem: { readonly field: 'klistrat' | 'fil'; readonly message: string } | null;
  /** One's own systems as files. */
  readonly out: readonly { readonly id: string; readonly title: string; readonly to: string }[];
  /** Sheets that are read and wait. */
  readonly waiting: readonly { readonly id: string; readonly title: string; readonly to: string }[];
};

/** A spreadsheet is pasted or chosen. */
export function BeginPage({ words, trail, action, typed, problem, out, waiting }: BeginView): VNode {
  const error = (field: string): string | undefined =>
    problem?.field === field ? problem.message : undefined;
  return (
    <>
      <ErrorSummary problems={problem === null ? [] : [problem]} />
      <PageHead title={words.title} trail={trail} summary={words.lede} ruled />
      <Form action={action} files>
        <Textarea
          name="klistrat"
          optional={words.oneIsEnough}
          label={words.pasted}
          help={words.pastedHelp}
          rows={10}
          value={typed}
          error={error('klistrat')}
        />
        <FileInput
          name="fil"
          required
          label={words.file}
          help={words.fileHelp}
          accept=".xlsx,.xlsm,.ods,.csv,.tsv,.txt"
          error={error('fil')}
        />
        <Actions>
          <Button>{words.read}</Button>
        </Actions>
      </Form>
      <Section title={words.out}>
        <p>{words.outText}</p>
        <LinkList items={out} />
      </Section>
      {waiting.length === 0 ? null : (
        <Section title={words.waiting} note={words.waitingNote}>
          <LinkList items={waiting} />
        </Section>
      )}
    </>
  );
}
