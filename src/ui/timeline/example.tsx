import type { Example } from '../page/example.ts';
import { Timeline } from './view.tsx';

export const examples: readonly Example[] = [
  {
    name: 'messages',
    view: (
      <Timeline
        entries={[
          {
            id: 'm2',
            at: '2026-11-12T08:15:00+01:00',
            when: '12 november 08.15',
            what: 'Vi flyttar inte under våren.',
          },
          {
            id: 'm1',
            at: '2026-11-10T14:02:00+01:00',
            when: '10 november 14.02',
            what: 'Planerar ni att flytta?',
            note: 'Läst 11 november',
          },
        ]}
      />
    ),
  },
];
