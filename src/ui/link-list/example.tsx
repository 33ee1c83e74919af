import type { Example } from '../page/example.ts';
import { LinkList } from './view.tsx';

export const examples: readonly Example[] = [
  {
    name: 'ruled',
    view: (
      <LinkList
        ruled
        columns={2}
        items={[
          { id: 'a', title: 'Ansök om skolskjuts', to: '/a', note: 'Vårterminen: senast 15 december' },
          {
            id: 'b',
            title:
              'Ansökan om tillstånd för stadigvarande servering av alkoholdrycker till allmänheten i en lokal med uteservering',
            to: '/b',
          },
        ]}
      />
    ),
  },
  {
    name: 'open',
    view: <LinkList columns={4} items={[{ id: 'a', title: 'Få barn', to: '/a', note: 'Förskola, namn' }]} />,
  },
];
