import type { Example } from '../page/example.ts';
import { Button, ButtonLink } from '../button/view.tsx';
import { TileRow } from '../tile-row/view.tsx';
import { DoneState, EmptyState } from './view.tsx';

export const examples: readonly Example[] = [
  {
    name: 'empty',
    view: (
      <EmptyState title="Inget väntar på dig" actions={<Button>Ta nästa ärende</Button>}>
        <p>Åtta ärenden på skolkontoret har ingen handläggare än.</p>
      </EmptyState>
    ),
  },
  {
    name: 'sent',
    view: (
      <DoneState
        main
        title="Din ansökan är inskickad"
        number="SKJ 2026-0417"
        actions={<ButtonLink to="/a">Följ ärendet</ButtonLink>}
      >
        <p>Du får besked senast 23 november. Ett kvitto ligger i dina ärenden.</p>
      </DoneState>
    ),
  },
  {
    name: 'adopted',
    view: (
      <DoneState
        title="Version 2 gäller nu i Härnösand"
        picture={
          <TileRow
            groups={[
              [
                { id: 'a', state: 'taken', title: 'Ny fråga, går in' },
                { id: 'b', state: 'declined', title: 'Sms, tackat nej' },
              ],
            ]}
          />
        }
      >
        <p>Tre pågående ärenden avslutas i version 1.</p>
      </DoneState>
    ),
  },
];
