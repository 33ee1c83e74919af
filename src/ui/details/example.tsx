import type { Example } from '../page/example.ts';
import { Details } from './view.tsx';

export const examples: readonly Example[] = [
  {
    name: 'closed',
    view: (
      <Details summary="Så mäter vi vägen">
        <p>Vi mäter den kortaste vägen som är säker att gå.</p>
      </Details>
    ),
  },
  {
    name: 'open',
    view: (
      <Details summary="Så mäter vi vägen" open>
        <p>Vi mäter den kortaste vägen som är säker att gå.</p>
      </Details>
    ),
  },
];
