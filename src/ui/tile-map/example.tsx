import type { Example } from '../page/example.ts';
import type { MapTile } from './view.tsx';
import { mapStates, TileMap } from './view.tsx';

const tiles: readonly MapTile[] = mapStates.map((state, index) => ({
  id: state,
  column: index % 3,
  row: Math.floor(index / 3),
  state,
  title: `Kommun ${index + 1}`,
}));

export const examples: readonly Example[] = [
  { name: 'states', view: <TileMap tiles={tiles} label="Två kommuner använder verket" /> },
  {
    name: 'linked',
    view: (
      <TileMap
        tiles={tiles.map((tile) => ({ ...tile, href: `/k/${tile.id}` }))}
        label="Två kommuner använder verket"
      />
    ),
  },
  { name: 'empty', view: <TileMap tiles={[]} label="Ingen kommun använder verket" /> },
];
