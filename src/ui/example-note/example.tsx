import type { Example } from '../page/example.ts';
import { ExampleNote } from './view.tsx';

export const examples: readonly Example[] = [
  { name: 'note', view: <ExampleNote>Ärenden och datum är exempel.</ExampleNote> },
];
