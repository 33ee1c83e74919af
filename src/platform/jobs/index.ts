export { defineTask, enqueue, handle } from './task.ts';
export type { EnqueueOptions, Task, TaskKind } from './task.ts';
export { startWorkers } from './workers.ts';
export type { Workers, WorkerOptions } from './workers.ts';
export { sweep } from './sweep.ts';
