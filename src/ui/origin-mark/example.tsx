import type { Example } from '../page/example.ts';
import { OriginMark } from './view.tsx';

export const examples: readonly Example[] = [
  { name: 'shared', view: <OriginMark origin="shared" /> },
  { name: 'local', view: <OriginMark origin="local" word="lokalt, Härnösand" /> },
  { name: 'adapted', view: <OriginMark origin="adapted" /> },
];
