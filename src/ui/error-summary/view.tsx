import type { VNode } from 'preact';
import { texts } from '../texts/index.ts';
import { usePage } from '../page/context.ts';

/** `field` is the id of the control that the link leads to. */
export type FieldProblem = { readonly field: string; readonly message: string };

export type ErrorSummaryProps = {
  readonly problems: readonly FieldProblem[];
  readonly title?: string;
};

/** First on a page that was sent with faults; takes the focus when the page has loaded. */
export function ErrorSummary(props: ErrorSummaryProps): VNode | null {
  const { language } = usePage();
  if (props.problems.length === 0) return null;
  return (
    <div class="ds-error-summary k-errors" role="alert" tabindex={-1} autofocus aria-labelledby="k-errors">
      <h2 id="k-errors">{props.title ?? texts(language).errors(props.problems.length)}</h2>
      <ul class="k-errors-list">
        {props.problems.map((problem) => (
          <li key={`${problem.field} ${problem.message}`}>
            <a href={`#${problem.field}`}>{problem.message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
