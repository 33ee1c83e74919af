export { defineTask, enqueue, handle } from './task.ts';
export type { Task } from './task.ts';
export { startWorkers } from './workers.ts';
export type { Workers } from './workers.ts';
export { sweep } from './sweep.ts';
export { sweepFiles } from './sweep-files.ts';
