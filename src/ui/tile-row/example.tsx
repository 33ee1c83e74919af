import type { Example } from '../page/example.ts';
import { TileRow } from './view.tsx';

export const examples: readonly Example[] = [
  {
    name: 'counter',
    view: (
      <div>
        <TileRow
          counted
          groups={[
            [
              { id: 'a', state: 'taken', title: 'Ny fråga, går in', href: '#a' },
              { id: 'b', state: 'open', title: 'Förklaring, välj text', href: '#b', current: true },
            ],
            [{ id: 'c', state: 'declined', title: 'Sms, tackat nej', href: '#c' }],
          ]}
        />
        <p id="a">a</p>
        <p id="b">b</p>
        <p id="c">c</p>
      </div>
    ),
  },
];
