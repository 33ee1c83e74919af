import type { VNode } from 'preact';

/** The only icons there are; each stands beside a word. */
export const icons = ['search', 'tick', 'cross', 'triangle', 'dot', 'dash'] as const;
export type IconName = (typeof icons)[number];

const shapes: Record<IconName, VNode> = {
  search: (
    <g fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round">
      <circle cx="10.5" cy="10.5" r="6.5" />
      <path d="m15.5 15.5 5 5" />
    </g>
  ),
  tick: <path fill="none" stroke="currentColor" stroke-width="4" d="m4.5 13 5 5L20 6.5" />,
  cross: <path fill="none" stroke="currentColor" stroke-width="3" d="m5.5 5.5 13 13m0-13-13 13" />,
  triangle: (
    <g>
      <path fill="currentColor" d="M12 2.5 23 21.5H1z" />
      <path fill="none" class="k-icon-cut" stroke-width="2.4" d="M12 9v6m0 1.8v2.2" />
    </g>
  ),
  dot: <circle cx="12" cy="12" r="10" fill="currentColor" />,
  dash: <path fill="none" stroke="currentColor" stroke-width="3.4" d="M6 12h12" />,
};

export function Icon(props: { readonly name: IconName; readonly class?: string }): VNode {
  const kind = props.class === undefined ? 'k-icon' : `k-icon ${props.class}`;
  return (
    <svg class={kind} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {shapes[props.name]}
    </svg>
  );
}
