import { everybodyAtWork, getOrganisation, link, route, see, type AnyRoute } from '../platform/http/index.ts';
import { addresses } from './addresses.ts';
import { reachOf } from './reach.ts';

/** Where a day at work begins: what to do for those who have cases, else the works, else the library. */
export function workplaceRoute(routes: readonly AnyRoute[]): AnyRoute {
  const reach = reachOf(routes);
  return route({
    method: 'GET',
    path: addresses.workplace.path,
    access: everybodyAtWork,
    handle: async (context) => {
      const organisation = getOrganisation(context);
      const mayOpen = reach(context.actor, context.demo);
      const first = [addresses.today, addresses.works].find((address) => mayOpen(address, organisation));
      return see(first === undefined ? link(addresses.library, {}) : link(first, { organisation }));
    },
  });
}
