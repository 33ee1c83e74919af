import type { VNode } from 'preact';

/** Two tiles that share a corner: one outlined (local), one filled (shared). 22 units a side. */
const markPath = 'M7 0h15v15h-6v7H0V6h7zM2.5 8.5v11h11V15H7V8.5z';

export function Mark(props: { readonly class?: string }): VNode {
  return (
    <svg class={props.class ?? 'k-mark'} viewBox="0 0 22 22" aria-hidden="true" focusable="false">
      <path fill="currentColor" fill-rule="evenodd" d={markPath} />
    </svg>
  );
}

/** The mark as a file of its own, for the tab. Follows the reader's colour scheme. */
export const favicon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-5 -5 32 32"><style>path{fill:#17222d}@media(prefers-color-scheme:dark){path{fill:#eef1f3}}</style><path fill-rule="evenodd" d="${markPath}"/></svg>`;
