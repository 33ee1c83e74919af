import type { VNode } from 'preact';

export type ReadTile = { readonly id: string; readonly state: 'done' | 'part' | 'ahead' };

export type ReadTilesView = {
  /** "23 av 60 steg lästa" */
  readonly text: string;
  readonly tiles: readonly ReadTile[];
};

const pitch = 15;

/** How much is read: the words, and a tile for each section. Filled is read, half is begun. */
export function ReadTiles({ text, tiles }: ReadTilesView): VNode {
  const width = Math.max(tiles.length * pitch - 3, 0);
  return (
    <span class="guides-read">
      <span>{text}</span>
      <svg
        class="guides-read-tiles"
        viewBox={`0 0 ${width} 12`}
        width={width}
        height="12"
        aria-hidden="true"
        focusable="false"
      >
        {tiles.map((tile, index) => (
          <g key={tile.id}>
            <rect class="guides-read-edge" x={index * pitch + 0.75} y="0.75" width="10.5" height="10.5" />
            {tile.state === 'ahead' ? null : (
              <rect
                class="guides-read-fill"
                x={index * pitch}
                y={tile.state === 'done' ? 0 : 6}
                width="12"
                height={tile.state === 'done' ? 12 : 6}
              />
            )}
          </g>
        ))}
      </svg>
    </span>
  );
}
