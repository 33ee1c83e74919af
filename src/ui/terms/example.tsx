import type { Example } from '../page/example.ts';
import { Pairs, Terms } from './view.tsx';

export const examples: readonly Example[] = [
  {
    name: 'law',
    view: (
      <Terms
        rows={[
          {
            term: 'Skollagen 10 kap. 32 §',
            text: 'Ansökan om tillstånd för stadigvarande servering av alkoholdrycker till allmänheten i en lokal med uteservering',
          },
        ]}
      />
    ),
  },
  {
    name: 'pairs',
    view: (
      <Pairs
        label="De som använder verket"
        rows={[
          { id: 'a', name: 'Sundsvall', note: 'äger', strong: true },
          { id: 'b', name: 'Timrå', note: 'version 2', to: '/timra' },
        ]}
      />
    ),
  },
];
