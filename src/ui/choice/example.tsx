import type { Example } from '../page/example.ts';
import { Checkbox, Checkboxes, Radios } from './view.tsx';

export const examples: readonly Example[] = [
  {
    name: 'radios',
    view: (
      <Radios
        name="way"
        required
        label="Hur tar sig barnet till skolan i dag?"
        help="Välj det som är vanligast under en vecka."
        value="walk"
        options={[
          { value: 'walk', label: 'Går eller cyklar' },
          { value: 'other', label: 'På något annat sätt', help: 'Till exempel båt eller skoter' },
        ]}
      />
    ),
  },
  {
    name: 'radios-error',
    view: (
      <Radios
        name="way"
        required
        label="Hur tar sig barnet till skolan i dag?"
        error="Välj hur barnet tar sig till skolan."
        options={[
          { value: 'walk', label: 'Går eller cyklar' },
          { value: 'bus', label: 'Åker buss eller tåg' },
        ]}
      />
    ),
  },
  {
    name: 'checkboxes',
    view: (
      <Checkboxes
        name="days"
        label="Vilka dagar?"
        values={['mon']}
        options={[
          { value: 'mon', label: 'Måndag' },
          {
            value: 'long',
            label:
              'Ansökan om tillstånd för stadigvarande servering av alkoholdrycker till allmänheten i en lokal med uteservering',
          },
        ]}
      />
    ),
  },
  {
    name: 'alone',
    view: <Checkbox name="sure" label="Jag har läst texten" help="Den visas en gång." checked />,
  },
];
