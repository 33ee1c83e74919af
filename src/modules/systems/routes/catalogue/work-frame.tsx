import type { VNode } from 'preact';
import { getOrganisation, hasRole, link, type Context, type Reply } from '../../../../platform/http/index.ts';
import * as addresses from '../../addresses.ts';
import { entriesOf, type Catalogue } from '../../catalogue/catalogue.ts';
import type { RecordKind } from '../../catalogue/record.ts';
import { isCurator } from '../../catalogue/curators.ts';
import { type CatalogueFailure } from '../../catalogue/store.ts';
import { saveAs } from '../connections/save-as.ts';
import { CatalogueColumns, type CataloguePart } from '../../pages/catalogue/frame.tsx';
import { fieldName } from '../../pages/catalogue/values.tsx';
import { catalogueTexts } from '../../texts/catalogue.ts';

const frame = { kind: 'work', area: 'systems' } as const;

type Shown = {
  readonly part: CataloguePart;
  readonly title: string;
  readonly content: VNode;
  readonly failed?: boolean;
  /** It shows a list, which can be saved as a file. */
  readonly list?: true;
};

/** A page of the catalogue at work, its parts beside it. */
export async function cataloguePage(
  context: Context,
  { part, title, content, failed = false, list }: Shown,
): Promise<Reply> {
  const organisation = getOrganisation(context);
  return {
    kind: 'page',
    title,
    frame,
    ...(failed ? { failed, status: 422 } : {}),
    content: (
      <CatalogueColumns
        language={context.language}
        organisation={organisation}
        current={part}
        canChange={hasRole(context, organisation, 'strategist', 'admin')}
        curator={await isCurator(context.tx, organisation)}
        {...(list === undefined ? {} : { save: saveAs(context) })}
      >
        {content}
      </CatalogueColumns>
    ),
  };
}

export const recordAt = (of: RecordKind, id: string): string =>
  of === 'product'
    ? link(addresses.openCatalogue.product, { product: id })
    : link(addresses.openCatalogue.supplier, { supplier: id });

export const nameIn =
  (catalogue: Catalogue) =>
  (of: RecordKind, id: string): string =>
    entriesOf(catalogue, of).get(id)?.record.name ?? id;

/** Why something could not be done, in words. */
export const failureWords = (
  { language }: Context,
  failure: CatalogueFailure | { readonly kind: 'forbidden' },
): string => {
  const words = catalogueTexts(language);
  return failure.kind === 'unanswered'
    ? words.merge.unanswered(failure.fields.map((field) => fieldName(language, field)).join(', '))
    : words.failure[failure.kind];
};
