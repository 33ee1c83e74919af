import type { Example } from '../page/example.ts';
import { Position, PositionTiles } from './view.tsx';

export const examples: readonly Example[] = [
  {
    name: 'bar',
    view: (
      <Position
        now="decision"
        steps={[
          { id: 'received', title: 'Inkommen', note: '9 november' },
          { id: 'decision', title: 'Beslut', note: 'nu, hos dig' },
          { id: 'sent', title: 'Expediering' },
        ]}
      />
    ),
  },
  {
    name: 'done',
    view: <Position now={null} steps={[{ id: 'received', title: 'Inkommen', note: '9 november' }]} />,
  },
  { name: 'tiles', view: <PositionTiles title="Utredning" now={2} of={6} /> },
];
