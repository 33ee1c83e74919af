import type { Language } from '../../../platform/http/index.ts';
import { standsFor, type Catalogue } from '../catalogue/catalogue.ts';
import { supplierOf } from '../catalogue/search.ts';
import { fieldIds } from '../model/fields.ts';
import type { Usage } from '../model/usage.ts';
import { cellOf, type Names } from './cells.ts';
import { headOf } from './heads.ts';
import type { SheetColumn } from './write.ts';

type Speaking = { readonly catalogue: Catalogue; readonly names: Names; readonly language: Language };

/** The product that stands for what a usage was registered with. */
const productOf = (catalogue: Catalogue, { product }: Usage) =>
  catalogue.products.get(standsFor(catalogue.products, product))?.record;

/** What of a usage stands in our own sheet besides its facts; id and revision tell later what was edited. */
function about({ catalogue, language }: Speaking) {
  const supplier: SheetColumn<Usage> = {
    id: 'supplier',
    title: headOf('supplier', language),
    value: (usage) => {
      const product = productOf(catalogue, usage);
      return product === undefined ? '' : (supplierOf(catalogue, product)?.name ?? '');
    },
  };
  const yesNo = language === 'sv' ? (['Ja', 'Nej'] as const) : (['Yes', 'No'] as const);
  return {
    product: {
      id: 'product',
      title: headOf('product', language),
      value: (usage: Usage) => productOf(catalogue, usage)?.name ?? usage.product,
    },
    supplier,
    secret: {
      id: 'secret',
      title: headOf('secret', language),
      value: ({ secret }: Usage) => yesNo[secret ? 0 : 1],
    },
    id: { id: 'id', title: headOf('id', language), value: ({ id }: Usage) => id },
    revision: {
      id: 'revision',
      title: headOf('revision', language),
      value: ({ revision }: Usage) => revision,
    },
  };
}

/** One's own systems as a sheet: taken in again as it is, it changes nothing. */
export function ownColumns(speaking: Speaking): readonly SheetColumn<Usage>[] {
  const { product, supplier, secret, id, revision } = about(speaking);
  const facts = fieldIds.map((field): SheetColumn<Usage> => ({
    id: field,
    title: headOf(field, speaking.language),
    value: ({ facts: { [field]: value } }) => (value === undefined ? null : cellOf(field, value, speaking)),
  }));
  return [product, supplier, ...facts, secret, id, revision];
}

/** The same for machines: ids instead of words, lists as lists. */
export function ownFields(speaking: Speaking): readonly SheetColumn<Usage>[] {
  const { id, revision, product } = about(speaking);
  const facts = fieldIds.map((field): SheetColumn<Usage> => ({
    id: field,
    title: field,
    value: ({ facts: { [field]: value } }) => value ?? null,
  }));
  return [
    id,
    revision,
    { id: 'product', title: 'product', value: (usage) => usage.product },
    { ...product, id: 'productName' },
    ...facts,
    { id: 'secret', title: 'secret', value: ({ secret }) => (secret ? 'yes' : 'no') },
    { id: 'members', title: 'members', value: ({ members }) => members },
    { id: 'confirmedAt', title: 'confirmedAt', value: ({ confirmedAt }) => confirmedAt.toISOString() },
    { id: 'example', title: 'example', value: ({ example }) => (example ? 'yes' : 'no') },
  ];
}
