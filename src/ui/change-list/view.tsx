import type { ComponentChildren, VNode } from 'preact';
import { Icon } from '../icon/view.tsx';

export type ChangeRow = {
  readonly id: string;
  readonly state: 'taken' | 'declined' | 'answered';
  /** A sentence in the reader's words. */
  readonly what: ComponentChildren;
  /** The law or the reason. */
  readonly why?: ComponentChildren;
  /** "Tacka nej" or "Ångra": a small form or a link. */
  readonly action?: ComponentChildren;
  /** The state in a word, read aloud: "går in". */
  readonly stateWord: string;
};

/** Changes that need no answer, and those that have one: folded to a line each. */
export function ChangeList(props: {
  readonly changes: readonly ChangeRow[];
  readonly label?: string;
}): VNode {
  return (
    <ul class="k-changes" aria-label={props.label}>
      {props.changes.map((change) => (
        <li key={change.id} id={change.id} data-state={change.state}>
          <span class="k-change-tile" aria-hidden="true">
            <Icon name={change.state === 'declined' ? 'dash' : 'tick'} />
          </span>
          <div class="k-change-text">
            <p>
              <span class="k-hidden">{change.stateWord}: </span>
              {change.what}
            </p>
            {change.why === undefined ? null : <p class="k-meta">{change.why}</p>}
          </div>
          {change.action === undefined ? null : <div class="k-change-action">{change.action}</div>}
        </li>
      ))}
    </ul>
  );
}
