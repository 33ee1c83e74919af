import type { Example } from '../page/example.ts';
import { Pagination } from './view.tsx';

export const examples: readonly Example[] = [
  { name: 'middle', view: <Pagination page={6} pages={12} to={(page) => `/l?sida=${page}`} /> },
  { name: 'first', view: <Pagination page={1} pages={3} to={(page) => `/l?sida=${page}`} /> },
];
