import type { Example } from '../page/example.ts';
import { Button } from '../button/view.tsx';
import { ActPanel, Numbered } from './view.tsx';

export const examples: readonly Example[] = [
  {
    name: 'adopt',
    view: (
      <ActPanel
        title="Inför i Härnösand"
        lede="Ni får en egen variant. Den följer Sundsvalls version 2, och ni väljer själva vad ni ändrar."
        note="Inget syns för invånarna förrän ni publicerar."
      >
        <Numbered
          items={['Fyll i nio lokala uppgifter. Sex finns redan.', 'Välj vem som tar emot ansökan.']}
        />
        <Button wide>Inför i Härnösand</Button>
      </ActPanel>
    ),
  },
  {
    name: 'long',
    view: (
      <ActPanel title="Ansökan om tillstånd för stadigvarande servering av alkoholdrycker till allmänheten i en lokal med uteservering">
        Det finns inget att göra här än.
      </ActPanel>
    ),
  },
];
