import type { ComponentChildren, VNode } from 'preact';
import { Button } from '../button/view.tsx';
import { Form } from '../form/view.tsx';
import { texts } from '../texts/index.ts';
import { usePage } from '../page/context.ts';

export type MergeAnswersProps = {
  /** The form posts `answer`: `suggestion`, `own` (with `text`), `ours` or `theirs`. */
  readonly action: string;
  readonly hidden: Readonly<Record<string, string | number>>;
  /** "Ta version 2" */
  readonly takeTheirs: string;
  /** The suggestion as plain text, to rewrite. Null when there is none: then two answers. */
  readonly suggestion: string | null;
  /** A lock leaves only one answer. */
  readonly only?: 'theirs';
  /** "Varför ändrades texten?" */
  readonly aside?: ComponentChildren;
};

/** Four answers, always in this order. "Skriv om" opens a field that holds the suggestion. */
export function MergeAnswers(props: MergeAnswersProps): VNode {
  const { language } = usePage();
  const words = texts(language).merge;
  const locked = props.only === 'theirs';
  // Beside a suggestion they are less; alone they are what there is to choose between.
  const others = props.suggestion === null ? 'secondary' : 'tertiary';
  return (
    <div class="k-merge-answers">
      <Form action={props.action} hidden={props.hidden} class="k-merge-form">
        {props.suggestion === null || locked ? null : (
          <Button name="answer" value="suggestion">
            {words.useSuggestion}
          </Button>
        )}
        {props.suggestion === null || locked ? null : (
          <Rewrite
            text={props.suggestion}
            title={words.rewrite}
            label={words.rewritten}
            button={words.useRewritten}
          />
        )}
        {locked ? null : (
          <Button kind={others} name="answer" value="ours">
            {words.keepOurs}
          </Button>
        )}
        <Button kind={locked ? 'primary' : others} name="answer" value="theirs">
          {props.takeTheirs}
        </Button>
      </Form>
      {props.aside === undefined ? null : <div class="k-merge-why">{props.aside}</div>}
    </div>
  );
}

type RewriteProps = {
  readonly text: string;
  readonly title: string;
  readonly label: string;
  readonly button: string;
};

function Rewrite(props: RewriteProps): VNode {
  return (
    <details class="k-merge-rewrite">
      <summary class="ds-button" data-variant="secondary">
        {props.title}
      </summary>
      <div class="k-merge-own">
        <label>
          <span class="k-question">{props.label}</span>
          <textarea class="ds-input k-serif" name="text" rows={4}>
            {props.text}
          </textarea>
        </label>
        <Button kind="secondary" name="answer" value="own">
          {props.button}
        </Button>
      </div>
    </details>
  );
}
