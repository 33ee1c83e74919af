import type { Tx } from '../db/index.ts';
import type { Files } from '../files/index.ts';
import type { Pdf } from '../pdf/index.ts';
import type { Role } from './roles.ts';

export type Mandate = {
  readonly organisation: string;
  readonly unit: string | null;
  readonly role: Role;
  /** The organisation supplies systems: it is no part of the public sector, and what is for staff is not for it. */
  readonly supplies?: true;
};

/** Whoever makes the request. A person is known by id; `name` is for the page, never for the log. */
export type Actor =
  | { readonly kind: 'anonymous' }
  | {
      readonly kind: 'person';
      readonly person: string;
      readonly name: string;
      readonly mandates: readonly Mandate[];
      /** The organisation that the person works for right now, chosen in the session. */
      readonly workingFor: string | null;
      /** A program of the organisation's shows a key of its own, and uses the API alone. */
      readonly via: 'session' | 'token' | 'reading-program' | 'writing-program';
    };

export type Language = 'sv' | 'en';

/** Everything an action may use. Nothing else reaches it: no clock, no randomness, no global. */
export type Context = {
  readonly requestId: string;
  readonly now: Date;
  /** A new time-ordered id (UUID version 7, RFC 9562). */
  readonly newId: () => string;
  /** 256 random bits, base64url: for what must not be guessed. */
  readonly newSecret: () => string;
  readonly language: Language;
  /** What the request takes for an answer, as it says (RFC 9110, 12.5.1); '' where it does not. */
  readonly accept: string;
  readonly actor: Actor;
  /** The organisation that the path or the host names; the tenant of the transaction. */
  readonly organisation: string | null;
  readonly tx: Tx;
  readonly files: Files;
  readonly pdf: Pdf;
  /** Scheme and host, for links in mail. */
  readonly origin: string;
  /** Path and query of this request, for sign-in that returns here. */
  readonly address: string;
  readonly demo: boolean;
};

/** The person of a route whose access rule asks for one. Throws where the rule was left out. */
export function getPerson(context: Context): Extract<Actor, { kind: 'person' }> {
  if (context.actor.kind === 'anonymous') throw new Error('the route lets anonymous people in');
  return context.actor;
}

/** The organisation of a route whose path names one. Throws where the path does not. */
export function getOrganisation(context: Context): string {
  if (context.organisation === null) throw new Error('the path of the route names no organisation');
  return context.organisation;
}

export function hasRole(context: Context, organisation: string, ...wanted: readonly Role[]): boolean {
  if (context.actor.kind === 'anonymous') return false;
  return context.actor.mandates.some(
    (m) => m.organisation === organisation && m.supplies !== true && wanted.includes(m.role),
  );
}

/** Whether somebody has a role at the public sector's work: every role but a citizen's. */
export function worksAt(actor: Actor, organisation: string): boolean {
  if (actor.kind === 'anonymous') return false;
  return actor.mandates.some(
    (one) => one.organisation === organisation && one.role !== 'citizen' && one.supplies !== true,
  );
}

/** Whether somebody works at a supplier. */
export function suppliesAt(actor: Actor, organisation: string): boolean {
  if (actor.kind === 'anonymous') return false;
  return actor.mandates.some((one) => one.organisation === organisation && one.supplies === true);
}
