import type { Context } from '../../../platform/http/index.ts';
import { getOrganisation, getPerson } from '../../../platform/http/index.ts';
import * as catalogue from '../catalogue/add-products.ts';

/** Puts products that rows of a sheet mean, and that the catalogue lacks, into it; their ids, in the order given. */
export async function addProducts(
  context: Context,
  products: readonly Omit<catalogue.NewProduct, 'apart'>[],
): Promise<readonly string[]> {
  const { tx, now: at, newId } = context;
  const organisation = getOrganisation(context);
  const { person: actor } = getPerson(context);
  const deed = { tx, at, newId, actor, organisation, curator: false, supplies: false };
  const added = await catalogue.addProducts(
    deed,
    // What a row is sure to mean when the sheet is read is never new: what is sure now has come since.
    products.map((product) => ({ ...product, apart: [] })),
  );
  return added.map(({ id }) => id);
}
