import type { Example } from '../page/example.ts';
import { Facts, SideFacts } from './view.tsx';

export const examples: readonly Example[] = [
  {
    name: 'two-columns',
    view: (
      <Facts
        facts={[
          { term: 'Elev', value: '9 år, årskurs 3', source: 'Folkbokföringen, 9 november' },
          { term: 'Skola', value: 'Älandsbro skola', source: 'Placerad skola' },
          { term: 'Väg till skolan', value: '3,4 km' },
          {
            term: 'Sökande',
            value:
              'Ansökan om tillstånd för stadigvarande servering av alkoholdrycker till allmänheten i en lokal med uteservering',
          },
        ]}
      />
    ),
  },
  { name: 'one-column', view: <Facts columns={1} facts={[{ term: 'Elev', value: '9 år, årskurs 3' }]} /> },
  {
    name: 'side',
    view: <SideFacts facts={[{ term: 'Licens', value: 'Fri att använda och ändra (CC0)' }]} />,
  },
];
