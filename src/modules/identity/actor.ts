import type { Tx } from '../../platform/db/index.ts';
import type { Actor } from '../../platform/http/index.ts';
import { findOrganisation } from '../organisations/index.ts';
import { actFor, enterPerson, savePerson, type Person } from './people/store.ts';
import { decideSession, limits } from './sessions/model.ts';
import { enterWithPerson, noteSeen } from './sessions/store.ts';
import type { Keys } from './keys.ts';
import { isKey } from './programs/program.ts';
import { actorOfKey } from './programs/store.ts';
import type { TokenClaims } from './token.ts';

/** What a request says of who makes it: the value of the session cookie, and the bearer token. */
export type Credentials = { readonly cookie: string | undefined; readonly bearer: string | undefined };

export type ActorSettings = {
  readonly now: Date;
  readonly keys: Keys;
  readonly newSecret: () => string;
  /** Reads the bearer tokens of people, in demo mode; null refuses them all. Programs have keys. */
  readonly readToken: ((token: string, now: Date) => Promise<TokenClaims | null>) | null;
};

const anonymous: Actor = { kind: 'anonymous' };

/** The organisation worked for: the chosen one while its mandate lasts, else the first. */
function workplace(person: Person, chosen: string | null): string | null {
  const organisations = person.mandates.map(({ organisation }) => organisation);
  return organisations.find((organisation) => organisation === chosen) ?? organisations[0] ?? null;
}

async function actorOfSession(tx: Tx, secret: string, now: Date): Promise<Actor> {
  const entered = await enterWithPerson(tx, secret, now);
  if (entered === null || entered.person.disabled) return anonymous;
  const { session, person } = entered;
  const state = decideSession(session, person.mandates.length > 0 ? limits.staff : limits.citizen, now);
  if (state.kind === 'over') return anonymous;
  if (state.noteSeen) await noteSeen(tx, session.id, now);
  return {
    kind: 'person',
    person: person.id,
    name: person.name,
    mandates: person.mandates,
    workingFor: workplace(person, session.workingFor),
    via: 'session',
  };
}

async function actorOfToken(
  tx: Tx,
  claims: TokenClaims,
  { now, keys, newSecret }: ActorSettings,
): Promise<Actor> {
  const { person, name, personalNumber, role, organisation } = claims;
  const known = await enterPerson(tx, person, now);
  if (known?.disabled === true) return anonymous;
  if (known === null)
    await savePerson(tx, keys, { id: person, name, personalNumber, fresh: newSecret(), at: now });
  const works = role !== 'citizen';
  // Nobody has another role at a supplier: those of the public sector are not asked about.
  const supplies = role === 'supplier' && (await findOrganisation(tx, organisation))?.kind === 'supplier';
  return {
    kind: 'person',
    person,
    name,
    mandates: works ? [{ organisation, unit: null, role, ...(supplies ? { supplies } : {}) }] : [],
    workingFor: works ? organisation : null,
    via: 'token',
  };
}

async function recognise(tx: Tx, credentials: Credentials, settings: ActorSettings): Promise<Actor> {
  if (credentials.bearer !== undefined) {
    if (isKey(credentials.bearer))
      return (await actorOfKey(tx, credentials.bearer, settings.now)) ?? anonymous;
    const claims = (await settings.readToken?.(credentials.bearer, settings.now)) ?? null;
    return claims === null ? anonymous : actorOfToken(tx, claims, settings);
  }
  return credentials.cookie === undefined ? anonymous : actorOfSession(tx, credentials.cookie, settings.now);
}

/**
 * Who makes a request. A bearer token, where one is sent, decides alone. One query for a session; one
 * write a minute at most. The transaction acts for the person afterwards, and for nobody when it is nobody.
 */
export async function actorOf(tx: Tx, credentials: Credentials, settings: ActorSettings): Promise<Actor> {
  const actor = await recognise(tx, credentials, settings);
  // A session that is over has a person, whom the rest of the transaction must not act for.
  if (actor.kind === 'anonymous') await actFor(tx, null);
  return actor;
}
