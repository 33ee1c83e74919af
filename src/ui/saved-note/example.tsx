import type { Example } from '../page/example.ts';
import { SavedNote } from './view.tsx';

export const examples: readonly Example[] = [
  {
    name: 'saved',
    view: (
      <SavedNote saved="Sparat klockan 14.32." kept="Du kan fortsätta senare, till och med 22 december." />
    ),
  },
];
