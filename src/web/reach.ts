import type { Access, Actor, AnyRoute } from '../platform/http/index.ts';
import { decideAccess } from './access.ts';

/** Whether whoever sees a page may open another: a frame shows only links that lead somewhere. */
export type MayOpen = (address: { readonly path: string }, organisation: string | null) => boolean;

/** The access rules of the pages that are opened by a link. */
export function reachOf(routes: readonly AnyRoute[]): (actor: Actor, demo: boolean) => MayOpen {
  const rules = new Map<string, Access>(
    routes.flatMap(({ method, path, access }) => (method === 'GET' ? [[path, access]] : [])),
  );
  return (actor, demo) =>
    ({ path }, organisation) => {
      const rule = rules.get(path);
      return rule !== undefined && decideAccess(rule, actor, { organisation, demo }) === 'allow';
    };
}
