import type { Language } from '../../../platform/http/index.ts';
import type { SheetColumn } from '../sheets/write.ts';
import { allComponents } from '../taxonomy/editions.ts';
import { catalogueTexts } from '../texts/catalogue.ts';
import type { ProductHit } from './search.ts';
import { findStandard } from './standards.ts';

/** The columns of the list of products. */
export function productColumns(language: Language): readonly SheetColumn<ProductHit>[] {
  const words = catalogueTexts(language);
  const named = (ids: readonly string[]): readonly string[] =>
    ids.map((id) => allComponents().get(id)?.name[language] ?? id);
  return [
    { id: 'id', title: 'Id', value: ({ product }) => product.id },
    { id: 'name', title: words.form.name, value: ({ product }) => product.name },
    { id: 'supplier', title: words.product.supplier, value: ({ supplier }) => supplier?.name ?? null },
    { id: 'what', title: words.product.does, value: ({ product }) => product.what[language] },
    { id: 'components', title: words.form.components, value: ({ product }) => named(product.components) },
    { id: 'aliases', title: words.product.aliases, value: ({ product }) => product.aliases },
    { id: 'formerNames', title: words.product.formerNames, value: ({ product }) => product.formerNames },
    {
      id: 'hosting',
      title: words.product.hosting,
      value: ({ product }) => product.hosting.map((one) => words.hosting[one]),
    },
    { id: 'licence', title: words.product.licence, value: ({ product }) => words.licence[product.licence] },
    {
      id: 'standards',
      title: words.product.standards,
      value: ({ product }) =>
        product.standards.map(({ standard }) => findStandard(standard)?.name ?? standard),
    },
    { id: 'web', title: words.product.web, value: ({ product }) => product.web ?? null },
    { id: 'publiccode', title: words.product.publiccode, value: ({ product }) => product.publiccode ?? null },
    { id: 'spdx', title: 'SPDX', value: ({ product }) => product.spdx ?? null },
    { id: 'cpe', title: 'CPE', value: ({ product }) => product.cpe ?? null },
    {
      id: 'example',
      title: words.open.example,
      value: ({ product }) => (product.example === true ? words.open.example : null),
    },
  ];
}
