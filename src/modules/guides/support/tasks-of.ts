import { blocksOf, type Guide } from '../definition/index.ts';
import type { TaskRow } from '../store/tasks.ts';

/** Every task that a guide helps with, by the step or the block that does. */
export function tasksOf(guide: Guide): readonly Omit<TaskRow, 'work'>[] {
  const ofSteps = guide.sections.flatMap(({ steps }) =>
    steps.flatMap((step) => step.tasks.map((task) => ({ step: step.id, element: step.id, task }))),
  );
  const ofBlocks = blocksOf(guide).flatMap(({ block, step }) =>
    block.tasks.map((task) => ({ step: step.id, element: block.id, task })),
  );
  return [...ofSteps, ...ofBlocks];
}
