import { z } from 'zod';
import { staff } from '../../../platform/http/index.ts';

/** Who may look at how they stand. */
export const colleagues = staff(
  'designer',
  'admin',
  'case-worker',
  'training-lead',
  'strategist',
  'board-member',
);

export const frame = { kind: 'work', area: 'services' } as const;

export const pageNumber = z.coerce.number().int().min(1).max(1000).default(1);

/** Why a step was taken: the history keeps it. */
export const reason = z.string().trim().min(1).max(300);
