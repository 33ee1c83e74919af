import type { VNode } from 'preact';
import {
  ButtonLink,
  Chips,
  Columns,
  EmptyState,
  ExampleNote,
  Legend,
  Link,
  PageHead,
  Pagination,
  Stack,
  TileMap,
  type Chip,
  type Crumb,
  type LegendItem,
  type MapTile,
} from '../../../../ui/index.ts';
import type { SheetFormat } from '../../sheets/write.ts';
import { SaveLine } from '../save-line.tsx';
import type { EverybodyTexts } from '../../texts/everybody.ts';

export type CompareHead = { readonly id: string; readonly name: string; readonly note: string };

export type CompareItemView = {
  readonly key: string;
  readonly product: string;
  readonly to: string;
  readonly same: boolean;
  readonly notes: readonly { readonly text: string; readonly strong: boolean }[];
};

export type CompareCellView = {
  readonly id: string;
  readonly same: boolean;
  /** Where nothing stands: that it is missing, or that nobody has it. */
  readonly empty: string;
  readonly items: readonly CompareItemView[];
};

export type CompareRowView = {
  readonly id: string;
  /** The area that it stands under. */
  readonly area: string;
  readonly title: string;
  readonly to: string;
  readonly cells: readonly CompareCellView[];
};

export type CompareView = {
  readonly words: EverybodyTexts;
  readonly title: string;
  readonly trail: readonly Crumb[];
  readonly summary: string;
  readonly ask: { readonly title: string; readonly to: string } | null;
  readonly chips: readonly Chip[];
  /** With only what is the same; null where that is chosen. */
  readonly onlySame: string | null;
  readonly timeline: string;
  readonly change: string;
  readonly heads: readonly CompareHead[];
  readonly rows: readonly CompareRowView[];
  readonly page: number;
  readonly pages: number;
  readonly pageTo: (page: number) => string;
  /** All of it as a file. */
  readonly save: { readonly say: string; readonly to: (format: SheetFormat) => string };
  readonly map: {
    readonly tiles: readonly MapTile[];
    readonly label: string;
    readonly legend: readonly LegendItem[];
  };
  /** Where the number of inhabitants is from, where a price is shared out on them. */
  readonly source: string | null;
  readonly example: boolean;
};

function Item({ view, item }: { readonly view: CompareView; readonly item: CompareItemView }): VNode {
  return (
    <div class="compare-item" data-same={item.same ? true : undefined}>
      <Link to={item.to}>{item.product}</Link>
      {item.same ? <span class="k-hidden">, {view.words.compare.sameSpoken}</span> : null}
      {item.notes.map(({ text, strong }) => (
        <div key={text} class="k-meta">
          {strong ? <strong>{text}</strong> : text}
        </div>
      ))}
    </div>
  );
}

function CompareTable({ view }: { readonly view: CompareView }): VNode {
  const { words, heads, rows } = view;
  return (
    <div class="k-scroll" role="region" aria-label={words.compare.region} tabindex={0}>
      <table class="k-table k-table-paper compare" data-many={heads.length > 4 ? true : undefined}>
        <caption class="k-hidden">{words.compare.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.compare.need}</th>
            {heads.map((head) => (
              <th key={head.id} scope="col">
                <span class="compare-name">{head.name}</span>
                <span class="k-meta">{head.note}</span>
              </th>
            ))}
          </tr>
        </thead>
        {[...Map.groupBy(rows, ({ area }) => area)].map(([area, own]) => (
          <tbody key={area}>
            <tr class="k-table-group">
              <th scope="rowgroup" colspan={heads.length + 1}>
                <span class="k-serif">{area}</span>
              </th>
            </tr>
            {own.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <Link to={row.to}>{row.title}</Link>
                </th>
                {row.cells.map((cell, at) => (
                  <td
                    key={cell.id}
                    data-same={cell.same ? true : undefined}
                    data-empty={cell.items.length === 0 ? true : undefined}
                    data-labelled
                    data-title={heads[at]?.name}
                  >
                    {cell.items.length === 0 ? <span class="k-meta">{cell.empty}</span> : null}
                    {cell.items.map((item) => (
                      <Item key={item.key} view={view} item={item} />
                    ))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

/** Organisations side by side, need by need, against the first of them. */
export function ComparePage(view: CompareView): VNode {
  const { words, ask } = view;
  const side = (
    <>
      <TileMap tiles={view.map.tiles} label={view.map.label} />
      <Legend items={view.map.legend} stacked label={words.compare.mapTitle} />
    </>
  );
  return (
    <Stack>
      <PageHead
        title={view.title}
        trail={view.trail}
        summary={view.summary}
        {...(ask === null ? {} : { aside: <ButtonLink to={ask.to}>{ask.title}</ButtonLink> })}
        ruled
      />
      <Columns kind="map" aside={side}>
        <Stack>
          <div class="compare-tools">
            <Link to={view.change} class="k-chip">
              {words.compare.other}
            </Link>
            <Chips chips={view.chips} />
            {view.onlySame === null ? null : (
              <Link to={view.onlySame} class="k-chip">
                {words.compare.same}
              </Link>
            )}
            <Link to={view.timeline}>{words.compare.timeline}</Link>
          </div>
          {view.rows.length === 0 ? (
            <EmptyState title={words.compare.none}>
              <p>{words.compare.noneWhat}</p>
            </EmptyState>
          ) : (
            <>
              <CompareTable view={view} />
              <Pagination page={view.page} pages={view.pages} to={view.pageTo} />
              <SaveLine {...view.save} />
            </>
          )}
          {view.source === null ? null : <p class="k-meta">{view.source}</p>}
          {view.example ? <ExampleNote>{words.example}</ExampleNote> : null}
        </Stack>
      </Columns>
    </Stack>
  );
}
