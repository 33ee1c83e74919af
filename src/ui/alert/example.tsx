import type { Example } from '../page/example.ts';
import { Alert } from './view.tsx';

export const examples: readonly Example[] = [
  {
    name: 'wrong',
    view: (
      <Alert tone="wrong" title="Vi kunde inte spara">
        <p>Det du har skrivit finns kvar på sidan. Försök igen om en minut.</p>
      </Alert>
    ),
  },
  { name: 'good', view: <Alert tone="good" title="Versionen är publicerad" level={3} /> },
  {
    name: 'warning',
    view: (
      <Alert tone="warning" title="Det går inte att betala med kort i dag">
        <p>Swish fungerar.</p>
      </Alert>
    ),
  },
  {
    name: 'info',
    view: (
      <Alert tone="info" title="Frågan om skola visas nu">
        <p>Den hör till svaret du gav.</p>
      </Alert>
    ),
  },
];
