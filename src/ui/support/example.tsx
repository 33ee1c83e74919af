import type { Example } from '../page/example.ts';
import { Support } from './view.tsx';

export const examples: readonly Example[] = [
  { name: 'closed', view: <Support language="sv" to="/k/harnosand/sa-gor-vi" /> },
];
