import type { ComponentChildren, VNode } from 'preact';

/** What stands on a fold: its title, and a quieter word about what is in it. */
export function Folded(props: { readonly title: string; readonly note: ComponentChildren }): VNode {
  return (
    <span>
      {props.title} <span class="k-meta">{props.note}</span>
    </span>
  );
}
