import {
  hasRole,
  type Access,
  type Actor,
  type AnyRoute,
  type Context,
  type Mandate,
} from '../platform/http/index.ts';

export type Verdict = 'allow' | 'sign-in' | 'missing' | 'reads-only';

/**
 * Whether the actor may use a route. Who is not signed in is asked to; who is, and may not, gets the
 * same answer as for what does not exist.
 */
export function decideAccess(
  access: Access,
  actor: Actor,
  place: { readonly organisation: string | null; readonly demo: boolean },
): Verdict {
  switch (access.kind) {
    case 'open':
      return 'allow';
    case 'demo':
      return place.demo ? 'allow' : 'missing';
    case 'signed-in':
      return actor.kind === 'person' ? 'allow' : 'sign-in';
    case 'staff':
      if (actor.kind === 'anonymous') return 'sign-in';
      return actor.mandates.some(
        (mandate) => mandate.organisation === place.organisation && lets(access, mandate),
      )
        ? 'allow'
        : 'missing';
  }
}

/**
 * Whoever shows a key that is nobody's is not answered as everybody: a program would take that for all there is.
 * Programs use the API and no page, change what staff change and are no citizens; those
 * for reading change nothing.
 */
export function decideRoute(
  route: Pick<AnyRoute, 'access' | 'method' | 'path'>,
  actor: Actor,
  place: { readonly organisation: string | null; readonly demo: boolean; readonly bearer: boolean },
): Verdict | 'bad-key' {
  if (place.bearer && actor.kind === 'anonymous') return 'bad-key';
  const verdict = decideAccess(route.access, actor, place);
  if (actor.kind === 'anonymous' || actor.via === 'session' || actor.via === 'token') return verdict;
  if (!route.path.startsWith('/api/')) return 'missing';
  const changes = route.method !== 'GET';
  if (changes && route.access.kind !== 'staff') return 'missing';
  return verdict === 'allow' && changes && actor.via === 'reading-program' ? 'reads-only' : verdict;
}

type ForStaff = Extract<Access, { kind: 'staff' }>;

/** Suppliers' people have none of the roles of the public sector: what is for them says so. */
const lets = ({ roles, suppliers, also }: ForStaff, { role, supplies }: Mandate): boolean =>
  supplies === true ? suppliers === true : roles.includes(role) || also?.roles.includes(role) === true;

/** Whether whoever may use a route for some things alone may use it for what the path names; others may. */
export async function mayHere(
  access: Access,
  context: Context,
  params: Readonly<Record<string, string>>,
): Promise<boolean> {
  if (access.kind !== 'staff' || access.also === undefined || context.organisation === null) return true;
  if (hasRole(context, context.organisation, ...access.roles)) return true;
  return access.also.may(context, params);
}

/** At the addresses of a supplier there is its own side and nothing else: no public site, nothing of the public sector's. */
export const isAtSuppliers = (access: Access): boolean =>
  access.kind === 'staff' && access.suppliers === true;
