import type { Example } from '../page/example.ts';
import { Link } from '../link/view.tsx';
import { Paper, Section, Stack } from './view.tsx';

export const examples: readonly Example[] = [
  {
    name: 'all',
    view: (
      <Stack loose>
        <Section title="Stöd i lag" note="kontrollerat 2 november 2026">
          <p>Skollagen 10 kap. 32 §</p>
        </Section>
        <Section
          plain
          title="Ansökan om tillstånd för stadigvarande servering av alkoholdrycker till allmänheten i en lokal med uteservering"
        >
          <p>Text</p>
        </Section>
        <Paper title="Meddelanden" action={<Link to="/s">Skriv meddelande</Link>}>
          <p>Inga meddelanden än.</p>
        </Paper>
      </Stack>
    ),
  },
];
