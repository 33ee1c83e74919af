import { z } from 'zod';
import { roles } from '../../../platform/http/index.ts';
import type { Subject } from '../keys.ts';
import type { StaffRole } from './mandates.ts';
import { readPersonalNumber } from './personal-number.ts';
import { roleLabel } from './role-label.ts';

/** What was typed to give somebody a role. */
export type StaffForm = z.infer<typeof StaffForm>;
export const StaffForm = z.object({
  who: z.string().trim().max(255).default(''),
  role: z.string().max(40).default(''),
  unit: z.string().max(60).default(''),
  label: z.string().trim().max(80).default(''),
});

export type StaffProblem = {
  readonly field: 'who' | 'role';
  readonly kind: 'unreadable' | 'wrong-number' | 'no-role';
};

export type StaffDecision =
  | {
      readonly ok: true;
      readonly subject: Subject;
      readonly role: StaffRole;
      readonly unit: string | null;
      readonly label: string;
    }
  | { readonly ok: false; readonly problems: readonly StaffProblem[] };

const staffRoles = roles.filter((role): role is StaffRole => role !== 'citizen');

/** The roles that are given at an organisation: whoever works at a supplier is one. */
export const rolesAt = (supplies: boolean): readonly StaffRole[] => (supplies ? ['supplier'] : staffRoles);

export type Workplace = {
  readonly name: string;
  readonly units: readonly { readonly id: string; readonly name: string }[];
  /** Our name for the identity provider that staff sign in with. */
  readonly realm: string;
  /** It is a supplier. */
  readonly supplies: boolean;
};

/** Whom a personal number, or an id at the provider, names; or what is wrong with it. */
export function subjectOf(who: string, realm: string): Subject | StaffProblem {
  const number = readPersonalNumber(who);
  if (number !== null) return { kind: 'personal-number', number };
  if (/^\d{6,8}-?\d{4}$/.test(who)) return { field: 'who', kind: 'wrong-number' };
  return /^\S+$/.test(who) ? { kind: 'provider', realm, subject: who } : { field: 'who', kind: 'unreadable' };
}

/** Who is to have which role, or everything that is wrong with what was typed. */
export function decideStaff(typed: StaffForm, { name, units, realm, supplies }: Workplace): StaffDecision {
  const subject = subjectOf(typed.who, realm);
  const role = rolesAt(supplies).find((known) => known === typed.role);
  const problems: StaffProblem[] = [
    ...('field' in subject ? [subject] : []),
    ...(role === undefined ? [{ field: 'role', kind: 'no-role' } as const] : []),
  ];
  if ('field' in subject || role === undefined) return { ok: false, problems };
  const unit = units.find(({ id }) => id === typed.unit) ?? null;
  const label = typed.label === '' ? roleLabel(role, unit?.name ?? name) : typed.label;
  return { ok: true, subject, role, unit: unit?.id ?? null, label };
}
