import type { VNode } from 'preact';
import { Actions, Button, Form, Table } from '../../../ui/index.ts';
import type { StepFrame } from './step-page.tsx';
import { StepLayout } from './step-page.tsx';

export type StaleRow = {
  readonly id: string;
  readonly question: string;
  readonly saved: string;
  readonly sent: string;
};

export type StaleView = StepFrame & {
  /** The clock when the other window saved. */
  readonly at: string;
  readonly rows: readonly StaleRow[];
  readonly action: string;
};

/** Two windows sent the same page. Both are shown; the person chooses, and nothing was lost. */
export function StalePage(view: StaleView): VNode {
  const { words } = view;
  const side = (title: string, text: string): VNode => (
    <>
      <span class="k-meta sv-side">{title}</span>
      {text === '' ? <span class="k-meta">{words.stale.empty}</span> : text}
    </>
  );
  return (
    <StepLayout frame={view}>
      <div class="sv-step">
        <h1>{words.stale.heading}</h1>
        <p class="k-lede">{words.stale.text(view.at)}</p>
        <Table
          caption={words.stale.heading}
          rows={view.rows}
          rowKey={(row) => row.id}
          columns={[
            { id: 'question', title: words.stale.question, cell: (row) => row.question },
            {
              id: 'saved',
              title: words.stale.saved(view.at),
              cell: (row) => side(words.stale.saved(view.at), row.saved),
            },
            { id: 'sent', title: words.stale.yours, cell: (row) => side(words.stale.yours, row.sent) },
          ]}
        />
        <Form action={view.action}>
          <Actions>
            <Button name="take" value="sent">
              {words.stale.useYours}
            </Button>
            <Button name="take" value="saved" kind="secondary">
              {words.stale.keepSaved}
            </Button>
          </Actions>
        </Form>
      </div>
    </StepLayout>
  );
}
