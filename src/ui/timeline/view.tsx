import type { ComponentChildren, VNode } from 'preact';

export type TimelineEntry = {
  readonly id: string;
  /** ISO 8601, for machines. */
  readonly at: string;
  /** "12 november 08.15" */
  readonly when: string;
  readonly what: ComponentChildren;
  readonly note?: ComponentChildren;
};

/** Messages or history, newest first: when at the left, what at the right. */
export function Timeline(props: { readonly entries: readonly TimelineEntry[] }): VNode {
  return (
    <ol class="k-timeline">
      {props.entries.map((entry) => (
        <li key={entry.id} id={entry.id}>
          <time class="k-meta" datetime={entry.at}>
            {entry.when}
          </time>
          <div>
            <div>{entry.what}</div>
            {entry.note === undefined ? null : <div class="k-meta">{entry.note}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
