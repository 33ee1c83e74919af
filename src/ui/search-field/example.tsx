import type { Example } from '../page/example.ts';
import { SearchField } from './view.tsx';

export const examples: readonly Example[] = [
  {
    name: 'large',
    view: (
      <SearchField action="/sok" large label="Sök bland 148 tjänster" help="Skriv som du själv säger det." />
    ),
  },
  {
    name: 'filled',
    view: <SearchField action="/sok" label="Sök" value="bygglov" hidden={{ amne: 'bygga-bo' }} />,
  },
];
