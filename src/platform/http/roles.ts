/** Roles a person can hold in an organisation. `citizen` is what everybody is. */
export const roles = [
  'citizen',
  'case-worker',
  'designer',
  'training-lead',
  'strategist',
  'board-member',
  'admin',
  'supplier',
] as const;
export type Role = (typeof roles)[number];
