import type { VNode } from 'preact';
import {
  ButtonLink,
  Columns,
  ExampleNote,
  Link,
  PageHead,
  Pagination,
  Section,
  Stack,
  type Crumb,
} from '../../../../ui/index.ts';
import type { SheetFormat } from '../../sheets/write.ts';
import { SaveLine } from '../save-line.tsx';
import type { EverybodyTexts } from '../../texts/everybody.ts';
import { MapView, type MapParts } from './map-parts.tsx';
import { SearchTable, type SearchLine } from './search-page.tsx';

export type ProductView = {
  readonly words: EverybodyTexts;
  readonly title: string;
  readonly trail: readonly Crumb[];
  readonly what: string;
  readonly summary: string;
  /** Whom to ask in one go; null where nobody can be. */
  readonly ask: { readonly title: string; readonly to: string } | null;
  readonly links: readonly { readonly title: string; readonly to: string }[];
  readonly map: MapParts;
  readonly mapTo: string;
  readonly rows: readonly SearchLine[];
  readonly count: string;
  readonly page: number;
  readonly pages: number;
  readonly pageTo: (page: number) => string;
  /** All of it as a file. */
  readonly save: { readonly say: string; readonly to: (format: SheetFormat) => string };
};

/** Where a product is used, by whom, and whom to ask. */
export function ProductPage(view: ProductView): VNode {
  const { words, ask } = view;
  const side = (
    <>
      <MapView parts={view.map} />
      <p>
        <Link to={view.mapTo}>{words.product.onMap}</Link>
      </p>
    </>
  );
  return (
    <Stack>
      <PageHead
        title={view.title}
        trail={view.trail}
        lede={view.what}
        summary={view.summary}
        facts={view.links.map(({ title, to }) => (
          <Link key={to} to={to}>
            {title}
          </Link>
        ))}
        {...(ask === null ? {} : { aside: <ButtonLink to={ask.to}>{ask.title}</ButtonLink> })}
        ruled
      />
      <Columns kind="map" aside={side}>
        <Section title={words.product.users} id="lista" note={view.count} plain>
          <SearchTable words={words} rows={view.rows} caption={words.product.users} product={false} />
          <Pagination page={view.page} pages={view.pages} to={view.pageTo} />
          {view.rows.length > 0 ? <SaveLine {...view.save} /> : null}
        </Section>
        {view.rows.some(({ example }) => example) ? <ExampleNote>{words.example}</ExampleNote> : null}
      </Columns>
    </Stack>
  );
}
