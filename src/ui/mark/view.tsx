import type { VNode } from 'preact';

/** Two tiles that share a corner: one outlined (local), one filled (shared). 24 units a side. */
export const markPath =
  'M8 0h16v16h-4v8H0V8h8zm0 10.5H2.6v10.9h14.8V16H8zm2.6 0v2.9h6.8v-2.9z';

export function Mark(props: { readonly class?: string }): VNode {
  return (
    <svg class={props.class ?? 'k-mark'} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path fill="currentColor" fill-rule="evenodd" d={markPath} />
    </svg>
  );
}

/** The mark as a file of its own, for the tab. Follows the reader's colour scheme. */
export const favicon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 -4 32 32"><style>path{fill:#17222d}@media(prefers-color-scheme:dark){path{fill:#eef1f3}}</style><path fill-rule="evenodd" d="${markPath}"/></svg>`;
