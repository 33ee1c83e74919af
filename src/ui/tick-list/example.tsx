import type { Example } from '../page/example.ts';
import { StatusList, TickList } from './view.tsx';

export const examples: readonly Example[] = [
  {
    name: 'ticks',
    view: <TickList items={['Ansökan i fem steg, med sparat utkast', 'Mäter vägen på karta']} />,
  },
  {
    name: 'status',
    view: (
      <StatusList
        items={[
          { id: 'a', state: 'disturbed', text: 'Det går inte att betala med kort i dag.' },
          { id: 'b', state: 'down', text: 'Kartan är ur drift.' },
          { id: 'c', state: 'works', text: 'Alla andra tjänster fungerar.' },
        ]}
      />
    ),
  },
];
