import { staff, type Role } from '../../platform/http/index.ts';

/** Roles that write guides, besides those who make works of every kind. */
export const guideMakers = ['training-lead'] as const satisfies readonly Role[];

/** Roles that write an organisation's guides. */
export const writing = ['designer', 'admin', ...guideMakers] as const satisfies readonly Role[];

/** Those who do. */
export const writers = staff(...writing);
