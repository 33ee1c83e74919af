import type { VNode } from 'preact';
import { Legend, Link, Table, TileMap, type MapState, type MapTile } from '../../../../ui/index.ts';
import type { EverybodyTexts } from '../../texts/everybody.ts';

export type CountyLine = {
  readonly id: string;
  readonly name: string;
  readonly have: string;
  readonly begun: string;
  /** Instead of anybody. */
  readonly note: string;
  readonly who: readonly {
    readonly id: string;
    readonly name: string;
    readonly says: string;
    readonly to: string;
  }[];
};

export type MapParts = {
  readonly words: EverybodyTexts;
  readonly label: string;
  readonly tiles: readonly MapTile[];
  readonly legend: readonly { readonly state: MapState; readonly word: string }[];
  readonly counties: readonly CountyLine[];
  /** Whether the list says how many have begun: where that is not what the map is of. */
  readonly begunShown: boolean;
  /** The word for one's own tile; null for whoever has none. */
  readonly ours: string | null;
};

/** The map with its legend. */
export function MapView({ parts }: { readonly parts: MapParts }): VNode {
  const own = parts.ours === null ? [] : [{ kind: 'map', state: 'ours', word: parts.ours } as const];
  return (
    <>
      <p class="k-meta">
        <Link to="#lista">{parts.words.map.toList}</Link>
      </p>
      <TileMap tiles={parts.tiles} label={parts.label} />
      <Legend items={[...parts.legend.map((item) => ({ kind: 'map', ...item }) as const), ...own]} stacked />
    </>
  );
}

/** The same facts as the map, county by county. */
export function CountyTable({ parts }: { readonly parts: MapParts }): VNode {
  const { words } = parts;
  const { columns } = words.map;
  return (
    <Table<CountyLine>
      caption={words.map.caption}
      rows={parts.counties}
      rowKey={({ id }) => id}
      paper
      columns={[
        {
          id: 'county',
          title: columns.county,
          cell: ({ name }) => <span class="systems-county">{name}</span>,
        },
        {
          id: 'have',
          title: parts.begunShown ? columns.have : columns.begun,
          labelled: true,
          narrow: true,
          cell: ({ have }) => have,
        },
        {
          id: 'who',
          title: columns.who,
          cell: ({ who, note }) =>
            who.length === 0 ? (
              <span class="k-meta">{note}</span>
            ) : (
              <ul class="systems-who">
                {who.map((one) => (
                  <li key={one.id}>
                    <Link to={one.to}>{one.name}</Link>
                    {one.says === '' ? null : <span class="k-meta"> {one.says}</span>}
                  </li>
                ))}
              </ul>
            ),
        },
        ...(parts.begunShown
          ? [
              {
                id: 'begun',
                title: columns.begun,
                labelled: true,
                narrow: true,
                cell: ({ begun }: CountyLine) => begun,
              },
            ]
          : []),
      ]}
    />
  );
}
