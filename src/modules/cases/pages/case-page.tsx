import type { VNode } from 'preact';
import { Alert, Columns, ErrorSummary, ExampleNote, Stack } from '../../../ui/index.ts';
import { texts } from '../texts/index.ts';
import { CaseAct } from './case-acts.tsx';
import { CaseHead } from './case-head.tsx';
import { MessagePaper } from './case-messages.tsx';
import { AnswerPapers, DocumentPaper, HistoryPaper, NotePaper } from './case-papers.tsx';
import { CaseSide } from './case-side.tsx';
import type { CaseView } from './case-view.ts';
import { troublesOf } from './trouble.ts';

export type DoneCode = keyof ReturnType<typeof texts>['work']['done'];

export type CasePageProps = {
  readonly view: CaseView;
  /** What was done on the page before. */
  readonly done: DoneCode | null;
};

/** The whole case on one page. */
export function CasePage({ view, done }: CasePageProps): VNode {
  const words = texts(view.language).work;
  return (
    <Stack>
      <ErrorSummary problems={troublesOf(view)} />
      {done === null ? null : <Alert tone="good" title={words.done[done]} />}
      <CaseHead view={view} />
      <Columns
        kind="case"
        aside={
          <Stack>
            <CaseAct view={view} />
            <CaseSide view={view} />
          </Stack>
        }
      >
        <Stack>
          <AnswerPapers view={view} />
          <MessagePaper view={view} />
          <DocumentPaper view={view} />
          <NotePaper view={view} />
          <HistoryPaper view={view} />
        </Stack>
      </Columns>
      {view.demo ? <ExampleNote>{words.example}</ExampleNote> : null}
    </Stack>
  );
}
