import type { VNode } from 'preact';
import { Icon } from '../icon/view.tsx';
import { texts } from '../texts/index.ts';
import { usePage } from '../page/context.ts';

/** `taken` goes in, `declined` was said no to (both are done), `open` waits for an answer. */
export type TileState = 'taken' | 'declined' | 'open';

export type RowTile = {
  readonly id: string;
  readonly state: TileState;
  /** What it is and how it stands, in words: "Ny fråga, går in". */
  readonly title: string;
  /** The id of its change on this page, or an address. */
  readonly href?: string;
  readonly current?: boolean;
};

export type TileRowProps = {
  /** Tiles grouped as the parts of the work are. */
  readonly groups: readonly (readonly RowTile[])[];
  /** Large figures above the tiles: "15 av 16 klara". */
  readonly counted?: boolean;
  /** The figures, where they are of more than there are tiles for. */
  readonly counts?: { readonly done: number; readonly total: number };
  readonly label?: string;
};

const content = (state: TileState): VNode | string => {
  switch (state) {
    case 'taken':
      return <Icon name="tick" />;
    case 'declined':
      return <Icon name="dash" />;
    case 'open':
      return '!';
  }
};

/** One tile for each change; each is a link to it and says its state in words. */
export function TileRow(props: TileRowProps): VNode {
  const { language } = usePage();
  const words = texts(language);
  const tiles = props.groups.flat();
  const shown = { done: tiles.filter((tile) => tile.state !== 'open').length, total: tiles.length };
  const { done, total } = props.counts ?? shown;
  return (
    <div class="k-tiles">
      {props.counted === true ? (
        <p class="k-tiles-count">
          <span class="k-serif">{words.of(done, total)}</span> {words.ready}
        </p>
      ) : null}
      {tiles.length > 0 ? (
        <div
          class="k-tiles-row"
          role="group"
          aria-label={props.label ?? `${words.of(done, total)} ${words.ready}`}
        >
          {props.groups.map((group, index) => (
            <ul class="k-tiles-group" key={index}>
              {group.map((tile) => (
                <li key={tile.id}>
                  <Tile tile={tile} />
                </li>
              ))}
            </ul>
          ))}
        </div>
      ) : null}
    </div>
  );
}

function Tile({ tile }: { readonly tile: RowTile }): VNode {
  const inner = (
    <>
      <span aria-hidden="true">{content(tile.state)}</span>
      <span class="k-hidden">{tile.title}</span>
    </>
  );
  const current = tile.current === true ? ('true' as const) : undefined;
  return tile.href === undefined ? (
    <span class="k-tile" data-state={tile.state} title={tile.title}>
      {inner}
    </span>
  ) : (
    <a class="k-tile" data-state={tile.state} href={tile.href} title={tile.title} aria-current={current}>
      {inner}
    </a>
  );
}
