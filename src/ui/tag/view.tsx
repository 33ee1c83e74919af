import type { ComponentChildren, VNode } from 'preact';

/** Colour follows meaning: ours and to be chosen is `local`, running is `good`, wrong or late is `wrong`. */
export type Tone = 'plain' | 'shared' | 'local' | 'good' | 'warning' | 'wrong';

/** A state in a word or two. Never the only carrier of what it says. */
export function Tag(props: { readonly children: ComponentChildren; readonly tone?: Tone }): VNode {
  return (
    <span class="ds-tag" data-tone={props.tone ?? 'plain'}>
      {props.children}
    </span>
  );
}
