import type { ComponentChildren, VNode } from 'preact';
import { link, type Language } from '../../../../platform/http/index.ts';
import { Columns, SideList, Stack, type SideGroup } from '../../../../ui/index.ts';
import { catalogue } from '../../addresses.ts';
import { catalogueTexts } from '../../texts/catalogue.ts';
import { supplyingTexts } from '../../texts/supplying.ts';
import { otherParts } from '../register-parts.ts';

export type CataloguePart =
  | 'list'
  | 'add-product'
  | 'publiccode'
  | 'add-supplier'
  | 'duplicates'
  | 'accounts'
  | 'reviews'
  | 'log'
  | 'taxonomy'
  | 'none';

/** The parts of the catalogue at work beside the page. */
export function CatalogueColumns(props: {
  readonly language: Language;
  readonly organisation: string;
  readonly current: CataloguePart;
  /** Those who only look are shown nothing that they cannot do. */
  readonly canChange: boolean;
  /** Those who clean the catalogue for all. */
  readonly curator?: boolean;
  /** The list that the page shows, as a file. */
  readonly save?: SideGroup;
  readonly children: ComponentChildren;
}): VNode {
  const words = catalogueTexts(props.language).work;
  const suppliers = supplyingTexts(props.language);
  const at = { organisation: props.organisation };
  const item = (id: CataloguePart, title: string, to: string) => ({
    id,
    title,
    to,
    current: props.current === id,
  });
  const changing = [
    {
      id: 'add',
      title: words.add,
      items: [
        item('add-product', words.addProduct, link(catalogue.addProduct, at)),
        item('add-supplier', words.addSupplier, link(catalogue.addSupplier, at)),
        item('publiccode', words.fromPubliccode, link(catalogue.fromPubliccode, at)),
      ],
    },
    {
      id: 'care',
      title: words.care,
      items: [
        item('duplicates', words.duplicates, link(catalogue.duplicates, at)),
        item('log', words.log, link(catalogue.log, at)),
        item('accounts', suppliers.accounts.nav, link(catalogue.accounts, at)),
        ...(props.curator === true
          ? [item('reviews', suppliers.reviews.nav, link(catalogue.reviews, at))]
          : []),
      ],
    },
  ];
  return (
    <div class="systems-page">
      <Columns
        kind="list"
        aside={
          <SideList
            label={words.nav}
            groups={[
              {
                id: 'catalogue',
                title: words.title,
                items: [item('list', words.list, link(catalogue.list, at))],
              },
              ...(props.canChange ? changing : []),
              {
                id: 'words',
                title: words.words,
                items: [item('taxonomy', words.taxonomy, link(catalogue.taxonomy, at))],
              },
              ...(props.save === undefined ? [] : [props.save]),
              otherParts(props.language, props.organisation, 'catalogue'),
            ]}
          />
        }
      >
        <Stack>{props.children}</Stack>
      </Columns>
    </div>
  );
}
