import type { ComponentChildren, VNode } from 'preact';

export type TermRow = { readonly term: ComponentChildren; readonly text: ComponentChildren; readonly id?: string };

/** A name and what it says, line by line: paragraphs of law, changes, settings. */
export function Terms(props: { readonly rows: readonly TermRow[] }): VNode {
  return (
    <dl class="k-terms">
      {props.rows.map((row, index) => (
        <div key={row.id ?? index} id={row.id}>
          <dt>{row.term}</dt>
          <dd>{row.text}</dd>
        </div>
      ))}
    </dl>
  );
}
