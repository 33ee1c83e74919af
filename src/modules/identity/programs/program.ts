import { z } from 'zod';
import type { StaffRole } from '../people/mandates.ts';

/** What the API gives programs something to do with; nobody else's work is a program's. */
export const programRoles = [
  'designer',
  'training-lead',
  'strategist',
] as const satisfies readonly StaffRole[];
export type ProgramRole = (typeof programRoles)[number];

/** How long a key holds, in days. */
export const lives = ['90', '180', '365'] as const;

/** How many an organisation has at once. */
export const mostPrograms = 50;

/** What was typed to let a program in. */
export type ProgramForm = z.infer<typeof ProgramForm>;
export const ProgramForm = z.object({
  name: z.string().trim().max(200).default(''),
  role: z.string().max(40).default(''),
  may: z.string().max(20).default('read'),
  days: z.string().max(20).default('365'),
});

export type ProgramProblem = {
  readonly field: 'name' | 'role';
  readonly kind: 'no-name' | 'long-name' | 'taken-name' | 'no-role' | 'too-many';
};

export type Asked = {
  readonly name: string;
  readonly role: ProgramRole;
  readonly mayWrite: boolean;
  readonly expiresAt: Date;
};

export type ProgramDecision =
  | { readonly ok: true; readonly asked: Asked }
  | { readonly ok: false; readonly problems: readonly ProgramProblem[] };

const longest = 80;
const day = 24 * 60 * 60_000;

function nameProblem(name: string): readonly ProgramProblem[] {
  if (name === '') return [{ field: 'name', kind: 'no-name' }];
  return name.length > longest ? [{ field: 'name', kind: 'long-name' }] : [];
}

/** Which program is let in, or everything that is wrong with what was typed. A year at most. */
export function decideProgram(typed: ProgramForm, now: Date): ProgramDecision {
  const role = programRoles.find((known) => known === typed.role);
  const problems = nameProblem(typed.name);
  if (role === undefined) return { ok: false, problems: [...problems, { field: 'role', kind: 'no-role' }] };
  if (problems.length > 0) return { ok: false, problems };
  const days = Number(lives.find((known) => known === typed.days) ?? lives[0]);
  const expiresAt = new Date(now.getTime() + days * day);
  return { ok: true, asked: { name: typed.name, role, mayWrite: typed.may === 'write', expiresAt } };
}

/** What a key begins with, so that programs that look for lost keys know one. */
const sign = 'kommons_';

/** The key of a program, of a new random secret. */
export const keyOf = (secret: string): string => `${sign}${secret}`;

export const isKey = (bearer: string): boolean => bearer.startsWith(sign);
