import type { Tx } from '../../../platform/db/index.ts';
import { link, type Language } from '../../../platform/http/index.ts';
import { href } from '../../../ui/index.ts';
import { municipalitiesPage, ownCases, workplace } from '../../organisations/index.ts';
import { findPerson, type Person } from '../people/store.ts';
import { endSession, saveSession } from '../sessions/store.ts';
import { sessionCookie, type DoorParts, type DoorRequest } from './door.ts';
import { auditRefusal, auditSignIn } from './store.ts';

export type Entering = {
  readonly person: string;
  readonly method: string;
  readonly acr: string | null;
};

/** The person whom the transaction acts for; null for one who is disabled, which is noted. */
export async function admit(
  tx: Tx,
  parts: DoorParts,
  { person, method, now }: Pick<Entering, 'person' | 'method'> & { readonly now: Date },
): Promise<Person | null> {
  const known = await findPerson(tx, person, now);
  if (known !== null && !known.disabled) return known;
  await auditRefusal(tx, { id: parts.newId(), at: now, method, reason: 'person-disabled' });
  return null;
}

type EnteringAt = {
  readonly entering: Entering;
  readonly known: Person;
  readonly request: DoorRequest;
};

/** A new session with a new secret; whatever session the browser had at this host ends. */
export async function openSession(
  tx: Tx,
  parts: DoorParts,
  { entering, known, request }: EnteringAt,
): Promise<string> {
  const { newId, newSecret } = parts;
  const { now, cookies } = request;
  const secret = newSecret();
  const before = cookies.get(sessionCookie);
  if (before !== undefined) await endSession(tx, before);
  const workingFor = known.mandates[0]?.organisation ?? null;
  await saveSession(tx, { ...entering, id: newId(), secret, workingFor, at: now });
  await auditSignIn(tx, { id: newId(), at: now, method: entering.method, person: entering.person });
  return secret;
}

type Landing = {
  readonly person: Person;
  /** The organisation under whose own host the sign-in was begun. */
  readonly at: string | null;
  readonly language: Language;
};

/**
 * Where somebody goes on who has not said: staff to work, others to their own cases in the municipality that was
 * signed in at or that they have to do with, and where nobody knows of one, to choose it.
 */
export async function landingOf(
  tx: Tx,
  { findHome }: DoorParts,
  { person, at, language }: Landing,
): Promise<string> {
  const [mandate] = person.mandates;
  if (at === null && mandate !== undefined) {
    return href(language, link(workplace, { organisation: mandate.organisation }));
  }
  const organisation = at ?? (await findHome(tx, person.id));
  return href(
    language,
    organisation === null ? link(municipalitiesPage, {}) : link(ownCases, { organisation }),
  );
}
