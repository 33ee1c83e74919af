import { getPerson, hasRole, link, suppliesAt, type Context } from '../../../../platform/http/index.ts';
import * as addresses from '../../addresses.ts';
import { isCurator, mayChange } from '../../catalogue/curators.ts';
import type { Product, RecordKind, Supplier } from '../../catalogue/record.ts';
import { readsOthers } from '../../everybody/reader.ts';

/** Whether the person at work may change a record, and where; null for everybody else. */
export async function changeAt(context: Context, of: RecordKind, id: string): Promise<string | null> {
  if (context.actor.kind === 'anonymous') return null;
  const organisation = getPerson(context).workingFor;
  if (organisation === null) return null;
  const supplies = suppliesAt(context.actor, organisation);
  if (!supplies && !hasRole(context, organisation, 'strategist', 'admin')) return null;
  const hand = { organisation, supplies, curator: !supplies && (await isCurator(context.tx, organisation)) };
  if (!(await mayChange(context.tx, hand, { of, id }))) return null;
  return of === 'product'
    ? link(addresses.catalogue.changeProduct, { organisation, product: id })
    : link(addresses.catalogue.changeSupplier, { organisation, supplier: id });
}

export function historyAt(context: Context, of: RecordKind, id: string): string | null {
  if (context.actor.kind === 'anonymous' || context.actor.workingFor === null) return null;
  const organisation = context.actor.workingFor;
  if (!hasRole(context, organisation, 'strategist', 'admin')) return null;
  return link(addresses.catalogue.log, { organisation }, { post: `${of}/${id}` });
}

/** Where it says who uses a product, for whoever may read it. */
export function usersAt(context: Context, product: string): string | null {
  if (context.actor.kind === 'anonymous' || context.actor.workingFor === null) return null;
  const organisation = context.actor.workingFor;
  return readsOthers(context, organisation)
    ? link(addresses.everybody.product, { organisation, product })
    : null;
}

/** Other names than its own, those that it has had last. */
export function otherNames<R extends Product | Supplier>(
  record: R,
  entries: readonly { readonly record: R }[],
) {
  const former = [...new Set(entries.flatMap((one) => one.record.formerNames))];
  const names = entries.flatMap((one) => [one.record.name, ...one.record.aliases]);
  const aliases = [...new Set(names)].filter((name) => name !== record.name && !former.includes(name));
  return { aliases, formerNames: former };
}
