import type { VNode } from 'preact';
import { OriginTile } from '../origin-mark/view.tsx';

/** One municipality: has not begun, has the older version, the shared one, or the shared one with its own in it. */
export type ShareTile = 'none' | 'older' | 'shared' | 'adapted';

export type ShareStep = {
  readonly title: string;
  readonly text: string;
  readonly tiles: readonly ShareTile[];
};

/** Step after step, with how far the thing has come drawn above the words. The words say all of it. */
export function ShareSteps(props: { readonly steps: readonly ShareStep[] }): VNode {
  return (
    <ol class="k-share">
      {props.steps.map((step) => (
        <li key={step.title}>
          <Tiles tiles={step.tiles} />
          <h3>{step.title}</h3>
          <p>{step.text}</p>
        </li>
      ))}
    </ol>
  );
}

/** A tile is 12 units and the gap between tiles 3. */
const step = 15;

function Tiles({ tiles }: { readonly tiles: readonly ShareTile[] }): VNode {
  return (
    <svg
      class="k-share-tiles"
      viewBox={`0 0 ${tiles.length * step - 3} 12`}
      aria-hidden="true"
      focusable="false"
    >
      {tiles.map((tile, index) => (
        <g key={index} transform={`translate(${index * step} 0)`}>
          <Tile tile={tile} />
        </g>
      ))}
    </svg>
  );
}

function Tile({ tile }: { readonly tile: ShareTile }): VNode {
  switch (tile) {
    case 'none':
      return <rect class="k-share-none" width="12" height="12" />;
    case 'older':
      return <path class="k-share-older" d="M1 1h10v10H1z" />;
    case 'shared':
    case 'adapted':
      return <OriginTile origin={tile} />;
  }
}
