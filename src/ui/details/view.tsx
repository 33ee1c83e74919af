import type { ComponentChildren, VNode } from 'preact';

export type DetailsProps = {
  readonly summary: ComponentChildren;
  readonly children: ComponentChildren;
  readonly open?: boolean;
  readonly id?: string;
};

/** What few need to read, folded. Never hides what must be filled in. */
export function Details(props: DetailsProps): VNode {
  return (
    <details class="ds-details" open={props.open} id={props.id}>
      <summary>{props.summary}</summary>
      <div class="k-details-body">{props.children}</div>
    </details>
  );
}
