import type { Issue } from '../../../kernel/reading/index.ts';
import { lintGuide } from './lint.ts';
import { readGuide } from './read/guide.ts';

/** Everything that is wrong (`error`), unfinished or hard to read (`warning`) in a definition of the kind guide. */
export const validateGuide = (definition: unknown): readonly Issue[] => [
  ...readGuide(definition).issues,
  ...lintGuide(definition),
];
