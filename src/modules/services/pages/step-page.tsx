import type { VNode } from 'preact';
import {
  Actions,
  Alert,
  Button,
  Columns,
  ErrorSummary,
  Prose,
  SavedNote,
  StepList,
  href,
  usePage,
} from '../../../ui/index.ts';
import type { FieldProblem, Step } from '../../../ui/index.ts';
import type { WayField } from '../definition/index.ts';
import { fromName, goName, revisionName } from '../drafts/form.ts';
import type { Asking } from '../fields/asking.ts';
import { FieldList } from '../fields/field-list.tsx';
import type { Texts } from '../texts/index.ts';

export type StepFrame = {
  readonly words: Texts;
  readonly service: string;
  readonly steps: readonly Step[];
  /** "Sparat klockan 14.32."; null before anything was saved. */
  readonly saved: string | null;
  readonly kept: string;
};

export type StepView = StepFrame & {
  readonly title: string;
  readonly text: string | null;
  readonly action: string;
  readonly fields: readonly WayField[];
  readonly asking: Asking;
  readonly problems: readonly FieldProblem[];
  /** What the last answers led to: the first of it by input name, and how many of it are questions. */
  readonly revealed: { readonly first: string; readonly questions: number } | null;
  readonly revision: number;
  readonly from: string;
  readonly files: boolean;
  readonly first: boolean;
  /** The title of the page after this one. */
  readonly next: string | null;
};

/** What stands around every step: the way at the left, what is saved at the top. */
export function StepLayout(props: {
  readonly frame: StepFrame;
  readonly children: VNode | readonly VNode[];
}): VNode {
  const { frame } = props;
  return (
    <Columns
      kind="service"
      aside={
        <>
          <p class="k-meta sv-about">{frame.service}</p>
          <StepList steps={frame.steps} />
        </>
      }
    >
      <div class="sv-saved">
        {frame.saved === null ? (
          <p class="k-meta">{frame.kept}</p>
        ) : (
          <SavedNote saved={frame.saved} kept={frame.kept} />
        )}
      </div>
      {props.children}
    </Columns>
  );
}

/** One page of an e-service: its questions, what is wrong, and the way on. */
export function StepPage(view: StepView): VNode {
  return (
    <StepLayout frame={view}>
      <div class="sv-step">
        <ErrorSummary problems={view.problems} />
        {view.revealed === null ? null : <Revealed revealed={view.revealed} words={view.words} />}
        <h1>{view.title}</h1>
        {view.text === null ? null : <Prose shared text={view.text} />}
        <StepForm {...view} />
      </div>
    </StepLayout>
  );
}

type RevealedProps = { readonly revealed: NonNullable<StepView['revealed']>; readonly words: Texts };

function Revealed({ revealed: { first, questions }, words: { draft } }: RevealedProps): VNode {
  return (
    <Alert tone="info" title={questions === 0 ? draft.revealedText : draft.revealed(questions)}>
      <a href={`#${first}`}>{questions === 0 ? draft.revealedTextLink : draft.revealedLink}</a>
    </Alert>
  );
}

/**
 * The form of a step. It carries the page's revision instead of an idempotency key: sending the same page
 * twice is harmless, and going back, changing it and sending it again must work.
 */
function StepForm(view: StepView): VNode {
  const { language } = usePage();
  return (
    <form
      class="k-form"
      method="post"
      action={href(language, view.action)}
      enctype={view.files ? 'multipart/form-data' : undefined}
      novalidate
    >
      <input type="hidden" name={revisionName} value={view.revision} />
      {view.from === '' ? null : <input type="hidden" name={fromName} value={view.from} />}
      {/* The Enter key presses the first button of a form: it must be the one that goes on. */}
      <button class="k-hidden" type="submit" name={goName} value="next" tabindex={-1} aria-hidden="true">
        {view.words.draft.continue}
      </button>
      <FieldList fields={view.fields} asking={view.asking} />
      <div class="sv-end">
        <Actions>
          <Button name={goName} value="next">
            {view.next === null ? view.words.draft.continue : view.words.draft.continueTo(view.next)}
          </Button>
          {view.first ? null : (
            <Button kind="secondary" name={goName} value="back" unchecked>
              {view.words.draft.back}
            </Button>
          )}
          <button class="k-as-link" type="submit" name={goName} value="leave" formnovalidate>
            {view.words.draft.saveAndLeave}
          </button>
        </Actions>
      </div>
    </form>
  );
}
