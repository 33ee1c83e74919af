import type { ComponentChildren, VNode } from 'preact';
import type { Language } from '../../../../platform/http/index.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { findStandard } from '../../catalogue/standards.ts';
import { hostings, licences } from '../../catalogue/record.ts';
import { allComponents } from '../../taxonomy/editions.ts';
import { catalogueTexts } from '../../texts/catalogue.ts';

/** What a field of a record is called. */
export function fieldName(language: Language, field: string): string {
  const words = catalogueTexts(language);
  const known: Readonly<Record<string, string>> = {
    name: words.form.name,
    supplier: words.product.supplier,
    organisationNumber: words.supplier.number,
    web: words.product.web,
    aliases: words.product.aliases,
    formerNames: words.product.formerNames,
    components: words.form.components,
    what: words.product.does,
    hosting: words.product.hosting,
    licence: words.product.licence,
    standards: words.product.standards,
    interfaces: words.product.interfaces,
    versions: words.product.versions,
    publiccode: words.product.publiccode,
    spdx: words.product.spdx,
    cpe: 'CPE',
    example: words.open.example,
    mergedInto: words.log.mergedInto,
    madeBy: words.log.madeBy,
    withdrawn: words.log.withdrawn,
  };
  return known[field] ?? field;
}

export type Naming = {
  readonly language: Language;
  readonly catalogue: Catalogue;
  readonly of: 'supplier' | 'product';
  readonly organisation: (id: string) => string;
};

const property = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(key) : undefined;

function oneWord({ language, catalogue, of, organisation }: Naming, field: string, value: unknown): string {
  const words = catalogueTexts(language);
  const id = typeof value === 'string' ? value : '';
  switch (field) {
    case 'supplier':
      return catalogue.suppliers.get(id)?.record.name ?? id;
    case 'mergedInto':
      return (of === 'product' ? catalogue.products : catalogue.suppliers).get(id)?.record.name ?? id;
    case 'madeBy':
      return organisation(id);
    case 'components':
      return allComponents().get(id)?.name[language] ?? id;
    case 'hosting':
      return words.hosting[hostings.find((one) => one === id) ?? 'own'];
    case 'licence':
      return words.licence[licences.find((one) => one === id) ?? 'proprietary'];
    case 'standards':
      return findStandard(textOf(value, 'standard'))?.name ?? textOf(value, 'standard');
    case 'interfaces':
    case 'versions':
      return textOf(value, 'name');
    default:
      return typeof value === 'string' ? value : JSON.stringify(value);
  }
}

/** A value of a record in words, on one line. */
export function valueText(naming: Naming, field: string, value: unknown): string {
  const words = catalogueTexts(naming.language);
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0))
    return words.merge.empty;
  if (typeof value === 'boolean') return value ? words.log.yes : words.log.no;
  if (field === 'what')
    return [textOf(value, 'sv'), textOf(value, 'en')].filter((one) => one !== '').join(' / ');
  if (Array.isArray(value)) return value.map((one) => oneWord(naming, field, one)).join(', ');
  return oneWord(naming, field, value);
}

/** A value of a record in words; what is in two languages on a line each. */
export function valueWords(naming: Naming, field: string, value: unknown): ComponentChildren {
  const isTwo = field === 'what' && value !== null && value !== undefined;
  return isTwo ? <Bilingual value={value} /> : valueText(naming, field, value);
}

function textOf(value: unknown, key: string): string {
  const found = property(value, key);
  return typeof found === 'string' ? found : '';
}

function Bilingual({ value }: { readonly value: unknown }): VNode {
  return (
    <>
      <span lang="sv">{textOf(value, 'sv')}</span>
      <br />
      <span lang="en">{textOf(value, 'en')}</span>
    </>
  );
}
