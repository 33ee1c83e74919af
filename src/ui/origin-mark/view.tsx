import type { VNode } from 'preact';
import { texts } from '../texts/index.ts';
import { usePage } from '../page/context.ts';

export type Origin = 'shared' | 'local' | 'adapted';

/** Where a thing comes from: a tile, and always the word. `word` replaces it, e.g. "lokalt, Härnösand". */
export function OriginMark(props: { readonly origin: Origin; readonly word?: string }): VNode {
  const { language } = usePage();
  return (
    <span class="k-origin">
      <svg class="k-origin-tile" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        <OriginTile origin={props.origin} />
      </svg>
      {props.word ?? texts(language).origins[props.origin]}
    </span>
  );
}

export function OriginTile({ origin }: { readonly origin: Origin }): VNode {
  switch (origin) {
    case 'shared':
      return <rect class="k-origin-shared" width="12" height="12" />;
    case 'local':
      return <path class="k-origin-local" d="M1 1h10v10H1z" />;
    case 'adapted':
      return (
        <g>
          <path class="k-origin-local" d="M1 1h10v10H1z" />
          <path class="k-origin-shared" d="M0 0h12L0 12z" />
        </g>
      );
  }
}
