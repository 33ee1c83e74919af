import type { VNode } from 'preact';
import type { MapState } from '../tile-map/view.tsx';
import { OriginTile } from '../origin-mark/view.tsx';
import type { Origin } from '../origin-mark/view.tsx';

/** A sign and its word. `line` signs are the two underlines of a comparison. */
export type LegendItem =
  | { readonly kind: 'map'; readonly state: MapState; readonly word: string }
  | { readonly kind: 'origin'; readonly origin: Origin; readonly word: string }
  | { readonly kind: 'line'; readonly side: 'shared' | 'local'; readonly word: string };

export type LegendProps = {
  readonly items: readonly LegendItem[];
  readonly label?: string;
  readonly stacked?: boolean;
};

export function Legend(props: LegendProps): VNode {
  return (
    <ul class="k-legend" data-stacked={props.stacked === true ? true : undefined} aria-label={props.label}>
      {props.items.map((item) => (
        <li key={item.word}>
          <Sign item={item} />
          {item.word}
        </li>
      ))}
    </ul>
  );
}

function Sign({ item }: { readonly item: LegendItem }): VNode {
  switch (item.kind) {
    case 'map':
      return (
        <svg class="k-origin-tile" viewBox="0 0 6 6" aria-hidden="true" focusable="false">
          <path class="k-legend-tile" data-state={item.state} d={shapeOf(item.state)} />
        </svg>
      );
    case 'origin':
      return (
        <svg class="k-origin-tile" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
          <OriginTile origin={item.origin} />
        </svg>
      );
    case 'line':
      return <span class="k-legend-line" data-side={item.side} aria-hidden="true" />;
  }
}

/** As on the map: outlines are drawn inside their square, and what is not known is a dot. */
function shapeOf(state: MapState): string {
  if (state === 'unknown') return 'M2 3a1 1 0 1 0 2 0a1 1 0 1 0-2 0z';
  return state === 'older' || state === 'ours' ? 'M.75.75h4.5v4.5H.75z' : 'M0 0h6v6H0z';
}
