import { getOrganisation, link, type Context, type Reply } from '../../../../platform/http/index.ts';
import * as addresses from '../../addresses.ts';
import { type Added } from '../../catalogue/actions.ts';
import { entriesOf, type Catalogue } from '../../catalogue/catalogue.ts';
import { mayChange } from '../../catalogue/curators.ts';
import { type FormProblem } from '../../catalogue/product-form.ts';
import type { Product, RecordKind, Supplier } from '../../catalogue/record.ts';
import { CatalogueColumns, type CataloguePart } from '../../pages/catalogue/frame.tsx';
import { type AlikeRow } from '../../pages/catalogue/forms.tsx';
import { catalogueTexts } from '../../texts/catalogue.ts';
import { deedOf } from './deed.ts';

export type Said = {
  readonly changing: { readonly id: string; readonly name: string } | null;
  readonly problems?: readonly FormProblem[];
  readonly message?: string | null;
  readonly alike?: readonly AlikeRow[];
  /** What was read from a file, to be looked over. */
  readonly read?: string;
};

export function formPage(
  context: Context,
  said: Said,
  part: CataloguePart,
  content: Reply & { kind: 'page' },
): Reply {
  const failed = (said.problems ?? []).length > 0;
  const status = failed || (said.alike ?? []).length > 0 || typeof said.message === 'string' ? 422 : 200;
  const organisation = getOrganisation(context);
  return {
    ...content,
    status,
    failed,
    content: (
      <CatalogueColumns language={context.language} organisation={organisation} current={part} canChange>
        {content.content}
      </CatalogueColumns>
    ),
  };
}

/** What was asked for and could not be done, in words above the form. */
export function notDone(
  { language }: Context,
  failure: Extract<Added, { ok: false }>['failure'],
  entries: ReadonlyMap<string, { readonly record: Product | Supplier }>,
  addressOf: (id: string) => string,
): Pick<Said, 'message' | 'alike'> {
  const words = catalogueTexts(language);
  if (failure.kind !== 'alike') return { message: words.failure[failure.kind] };
  return {
    alike: failure.found.map(({ id }) => ({
      id,
      name: entries.get(id)?.record.name ?? id,
      to: addressOf(id),
    })),
  };
}

/** Whether it stands for itself and the organisation may change it. */
export async function isOpenTo(
  context: Context,
  catalogue: Catalogue,
  of: RecordKind,
  id: string,
): Promise<boolean> {
  const entry = entriesOf(catalogue, of).get(id);
  if (entry === undefined || entry.withdrawn || entry.mergedInto !== null) return false;
  return mayChange(context.tx, await deedOf(context), { of, id });
}

export const productAt = (product: string): string => link(addresses.openCatalogue.product, { product });
export const supplierAt = (supplier: string): string => link(addresses.openCatalogue.supplier, { supplier });
