import type { VNode } from 'preact';
import { noonOf } from '../../../../kernel/dates/index.ts';
import {
  getOrganisation,
  link,
  type Context,
  type Language,
  type Page,
} from '../../../../platform/http/index.ts';
import { formatDate } from '../../../../platform/text/index.ts';
import { ExampleNote } from '../../../../ui/index.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { readCatalogue } from '../../catalogue/reading.ts';
import { SupplyingColumns, type SupplyingPart } from '../../pages/supplying/frame.tsx';
import { ownRecords, type OwnRecords } from '../../supplying/records.ts';
import type { ProductCount } from '../../supplying/counts.ts';
import { supplyingTexts, type SupplyingTexts } from '../../texts/supplying.ts';

const frame = { kind: 'work', area: 'supplier' } as const;

/** What every page of a supplier's side has: its own records, and nothing of anybody else. */
export type Ground = {
  readonly context: Context;
  readonly organisation: string;
  readonly language: Language;
  readonly words: SupplyingTexts;
  readonly catalogue: Catalogue;
  readonly own: OwnRecords;
};

export async function readGround(context: Context): Promise<Ground> {
  const { tx, language } = context;
  const organisation = getOrganisation(context);
  const catalogue = await readCatalogue(tx);
  const own = await ownRecords(tx, organisation, catalogue);
  return { context, organisation, language, words: supplyingTexts(language), catalogue, own };
}

/** A page of a supplier's side, the other parts beside it. */
export function supplyingPage(
  ground: Ground,
  page: {
    readonly part: SupplyingPart;
    readonly title: string;
    readonly content: VNode;
    readonly failed?: boolean;
  },
): Page {
  const { language, organisation, words, own, catalogue } = ground;
  const { part, title, content, failed = false } = page;
  const isExample = own.suppliers.some((id) => catalogue.suppliers.get(id)?.record.example === true);
  return {
    kind: 'page',
    title,
    frame,
    ...(failed ? { failed, status: 422 } : {}),
    content: (
      <SupplyingColumns language={language} organisation={organisation} current={part}>
        {content}
        {isExample ? <ExampleNote>{words.example}</ExampleNote> : null}
      </SupplyingColumns>
    ),
  };
}

/** How many use a product, as far as its supplier is told. */
export function countIn({ words }: Ground, count: ProductCount | undefined): string {
  if (count === undefined) return words.count.notYet;
  return count.atLeast === 0 ? words.count.few : words.count.atLeast(count.atLeast);
}

/** When the counts were made, in words. */
export function countedIn({ words, language }: Ground, counts: ReadonlyMap<string, ProductCount>): string {
  const [first] = counts.values();
  if (first === undefined) return words.count.never;
  const format = new Intl.DateTimeFormat(language === 'sv' ? 'sv-SE' : 'en-GB', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return words.count.when(format.format(noonOf(first.month)));
}

export const dayIn = (day: string, language: Language): string => formatDate(noonOf(day), language);

export const to = (
  { organisation }: Ground,
  target: { readonly path: string },
  rest: Readonly<Record<string, string>> = {},
  query: Readonly<Record<string, string | number | undefined>> = {},
): string => link(target, { organisation, ...rest }, query);
