export { backup } from './save.ts';
export { restore } from './restore.ts';
export type { RestoreFailure, RestoreOptions, RestoreReport } from './restore.ts';
