import type { Role } from '../../../platform/http/index.ts';
import { findKind } from './kind.ts';

/** Roles that make works of every kind. */
export const ofEvery = ['designer', 'admin'] as const satisfies readonly Role[];

/** Roles that make and introduce works of a kind. */
export const makersOf = (kind: string): ReadonlySet<Role> =>
  new Set<Role>([...ofEvery, ...(findKind(kind)?.makers ?? [])]);
