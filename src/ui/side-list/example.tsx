import type { Example } from '../page/example.ts';
import { SideList } from './view.tsx';

export const examples: readonly Example[] = [
  {
    name: 'views',
    view: (
      <SideList
        label="Listor"
        groups={[
          {
            id: 'own',
            title: 'Mina',
            items: [
              { id: 'todo', title: 'Att göra', to: '/a', note: '12', current: true },
              { id: 'waiting', title: 'Väntar på andra', to: '/b', note: '9' },
            ],
          },
        ]}
      />
    ),
  },
];
