import type { VNode } from 'preact';
import {
  getOrganisation,
  link,
  suppliesAt,
  type Context,
  type Reply,
} from '../../../../platform/http/index.ts';
import * as addresses from '../../addresses.ts';
import { type Added } from '../../catalogue/actions.ts';
import { type FormProblem } from '../../catalogue/product-form.ts';
import type { Product, Supplier } from '../../catalogue/record.ts';
import { CatalogueColumns, type CataloguePart } from '../../pages/catalogue/frame.tsx';
import type { AlikeRow, Common } from '../../pages/catalogue/forms.tsx';
import type { MeanwhileRow } from '../../pages/catalogue/meanwhile.tsx';
import { SupplyingColumns } from '../../pages/supplying/frame.tsx';
import { supplyingTexts } from '../../texts/supplying.ts';
import { catalogueTexts } from '../../texts/catalogue.ts';

const frame = { kind: 'work', area: 'systems' } as const;
const supplyingFrame = { kind: 'work', area: 'supplier' } as const;

export type Said = {
  readonly changing: { readonly id: string; readonly name: string } | null;
  readonly problems?: readonly FormProblem[];
  readonly message?: string | null;
  /** The way on from the message. */
  readonly see?: { readonly title: string; readonly to: string };
  readonly alike?: readonly AlikeRow[];
  readonly meanwhile?: readonly MeanwhileRow[];
  /** What was read from a file, to be looked over. */
  readonly read?: string;
};

type Framed = {
  readonly part: CataloguePart;
  readonly title: string;
  readonly action: (organisation: string) => string;
  readonly content: (common: Common) => VNode | Promise<VNode>;
};

/** A form of the catalogue with what is said above it, the parts of the catalogue beside. */
export async function formPage(
  context: Context,
  said: Said,
  { part, title, action, content }: Framed,
): Promise<Reply> {
  const { language } = context;
  const organisation = getOrganisation(context);
  const { changing, problems = [], alike = [], meanwhile = [], message, see } = said;
  const failed = problems.length > 0;
  const asks = alike.length > 0 || meanwhile.length > 0 || typeof message === 'string';
  const common: Common = {
    language,
    action: action(organisation),
    changing: changing?.name ?? null,
    problems,
    message: message ?? said.read ?? null,
    see: see ?? null,
    alike,
    meanwhile,
  };
  return {
    kind: 'page',
    title,
    frame: suppliesAt(context.actor, organisation) ? supplyingFrame : frame,
    status: failed || asks ? 422 : 200,
    failed,
    content: suppliesAt(context.actor, organisation) ? (
      <SupplyingColumns language={language} organisation={organisation} current="none">
        {await content(common)}
      </SupplyingColumns>
    ) : (
      <CatalogueColumns language={language} organisation={organisation} current={part} canChange>
        {await content(common)}
      </CatalogueColumns>
    ),
  };
}

/** What was asked for and could not be done, in words above the form. */
export function notDone(
  context: Context,
  failure: Extract<Added, { ok: false }>['failure'],
  entries: ReadonlyMap<string, { readonly record: Product | Supplier }>,
  addressOf: (id: string) => string,
): Pick<Said, 'message' | 'alike'> {
  const { language, actor } = context;
  const words = catalogueTexts(language);
  if (failure.kind === 'forbidden' && suppliesAt(actor, getOrganisation(context)))
    return { message: supplyingTexts(language).products.onlyOwn };
  if (failure.kind !== 'alike') return { message: words.failure[failure.kind] };
  return {
    alike: failure.found.map(({ id }) => ({
      id,
      name: entries.get(id)?.record.name ?? id,
      to: addressOf(id),
    })),
  };
}

export const productAt = (product: string): string => link(addresses.openCatalogue.product, { product });
export const supplierAt = (supplier: string): string => link(addresses.openCatalogue.supplier, { supplier });
