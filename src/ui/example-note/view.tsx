import type { ComponentChildren, VNode } from 'preact';

/** Says that cases, contracts or counts on the page are invented. */
export function ExampleNote(props: { readonly children: ComponentChildren }): VNode {
  return <p class="k-example-note k-meta">{props.children}</p>;
}
