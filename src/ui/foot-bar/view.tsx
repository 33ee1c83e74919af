import type { ComponentChildren, VNode } from 'preact';

/** What is left and the last step, at the foot of the window. Lies still on small and zoomed screens. */
export function FootBar(props: {
  readonly status: ComponentChildren;
  readonly children: ComponentChildren;
}): VNode {
  return (
    <div class="k-foot-bar">
      <div class="k-foot-bar-inner">
        <p>{props.status}</p>
        <div class="k-actions k-actions-row">{props.children}</div>
      </div>
    </div>
  );
}
