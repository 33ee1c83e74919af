export { backup } from './save.ts';
export { inspectBackup, restore } from './restore.ts';
export type { Amount } from './held.ts';
export type { RestoreFailure, RestoreOptions, RestoreReport } from './restore.ts';
