import { z } from 'zod';

/** Those who write and answer for guides. */
export const frame = { kind: 'work', area: 'guides' } as const;

export const page = z.coerce.number().int().min(1).max(1000).default(1);
export const chosen = z.string().max(20).default('');
