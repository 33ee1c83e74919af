import type { Example } from '../page/example.ts';
import { Breadcrumbs } from './view.tsx';

export const examples: readonly Example[] = [
  {
    name: 'three',
    view: (
      <Breadcrumbs
        trail={[
          { title: 'Bibliotek', to: '/b' },
          { title: 'Skolskjuts', to: '/s' },
          { title: 'Uppdatering' },
        ]}
      />
    ),
  },
  {
    name: 'long',
    view: (
      <Breadcrumbs
        trail={[
          { title: 'Bibliotek', to: '/b' },
          {
            title:
              'Ansökan om tillstånd för stadigvarande servering av alkoholdrycker till allmänheten i en lokal med uteservering',
          },
        ]}
      />
    ),
  },
];
