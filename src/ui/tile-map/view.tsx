import type { VNode } from 'preact';

/** `owns` ink, `newest` filled blue, `older` outlined blue, `ours` outlined and `home` filled rust, `unknown` a dot. */
export const mapStates = [
  'owns',
  'newest',
  'older',
  'ours',
  'home',
  'none',
  'unknown',
  'low',
  'middle',
  'high',
] as const;
export type MapState = (typeof mapStates)[number];

export type MapTile = {
  readonly id: string;
  /** Whole steps from the west and the north, from the shared layout. */
  readonly column: number;
  readonly row: number;
  readonly state: MapState;
  /** The municipality and what holds there, in words. */
  readonly title: string;
  readonly href?: string;
  /** A rust frame around whatever the state is: one's own. */
  readonly framed?: boolean;
};

export type TileMapProps = {
  readonly tiles: readonly MapTile[];
  /** Says the conclusion; the same facts stand in a list beside. */
  readonly label: string;
};

/** A tile is 6 units and the gap between tiles 1, a sixth. */
const step = 7;

function Square({ tile }: { readonly tile: MapTile }): VNode {
  const x = tile.column * step;
  const y = tile.row * step;
  const framed = tile.framed === true ? true : undefined;
  const square =
    tile.state === 'unknown' ? (
      <circle class="k-map-tile" data-state="unknown" data-framed={framed} cx={x + 3} cy={y + 3} r="1">
        <title>{tile.title}</title>
      </circle>
    ) : (
      <rect class="k-map-tile" data-state={tile.state} data-framed={framed} {...box(tile.state, x, y)}>
        <title>{tile.title}</title>
      </rect>
    );
  return tile.href === undefined ? (
    square
  ) : (
    <a href={tile.href} aria-label={tile.title}>
      {square}
    </a>
  );
}

/** Outlined tiles are drawn inside their square. */
const box = (state: MapState, x: number, y: number) =>
  state === 'older' || state === 'ours'
    ? { x: x + 0.75, y: y + 0.75, width: 4.5, height: 4.5 }
    : { x, y, width: 6, height: 6 };

/** The country with one equal tile for each municipality, north up. Never the only place for its facts. */
export function TileMap(props: TileMapProps): VNode {
  const columns = Math.max(1, ...props.tiles.map((tile) => tile.column + 1));
  const rows = Math.max(1, ...props.tiles.map((tile) => tile.row + 1));
  const linked = props.tiles.some((tile) => tile.href !== undefined);
  return (
    <svg
      class="k-map"
      viewBox={`0 0 ${columns * step - 1} ${rows * step - 1}`}
      role={linked ? 'group' : 'img'}
      aria-label={props.label}
    >
      {props.tiles.map((tile) => (
        <Square key={tile.id} tile={tile} />
      ))}
    </svg>
  );
}
