import type { Example } from '../page/example.ts';
import { ErrorSummary } from './view.tsx';

export const examples: readonly Example[] = [
  {
    name: 'two',
    view: (
      <div>
        <ErrorSummary
          problems={[
            { field: 'distance', message: 'Skriv avståndet med siffror, till exempel 2,6.' },
            { field: 'day', message: 'Välj en första dag som är en skoldag.' },
          ]}
        />
        <p>
          <input id="distance" aria-label="Avstånd" /> <input id="day" aria-label="Dag" />
        </p>
      </div>
    ),
  },
];
