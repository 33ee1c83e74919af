import type { Example } from '../page/example.ts';
import { Chips } from './view.tsx';

export const examples: readonly Example[] = [
  {
    name: 'one-chosen',
    view: (
      <Chips
        count="1–25 av 143"
        chips={[
          {
            id: 'kind',
            title: 'Alla ärendetyper',
            options: [
              { title: 'Skolskjuts', to: '/l?typ=skj' },
              { title: 'Alla ärendetyper', to: '/l', current: true },
            ],
          },
          { id: 'order', title: 'Närmaste frist först', clear: '/l' },
        ]}
      />
    ),
  },
  { name: 'empty', view: <Chips chips={[]} count="0 av 0" /> },
];
