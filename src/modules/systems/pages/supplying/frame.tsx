import type { ComponentChildren, VNode } from 'preact';
import { link, type Language } from '../../../../platform/http/index.ts';
import { Columns, SideList, Stack } from '../../../../ui/index.ts';
import { settingsPages } from '../../../organisations/index.ts';
import { openCatalogue, supplying as at } from '../../addresses.ts';
import { supplyingTexts } from '../../texts/supplying.ts';

export type SupplyingPart = 'start' | 'products' | 'claims' | 'news' | 'none';

/** The parts of a supplier's side beside the page. */
export function SupplyingColumns(props: {
  readonly language: Language;
  readonly organisation: string;
  readonly current: SupplyingPart;
  readonly children: ComponentChildren;
}): VNode {
  const { language, organisation, current } = props;
  const words = supplyingTexts(language).nav;
  const parts = (['start', 'products', 'claims', 'news'] as const).map((id) => ({
    id,
    title: words[id],
    to: link(at[id], { organisation }),
    current: id === current,
  }));
  const colleagues = {
    id: 'colleagues',
    title: words.colleagues,
    to: link(settingsPages.roles, { organisation }),
  };
  const catalogue = { id: 'catalogue', title: words.catalogue, to: link(openCatalogue.search, {}) };
  return (
    <div class="systems-page">
      <Columns
        kind="list"
        aside={
          <SideList
            label={words.label}
            groups={[
              { id: 'own', title: words.own, items: parts },
              { id: 'people', title: words.people, items: [colleagues] },
              { id: 'more', title: words.more, items: [catalogue] },
            ]}
          />
        }
      >
        <Stack>{props.children}</Stack>
      </Columns>
    </div>
  );
}
