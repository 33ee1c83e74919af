import type { Example } from '../page/example.ts';
import { Tag } from './view.tsx';

export const examples: readonly Example[] = (
  ['plain', 'shared', 'local', 'good', 'warning', 'wrong'] as const
).map((tone) => ({
  name: tone,
  view: <Tag tone={tone}>i bruk</Tag>,
}));
