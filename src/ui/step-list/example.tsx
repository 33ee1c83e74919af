import type { Example } from '../page/example.ts';
import { StepList } from './view.tsx';

export const examples: readonly Example[] = [
  {
    name: 'middle',
    view: (
      <StepList
        steps={[
          { id: '1', title: 'Vem gäller det?', state: 'done', to: '/1' },
          { id: '2', title: 'Resan till skolan', state: 'now' },
          { id: '3', title: 'Granska och skicka', state: 'ahead' },
        ]}
      />
    ),
  },
  {
    name: 'last',
    view: <StepList label="Delar" steps={[{ id: '1', title: 'Granska och skicka', state: 'now' }]} />,
  },
];
