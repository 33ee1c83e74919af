import type { ComponentChildren, VNode } from 'preact';
import { Link } from '../link/view.tsx';

export type Answer = {
  readonly id: string;
  readonly question: string;
  readonly answer: ComponentChildren;
  /** Where the answer is changed, and the word for it ("Ändra"). */
  readonly change?: { readonly to: string; readonly word: string };
  readonly error?: string;
};

/** Questions and answers to check before sending. Each may be changed. */
export function Answers(props: { readonly answers: readonly Answer[] }): VNode {
  return (
    <dl class="k-answers">
      {props.answers.map((row) => (
        <div key={row.id} id={row.id} data-wrong={row.error === undefined ? undefined : true}>
          <dt>{row.question}</dt>
          <dd>
            {row.answer}
            {row.error === undefined ? null : <span class="k-answers-error">{row.error}</span>}
          </dd>
          {row.change === undefined ? null : (
            <dd class="k-answers-change">
              <Link to={row.change.to}>
                {row.change.word}
                <span class="k-hidden">: {row.question}</span>
              </Link>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
