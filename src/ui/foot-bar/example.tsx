import type { Example } from '../page/example.ts';
import { Button } from '../button/view.tsx';
import { FootBar } from './view.tsx';

export const examples: readonly Example[] = [
  {
    name: 'one-left',
    view: (
      <FootBar
        status={
          <>
            <b>En text kvar</b>, sedan kan ni införa.
          </>
        }
      >
        <Button kind="secondary">Inför version 2</Button>
      </FootBar>
    ),
  },
  {
    name: 'all-done',
    view: (
      <FootBar status="Allt är klart.">
        <Button>Inför version 2</Button>
      </FootBar>
    ),
  },
];
