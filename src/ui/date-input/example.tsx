import type { Example } from '../page/example.ts';
import { DateInput } from './view.tsx';

export const examples: readonly Example[] = [
  { name: 'empty', view: <DateInput name="day" required label="Från vilken dag?" /> },
  {
    name: 'error',
    view: (
      <DateInput
        name="day"
        required
        label="Från vilken dag behövs skolskjuts?"
        help="Tidigast den 7 januari 2027, när vårterminen börjar."
        error="Välj en första dag som är en skoldag. Den 3 januari är en söndag."
        wrong={['day']}
        value={{ day: '3', month: '1', year: '2027' }}
      />
    ),
  },
  { name: 'birthday', view: <DateInput name="born" label="När är du född?" birthday /> },
];
