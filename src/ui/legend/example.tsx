import type { Example } from '../page/example.ts';
import { Legend } from './view.tsx';

export const examples: readonly Example[] = [
  {
    name: 'map',
    view: (
      <Legend
        label="Tecken på kartan"
        items={[
          { kind: 'map', state: 'owns', word: 'äger' },
          { kind: 'map', state: 'newest', word: 'version 2' },
          { kind: 'map', state: 'older', word: 'version 1' },
          { kind: 'map', state: 'ours', word: 'Härnösand' },
        ]}
      />
    ),
  },
  {
    name: 'comparison',
    view: (
      <Legend
        stacked
        items={[
          { kind: 'line', side: 'shared', word: 'kommer från version 2' },
          { kind: 'line', side: 'local', word: 'kommer från er' },
          { kind: 'origin', origin: 'shared', word: 'gemensamt' },
          { kind: 'origin', origin: 'local', word: 'lokalt' },
          { kind: 'origin', origin: 'adapted', word: 'gemensamt, anpassat' },
        ]}
      />
    ),
  },
];
