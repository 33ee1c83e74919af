import type { Example } from '../page/example.ts';
import { Answers } from './view.tsx';

export const examples: readonly Example[] = [
  {
    name: 'filled',
    view: (
      <Answers
        answers={[
          {
            id: 'a',
            question: 'Hur lång är vägen till skolan?',
            answer: '2,6 kilometer',
            change: { to: '/a', word: 'Ändra' },
          },
          {
            id: 'b',
            question:
              'Ansökan om tillstånd för stadigvarande servering av alkoholdrycker till allmänheten i en lokal med uteservering?',
            answer: 'Ja',
          },
        ]}
      />
    ),
  },
  {
    name: 'error',
    view: (
      <Answers
        answers={[
          {
            id: 'a',
            question: 'Från vilken dag behövs skolskjuts?',
            answer: '3 januari 2027',
            change: { to: '/a', word: 'Ändra' },
            error: 'Välj en första dag som är en skoldag.',
          },
        ]}
      />
    ),
  },
];
