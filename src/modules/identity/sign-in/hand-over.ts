import { z } from 'zod';
import type { Tx } from '../../../platform/db/index.ts';
import { link } from '../../../platform/http/index.ts';
import { href } from '../../../ui/index.ts';
import { hashSecret } from '../keys.ts';
import { refusalKinds, refusedPage, type RefusalKind } from '../pages/refused.tsx';
import { actFor, type Person } from '../people/store.ts';
import {
  attemptCookie,
  dropCookie,
  keepCookie,
  sessionCookie,
  type DoorParts,
  type DoorReply,
  type DoorRequest,
  type OwnHost,
} from './door.ts';
import { admit, landingOf, openSession, type Entering } from './enter.ts';
import { wishedAddress } from './local-address.ts';
import { attemptLife, auditRefusal, type Attempt, type HandOver } from './store.ts';
import { decideTicket, saveTicket, takeTicket, type Ticket } from './tickets.ts';

/*
 * A sign-in under a municipality's own host. The provider knows one address to send people back to, at Kommons's own
 * host, and cookies belong to one host: so the browser keeps a secret at the municipality's host, goes by Kommons's
 * own to the provider and back, and is handed over with a ticket that only that browser can use.
 */

export const signIn = { path: '/logga-in' } as const;
export const arrival = { path: '/logga-in/klar' } as const;

/** The same path at the municipality's own host: scheme and port are Kommons's own. */
function addressAt(origin: string, host: string, path: string): string {
  const address = new URL(path, origin);
  address.hostname = host;
  return address.href;
}

/** At the municipality's host: a secret for this browser, and on to Kommons's own host with its hash. */
export function leave(parts: DoorParts, { language, address }: DoorRequest, { host }: OwnHost): DoorReply {
  const kept = parts.newSecret();
  const till = wishedAddress(new URL(address, parts.origin).searchParams.get('till')) ?? undefined;
  const bindning = hashSecret(kept).toString('base64url');
  const to = href(language, link(signIn, {}, { vard: host, bindning, till }));
  return {
    kind: 'see',
    to: `${parts.origin}${to}`,
    cookies: [keepCookie(attemptCookie, kept, attemptLife / 1000)],
  };
}

/** Whom a sign-in at Kommons's own host is for: itself (null), or a host that is configured. */
export function readHandOver(
  parts: DoorParts,
  asked: URLSearchParams,
): { readonly ok: true; readonly handOver: HandOver | null } | { readonly ok: false } {
  const [host, binding] = [asked.get('vard'), asked.get('bindning')];
  if (host === null && binding === null) return { ok: true, handOver: null };
  if (host === null || binding === null || !/^[\w-]{43}$/.test(binding)) return { ok: false };
  if (parts.organisationOfHost(host) === null) return { ok: false };
  return { ok: true, handOver: { host, binding: Buffer.from(binding, 'base64url') } };
}

type HandingOver = {
  readonly to: HandOver;
  readonly attempt: Attempt;
  readonly entering: Entering;
  readonly known: Person;
  readonly now: Date;
};

/** Back to the municipality's host with a ticket. Kommons's own host gets no session. */
export async function handOver(
  tx: Tx,
  parts: DoorParts,
  { to, attempt, entering, known, now }: HandingOver,
): Promise<DoorReply> {
  const at = parts.organisationOfHost(to.host);
  const { language } = attempt;
  const returnTo = attempt.returnTo ?? (await landingOf(tx, parts, { person: known, at, language }));
  const secret = parts.newSecret();
  await saveTicket(tx, secret, { ...to, ...entering, returnTo: href(language, returnTo), madeAt: now });
  return {
    kind: 'see',
    to: addressAt(parts.origin, to.host, link(arrival, {}, { biljett: secret })),
    cookies: [dropCookie(attemptCookie)],
  };
}

/** Nobody was signed in: told at the host where the sign-in began. */
export function turnBack(
  { origin }: Pick<DoorParts, 'origin'>,
  { kind, attempt }: { readonly kind: RefusalKind; readonly attempt: Omit<Attempt, 'secrets' | 'method'> },
): DoorReply {
  const { language, returnTo, handOver: to } = attempt;
  if (to === null) return refusedPage(language, kind, returnTo);
  const path = href(language, link(arrival, {}, { hinder: kind, till: returnTo ?? undefined }));
  return { kind: 'see', to: addressAt(origin, to.host, path), cookies: [dropCookie(attemptCookie)] };
}

const Obstacle = z.enum(refusalKinds);

/** At the municipality's host again: a session for a ticket of this browser's, once. */
export async function arrive(parts: DoorParts, request: DoorRequest): Promise<DoorReply> {
  const { at, language, now, cookies } = request;
  if (at === null) return { kind: 'missing' };
  const asked = new URL(request.address, parts.origin).searchParams;
  const obstacle = Obstacle.safeParse(asked.get('hinder'));
  if (obstacle.success) return refusedPage(language, obstacle.data, wishedAddress(asked.get('till')));
  return parts.db.transaction({ organisation: null, person: null }, async (tx) => {
    const ticket = await takeTicket(tx, asked.get('biljett') ?? '');
    const fault = decideTicket(ticket, { host: at.host, kept: cookies.get(attemptCookie), now });
    if (ticket !== null && fault === null) return enterBy(tx, parts, { ticket, request });
    const audit = { id: parts.newId(), at: now, method: parts.method.id };
    await auditRefusal(tx, { ...audit, reason: fault ?? 'ticket-unknown' });
    return refusedPage(language, 'too-late', null);
  });
}

async function enterBy(
  tx: Tx,
  parts: DoorParts,
  { ticket, request }: { readonly ticket: Ticket; readonly request: DoorRequest },
): Promise<DoorReply> {
  const { person, method, acr, returnTo } = ticket;
  const { now, language } = request;
  await actFor(tx, person);
  const known = await admit(tx, parts, { person, method, now });
  if (known === null) return refusedPage(language, 'refused', returnTo);
  const secret = await openSession(tx, parts, { entering: { person, method, acr }, known, request });
  return {
    kind: 'see',
    to: returnTo,
    cookies: [keepCookie(sessionCookie, secret), dropCookie(attemptCookie)],
  };
}
