import { sql } from 'kysely';
import { appendLog } from '../../../platform/log/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Keys, Subject } from '../keys.ts';
import { grantMandate, listMandates, revokeMandate, type MandateRow, type StaffRole } from './mandates.ts';
import { actFor, claimSubject, findSubject, savePerson } from './store.ts';

export type Appointment = {
  readonly organisation: string;
  /** How the person will be recognised at sign-in. */
  readonly subject: Subject;
  readonly role: StaffRole;
  readonly unit: string | null;
  /** What colleagues read. */
  readonly label: string;
  /** Who gives the role: the person of the transaction, or null for the operator of the installation. */
  readonly by: string | null;
};

export type AppointParts = {
  readonly keys: Keys;
  readonly newId: () => string;
  readonly newSecret: () => string;
  readonly now: Date;
};

/**
 * Gives a role to somebody who may never have signed in; at the first sign-in the role is there. Within
 * the organisation's own transaction. Harmless to repeat. Returns the person.
 */
export async function appoint(tx: Tx, appointment: Appointment, parts: AppointParts): Promise<string> {
  const { organisation, subject, role, unit, label, by } = appointment;
  const { keys, newId, newSecret, now } = parts;
  const known = await findSubject(tx, keys, [subject]);
  const person = known ?? (await claimSubject(tx, keys, subject, newId()));
  if (known === null) {
    const personalNumber = subject.kind === 'personal-number' ? subject.number : null;
    await actFor(tx, person);
    await savePerson(tx, keys, { id: person, name: label, personalNumber, fresh: newSecret(), at: now });
    await actFor(tx, by);
  }
  await grantMandate(tx, { organisation, person, role, unit, label, from: now, until: null });
  await logChange(tx, { organisation, person, kind: 'role-given', role, unit, by, at: now });
  return person;
}

/**
 * As `appoint`, from the transaction of another organisation or of none: for whoever may decide who is the first at an
 * organisation that has nobody yet. The transaction is its own again afterwards.
 */
export async function appointElsewhere(
  tx: Tx,
  { from, ...appointment }: Appointment & { readonly from: string | null },
  parts: AppointParts,
): Promise<string> {
  await actAt(tx, appointment.organisation);
  const person = await appoint(tx, appointment, parts);
  await actAt(tx, from);
  return person;
}

async function actAt(tx: Tx, organisation: string | null): Promise<void> {
  await sql`select set_config('kommons.organisation', ${organisation ?? ''}, true)`.execute(tx);
}

type Change = {
  readonly organisation: string;
  readonly person: string;
  readonly kind: 'role-given' | 'role-ended';
  readonly role: string;
  readonly unit: string | null;
  readonly by: string | null;
  readonly at: Date;
};

async function logChange(tx: Tx, { organisation, person, kind, role, unit, by, at }: Change): Promise<void> {
  const subject = `identity.person:${person}`;
  await appendLog(tx, { organisation, subject, kind, actor: by ?? 'operator', at, data: { role, unit } });
}

export type Dismissal = { readonly person: string; readonly role: string; readonly unit: string | null };

export type DismissDecision =
  | { readonly ok: true; readonly mandate: MandateRow }
  | { readonly ok: false; readonly failure: { readonly kind: 'not-held' | 'last-admin' } };

/** Somebody must always be able to give roles: the last who can, for the whole organisation, stays. */
function decideDismissal(held: readonly MandateRow[], wanted: Dismissal, giver: StaffRole): DismissDecision {
  const mandate = held.find(
    ({ person, role, unit }) => person === wanted.person && role === wanted.role && unit === wanted.unit,
  );
  if (mandate === undefined) return { ok: false, failure: { kind: 'not-held' } };
  const givers = held.filter(({ role, unit }) => role === giver && unit === null);
  if (givers.length === 1 && givers[0] === mandate) return { ok: false, failure: { kind: 'last-admin' } };
  return { ok: true, mandate };
}

/** Ends a role from now on, within the organisation's own transaction. Two at once wait for each other. */
export async function dismiss(
  tx: Tx,
  wanted: Dismissal & {
    readonly organisation: string;
    readonly by: string;
    readonly at: Date;
    /** The role of those who give roles. */
    readonly giver: StaffRole;
  },
): Promise<DismissDecision> {
  const { organisation, by, at, giver } = wanted;
  await tx
    .selectFrom('identity.mandates')
    .select('person_id')
    .where('organisation_id', '=', organisation)
    .where('role', '=', giver)
    .orderBy('person_id')
    .forUpdate()
    .execute();
  const decided = decideDismissal(await listMandates(tx, organisation, at), wanted, giver);
  if (!decided.ok) return decided;
  const { person, role, unit } = decided.mandate;
  await revokeMandate(tx, decided.mandate, at);
  await logChange(tx, { organisation, person, kind: 'role-ended', role, unit, by, at });
  return decided;
}
