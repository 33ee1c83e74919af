import type { ComponentChildren, VNode } from 'preact';
import { Link } from '../link/view.tsx';
import { tied } from '../prose/tied.ts';

export type TermRow = {
  readonly term: ComponentChildren;
  readonly text: ComponentChildren;
  readonly id?: string;
};

const inLine = (content: ComponentChildren): ComponentChildren =>
  typeof content === 'string' ? tied(content) : content;

/** A name and what it says, line by line: paragraphs of law, changes, settings. */
export function Terms(props: { readonly rows: readonly TermRow[] }): VNode {
  return (
    <dl class="k-terms">
      {props.rows.map((row, index) => (
        <div key={row.id ?? index} id={row.id}>
          <dt>{inLine(row.term)}</dt>
          <dd>{inLine(row.text)}</dd>
        </div>
      ))}
    </dl>
  );
}

export type PairRow = {
  readonly id: string;
  readonly name: string;
  readonly note: ComponentChildren;
  readonly to?: string;
  readonly strong?: boolean;
};

/** Names and how each stands, in two columns where there is room: those who use a work. */
export function Pairs(props: { readonly rows: readonly PairRow[]; readonly label?: string }): VNode {
  return (
    <ul class="k-pairs" aria-label={props.label}>
      {props.rows.map((row) => (
        <li key={row.id}>
          <span data-strong={row.strong === true ? true : undefined}>
            {row.to === undefined ? row.name : <Link to={row.to}>{row.name}</Link>}
          </span>
          <span class="k-meta">{row.note}</span>
        </li>
      ))}
    </ul>
  );
}
