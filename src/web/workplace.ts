import {
  everybodyAtWork,
  getOrganisation,
  hasRole,
  link,
  orSuppliers,
  route,
  see,
  suppliesAt,
  type AnyRoute,
  type Role,
} from '../platform/http/index.ts';
import { addresses } from './addresses.ts';
import { reachOf } from './reach.ts';

/**
 * Where a day at work begins, for whoever has several roles by the first of them here: the cases to handle, the
 * works to change or to keep an eye on, the guides that one reads or teaches by. Suppliers' consultants find what is
 * open to all, and those who work at a supplier its own side.
 */
const starts: readonly { readonly roles: readonly Role[]; readonly address: WorkAddress }[] = [
  { roles: ['case-worker'], address: addresses.today },
  { roles: ['designer', 'admin', 'strategist'], address: addresses.works },
  { roles: ['training-lead', 'board-member'], address: addresses.guides },
];

type WorkAddress = { readonly path: `/arbete/:organisation/${string}` };

export function workplaceRoute(routes: readonly AnyRoute[]): AnyRoute {
  const reach = reachOf(routes);
  return route({
    method: 'GET',
    path: addresses.workplace.path,
    access: orSuppliers(everybodyAtWork),
    handle: async (context) => {
      const organisation = getOrganisation(context);
      if (suppliesAt(context.actor, organisation)) return see(link(addresses.supplier, { organisation }));
      const mayOpen = reach(context.actor, context.demo);
      const start = starts.find(
        ({ roles, address }) => hasRole(context, organisation, ...roles) && mayOpen(address, organisation),
      );
      return see(start === undefined ? link(addresses.library, {}) : link(start.address, { organisation }));
    },
  });
}
