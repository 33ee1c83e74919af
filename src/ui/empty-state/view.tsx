import type { ComponentChildren, VNode } from 'preact';

export type EmptyStateProps = {
  /** A sentence that says it is fine, or why: "Inget väntar på dig". */
  readonly title: string;
  readonly children?: ComponentChildren;
  /** The one useful next step. */
  readonly actions?: ComponentChildren;
};

export function EmptyState(props: EmptyStateProps): VNode {
  return (
    <div class="k-empty">
      <h2>{props.title}</h2>
      {props.children}
      {props.actions === undefined ? null : <div class="k-actions">{props.actions}</div>}
    </div>
  );
}

export type DoneStateProps = EmptyStateProps & {
  /** The number to remember: "SKJ 2026-0417". */
  readonly number?: string;
  /** The counter in full, as the picture. */
  readonly picture?: ComponentChildren;
  /** The heading of the page itself. */
  readonly main?: boolean;
};

/** What applies from now, the number or date, what happens next, and a way on. */
export function DoneState(props: DoneStateProps): VNode {
  const Title = props.main === true ? 'h1' : 'h2';
  return (
    <div class="k-empty k-done">
      {props.picture}
      <Title>{props.title}</Title>
      {props.number === undefined ? null : <p class="k-done-number k-serif">{props.number}</p>}
      {props.children}
      {props.actions === undefined ? null : <div class="k-actions">{props.actions}</div>}
    </div>
  );
}
