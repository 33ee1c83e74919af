import type { ComponentChildren, VNode } from 'preact';

export type OriginEdgeProps = {
  readonly origin: 'shared' | 'local';
  readonly children: ComponentChildren;
  /** "Lokalt, Härnösand". A local text always has one. */
  readonly label?: string;
};

/** A text with its origin at the edge: solid blue is common, dashed rust is local. */
export function OriginEdge(props: OriginEdgeProps): VNode {
  return (
    <div class="k-edge" data-origin={props.origin}>
      {props.label === undefined ? null : <p class="k-edge-label">{props.label}</p>}
      <div class="k-serif">{props.children}</div>
    </div>
  );
}
