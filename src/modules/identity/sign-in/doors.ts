import { z } from 'zod';
import { link } from '../../../platform/http/index.ts';
import { href } from '../../../ui/index.ts';
import { workplace } from '../../organisations/index.ts';
import { refusedPage } from '../pages/refused.tsx';
import { findPerson } from '../people/store.ts';
import { recognise, type VerifiedIdentity } from '../people/recognise.ts';
import { chooseOrganisation, endSession, enterSession } from '../sessions/store.ts';
import {
  attemptCookie,
  dropCookie,
  keepCookie,
  sessionCookie,
  type Door,
  type DoorParts,
  type DoorReply,
  type DoorRequest,
} from './door.ts';
import { admit, landingOf, openSession } from './enter.ts';
import { arrival, arrive, handOver, leave, readHandOver, signIn, turnBack } from './hand-over.ts';
import { localAddress, wishedAddress } from './local-address.ts';
import { attemptLife, auditRefusal, saveAttempt, takeAttempt, type Attempt } from './store.ts';

const nobody = { organisation: null, person: null };

async function begin(parts: DoorParts, request: DoorRequest): Promise<DoorReply> {
  const { language, address, at, now } = request;
  if (at !== null) return leave(parts, request, at);
  const asked = new URL(address, parts.origin).searchParams;
  const read = readHandOver(parts, asked);
  if (!read.ok) return { kind: 'missing' };
  const wish = { returnTo: wishedAddress(asked.get('till')), language, handOver: read.handOver };
  const begun = await parts.method.begin({ language, newSecret: parts.newSecret });
  if (!begun.ok) return turnBack(parts, { kind: begun.failure.kind, attempt: wish });
  const cookie = parts.newSecret();
  const attempt = { ...wish, cookie, at: now, method: parts.method.id, secrets: begun.secrets };
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

/** A session here, or a ticket to the host where the sign-in began. */
async function enter(parts: DoorParts, { identity, attempt, request }: Proved): Promise<DoorReply> {
  const { db, keys, newId, newSecret } = parts;
  const { now } = request;
  const { method, language } = attempt;
  return db.transaction(nobody, async (tx) => {
    const person = await recognise(tx, keys, { identity, fresh: { newId, newSecret, at: now } });
    const known = await admit(tx, parts, { person, method, now });
    if (known === null) return turnBack(parts, { kind: 'refused', attempt });
    const entering = { person, method, acr: identity.acr };
    if (attempt.handOver !== null) {
      return handOver(tx, parts, { to: attempt.handOver, attempt, entering, known, now });
    }
    const secret = await openSession(tx, parts, { entering, known, request });
    const to = attempt.returnTo ?? (await landingOf(tx, parts, { person: known, at: null, language }));
    const cookies = [keepCookie(sessionCookie, secret), dropCookie(attemptCookie)];
    return { kind: 'see', to: href(language, to), cookies };
  });
}

async function finish(parts: DoorParts, request: DoorRequest): Promise<DoorReply> {
  const { language, now, cookies, at } = request;
  if (at !== null) return { kind: 'missing' };
  const cookie = cookies.get(attemptCookie);
  const attempt =
    cookie === undefined
      ? null
      : await parts.db.transaction(nobody, async (tx) => takeAttempt(tx, cookie, now));
  if (attempt === null) {
    await refuse(parts, now, 'no-attempt');
    return refusedPage(language, 'too-late', null);
  }
  const finished = await parts.method.finish(new URL(request.address, parts.origin), attempt.secrets, now);
  if (finished.ok) return enter(parts, { identity: finished.identity, attempt, request });
  const { failure } = finished;
  await refuse(parts, now, failure.kind === 'refused' ? failure.reason : failure.kind);
  return turnBack(parts, { kind: failure.kind, attempt });
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
  return { kind: 'see', to: localAddress(till, link(workplace, { organisation })), cookies: [] };
}

/** The addresses that sign people in and out. */
export function signInDoors(parts: DoorParts): readonly Door[] {
  return [
    { method: 'GET', path: signIn.path, handle: (request) => begin(parts, request) },
    { method: 'GET', path: '/logga-in/svar', handle: (request) => finish(parts, request) },
    { method: 'GET', path: arrival.path, handle: (request) => arrive(parts, request) },
    { method: 'POST', path: '/logga-ut', handle: (request) => signOut(parts, request) },
    { method: 'POST', path: '/byt-organisation', handle: (request) => changeOrganisation(parts, request) },
  ];
}
