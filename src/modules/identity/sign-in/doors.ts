import { z } from 'zod';
import type { Db } from '../../../platform/db/index.ts';
import type { Keys } from '../keys.ts';
import { refusedPage } from '../pages/refused.tsx';
import { findPerson } from '../people/store.ts';
import { recognise, type VerifiedIdentity } from '../people/recognise.ts';
import { chooseOrganisation, endSession, enterSession, saveSession } from '../sessions/store.ts';
import {
  attemptCookie,
  dropCookie,
  keepCookie,
  sessionCookie,
  type Door,
  type DoorReply,
  type DoorRequest,
} from './door.ts';
import { localAddress } from './local-address.ts';
import type { SignInMethod } from './method.ts';
import { attemptLife, auditRefusal, auditSignIn, saveAttempt, takeAttempt, type Attempt } from './store.ts';

export type DoorParts = {
  readonly db: Db;
  readonly method: SignInMethod;
  readonly keys: Keys;
  /** Scheme and host that the identity provider sends people back to. */
  readonly origin: string;
  readonly newId: () => string;
  readonly newSecret: () => string;
};

const nobody = { organisation: null, person: null };

async function begin(parts: DoorParts, { language, address, now }: DoorRequest): Promise<DoorReply> {
  const returnTo = localAddress(new URL(address, parts.origin).searchParams.get('till'));
  const begun = await parts.method.begin({ language, newSecret: parts.newSecret });
  if (!begun.ok) return refusedPage(language, begun.failure.kind, returnTo);
  const cookie = parts.newSecret();
  const attempt = { cookie, at: now, method: parts.method.id, secrets: begun.secrets, returnTo };
  await parts.db.transaction(nobody, async (tx) => saveAttempt(tx, attempt));
  return { kind: 'see', to: begun.address, cookies: [keepCookie(attemptCookie, cookie, attemptLife / 1000)] };
}

async function refuse(parts: DoorParts, now: Date, reason: string): Promise<void> {
  await parts.db.transaction(nobody, async (tx) =>
    auditRefusal(tx, { id: parts.newId(), at: now, method: parts.method.id, reason }),
  );
}

type Proved = {
  readonly identity: VerifiedIdentity;
  readonly attempt: Attempt;
  readonly request: DoorRequest;
};

/** A new session with a new secret; whatever session the browser had ends. Null for a disabled person. */
async function openSession(parts: DoorParts, { identity, attempt, request }: Proved): Promise<string | null> {
  const { db, keys, newId, newSecret } = parts;
  const { now, cookies } = request;
  const secret = newSecret();
  const before = cookies.get(sessionCookie);
  return db.transaction(nobody, async (tx) => {
    const person = await recognise(tx, keys, { identity, fresh: { newId, newSecret, at: now } });
    const known = await findPerson(tx, person, now);
    const audit = { id: newId(), at: now, method: attempt.method };
    if (before !== undefined) await endSession(tx, before);
    if (known === null || known.disabled) {
      await auditRefusal(tx, { ...audit, reason: 'person-disabled' });
      return null;
    }
    const workingFor = known.mandates[0]?.organisation ?? null;
    const { acr } = identity;
    await saveSession(tx, { id: newId(), secret, person, method: attempt.method, acr, workingFor, at: now });
    await auditSignIn(tx, { ...audit, person });
    return secret;
  });
}

async function finish(parts: DoorParts, request: DoorRequest): Promise<DoorReply> {
  const { language, now, cookies } = request;
  const cookie = cookies.get(attemptCookie);
  const attempt =
    cookie === undefined
      ? null
      : await parts.db.transaction(nobody, async (tx) => takeAttempt(tx, cookie, now));
  if (attempt === null) {
    await refuse(parts, now, 'no-attempt');
    return refusedPage(language, 'too-late', '/');
  }
  const finished = await parts.method.finish(new URL(request.address, parts.origin), attempt.secrets, now);
  if (!finished.ok) {
    const { failure } = finished;
    await refuse(parts, now, failure.kind === 'refused' ? failure.reason : failure.kind);
    return refusedPage(language, failure.kind, attempt.returnTo);
  }
  const secret = await openSession(parts, { identity: finished.identity, attempt, request });
  if (secret === null) return refusedPage(language, 'refused', attempt.returnTo);
  return {
    kind: 'see',
    to: attempt.returnTo,
    cookies: [keepCookie(sessionCookie, secret), dropCookie(attemptCookie)],
  };
}

async function signOut(parts: DoorParts, { cookies }: DoorRequest): Promise<DoorReply> {
  const secret = cookies.get(sessionCookie);
  if (secret !== undefined) await parts.db.transaction(nobody, async (tx) => endSession(tx, secret));
  return { kind: 'see', to: '/', cookies: [dropCookie(sessionCookie)] };
}

const choice = z.object({ organisation: z.string(), till: z.string().optional() });

/** The session works for another of the person's organisations from now on. */
async function changeOrganisation(
  parts: DoorParts,
  { cookies, fields, now }: DoorRequest,
): Promise<DoorReply> {
  const chosen = choice.safeParse(fields);
  const secret = cookies.get(sessionCookie);
  if (!chosen.success || secret === undefined) return { kind: 'missing' };
  const { organisation, till } = chosen.data;
  const changed = await parts.db.transaction(nobody, async (tx) => {
    const session = await enterSession(tx, secret);
    const person = session === null ? null : await findPerson(tx, session.person, now);
    if (session === null || person === null || person.disabled) return false;
    if (!person.mandates.some((mandate) => mandate.organisation === organisation)) return false;
    await chooseOrganisation(tx, session.id, organisation);
    return true;
  });
  if (!changed) return { kind: 'missing' };
  return { kind: 'see', to: localAddress(till, `/arbete/${organisation}`), cookies: [] };
}

/** The four addresses that sign people in and out. */
export function signInDoors(parts: DoorParts): readonly Door[] {
  return [
    { method: 'GET', path: '/logga-in', handle: (request) => begin(parts, request) },
    { method: 'GET', path: '/logga-in/svar', handle: (request) => finish(parts, request) },
    { method: 'POST', path: '/logga-ut', handle: (request) => signOut(parts, request) },
    { method: 'POST', path: '/byt-organisation', handle: (request) => changeOrganisation(parts, request) },
  ];
}
