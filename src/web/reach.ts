import type { Access, Actor, AnyRoute } from '../platform/http/index.ts';
import { decideAccess } from './access.ts';

/** Whether whoever sees a page may open another: a frame shows only links that lead somewhere. */
export type MayOpen = (address: { readonly path: string }, organisation: string | null) => boolean;

/** A frame says nothing of what it is about: whoever may for some things alone is shown the way where those are. */
function forAll(access: Access): Access {
  if (access.kind !== 'staff') return access;
  const { also: _, ...rule } = access;
  return rule;
}

/** The access rules of the pages that are opened by a link. */
export function reachOf(routes: readonly AnyRoute[]): (actor: Actor, demo: boolean) => MayOpen {
  const rules = new Map<string, Access>(
    routes.flatMap(({ method, path, access }) => (method === 'GET' ? [[path, forAll(access)]] : [])),
  );
  return (actor, demo) =>
    ({ path }, organisation) => {
      const rule = rules.get(path);
      return rule !== undefined && decideAccess(rule, actor, { organisation, demo }) === 'allow';
    };
}
