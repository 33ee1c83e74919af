import { getOrganisation, link, type Context, type Language } from '../../../platform/http/index.ts';
import type { Crumb } from '../../../ui/index.ts';
import { own, sheets as at } from '../addresses.ts';
import { supplierOf } from '../catalogue/search.ts';
import { groups } from '../model/field.ts';
import { fieldIds, fieldOf } from '../model/fields.ts';
import type {
  ColumnAsked,
  ColumnsView,
  ProductAsked,
  ProductsView,
  SheetChoice,
} from '../pages/sheets/ask-pages.tsx';
import type { Column } from '../sheets/columns.ts';
import { headOf } from '../sheets/heads.ts';
import type { Looked } from '../sheets/look.ts';
import type { Doubt } from '../sheets/planned.ts';
import { groupWords } from '../texts/fields.ts';
import { sheetsTexts, type SheetsTexts } from '../texts/sheets.ts';

export type Shown = { readonly context: Context; readonly looked: Looked; readonly words: SheetsTexts };

export const shownOf = (context: Context, looked: Looked): Shown => ({
  context,
  looked,
  words: sheetsTexts(context.language),
});

export const place = ({ context, looked }: Shown) => ({
  organisation: getOrganisation(context),
  sheet: looked.sheet.id,
});

export function trailOf(context: Context, last: string | null): readonly Crumb[] {
  const words = sheetsTexts(context.language);
  const organisation = getOrganisation(context);
  const first = { title: words.register, to: link(own.list, { organisation }) };
  if (last === null) return [first, { title: words.title }];
  return [first, { title: words.title, to: link(at.begin, { organisation }) }, { title: last }];
}

export const about = ({ looked, words }: Shown): string =>
  words.rowsOf(looked.sheet.name, looked.columns.rows.length);

/** "A", "AB": as programs for sheets name their columns. */
const letterOf = (place_: number): string =>
  place_ < 26
    ? String.fromCodePoint(65 + place_)
    : letterOf(Math.floor(place_ / 26) - 1) + String.fromCodePoint(65 + (place_ % 26));

function choiceOf(shown: Shown): SheetChoice {
  const { looked, words } = shown;
  return {
    to: link(at.choose, place(shown)),
    options: looked.sheet.content.map(({ name, rows }, n) => ({
      value: String(n),
      label: words.sheetOption(name === '' ? String(n + 1) : name, rows.length),
    })),
    chosen: String(looked.chosen),
  };
}

export const whichSheetView = (shown: Shown) => ({
  words: shown.words,
  trail: trailOf(shown.context, shown.words.whichSheet),
  action: '',
  about: shown.looked.sheet.name,
  problems: [],
  choice: choiceOf(shown),
});

export const searchName = (name: string): string => `sok-${name}`;

export const columnName = ({ at: n }: Pick<Column, 'at'>): string => `kolumn-${n}`;

/** Everything that a column may mean, in groups. */
function targetOptions(words: SheetsTexts, language: Language) {
  const which = (['product', 'supplier', 'localName'] as const).map((id) => ({
    value: id,
    label: headOf(id, language),
  }));
  const more = (['secret', 'id', 'revision'] as const).map((id) => ({
    value: id,
    label: headOf(id, language),
  }));
  const fields = groups.map((group) => ({
    title: groupWords(language)[group],
    options: fieldIds
      .filter((id) => fieldOf(id).group === group && id !== 'localName')
      .map((id) => ({ value: id, label: headOf(id, language) })),
  }));
  return [
    {
      title: words.which,
      options: [...which, ...more],
    },
    ...fields,
  ];
}

type Problems = ReadonlyMap<string, string>;

export function columnsView(
  shown: Shown,
  typed: ReadonlyMap<string, string>,
  problems: Problems,
): ColumnsView {
  const { looked, words, context } = shown;
  const asked = (column: Column): ColumnAsked => ({
    name: columnName(column),
    label: words.column(column.head, letterOf(column.at)),
    sample: column.sample.length === 0 ? '' : words.sample(column.sample),
    chosen: typed.get(columnName(column)) ?? column.target ?? '',
    error: problems.get(columnName(column)),
  });
  const { columns } = looked.columns;
  const doubtful = columns.filter((column) => column.doubtful || problems.has(columnName(column)));
  return {
    words,
    trail: trailOf(context, words.columnsTitle),
    action: link(at.columns, place(shown)),
    about: about(shown),
    problems: [...problems].map(([field, message]) => ({ field, message })),
    doubtful: doubtful.map(asked),
    others: columns.filter((column) => !doubtful.includes(column)).map(asked),
    options: targetOptions(words, context.language),
    choice: looked.sheet.content.length > 1 ? choiceOf(shown) : null,
  };
}

/** Names asked about on one page. */
export const doubtsAtOnce = 25;
/** From this likeness on, what is found is chosen until somebody says otherwise. */
const likely = 0.6;

const defaultFor = ({ choices: [best, next] }: Doubt): string | undefined => {
  if (best === undefined) return '+';
  return best.score >= likely && (next === undefined || next.score < best.score) ? best.id : undefined;
};

/** What was searched for about a name, and what was found, by the name's key. */
export type LookedUp = ReadonlyMap<string, { readonly typed: string; readonly found: readonly string[] }>;

export function productsView(
  shown: Shown,
  typed: ReadonlyMap<string, string>,
  { problems, lookedUp }: { readonly problems: Problems; readonly lookedUp: LookedUp },
): ProductsView {
  const { looked, words, context } = shown;
  const { doubts } = looked.plan;
  const { catalogue } = looked;
  const asked = doubts.slice(0, doubtsAtOnce).map((doubt, n): ProductAsked => {
    const name = `namn-${n}`;
    const known = doubt.choices.flatMap(({ id, why }) => {
      const product = catalogue.products.get(id)?.record;
      if (product === undefined) return [];
      const supplier = supplierOf(catalogue, product)?.name ?? null;
      return [{ value: id, label: words.product(product.name, supplier), help: words.whys[why] }];
    });
    const search = lookedUp.get(doubt.key);
    const found = (search?.found ?? [])
      .filter((id) => doubt.choices.every((choice) => choice.id !== id))
      .flatMap((id) => {
        const product = catalogue.products.get(id)?.record;
        if (product === undefined) return [];
        const supplier = supplierOf(catalogue, product)?.name ?? null;
        return [{ value: id, label: words.product(product.name, supplier), help: words.found }];
      });
    return {
      name,
      key: doubt.key,
      label: words.product(doubt.name, doubt.supplier === '' ? null : doubt.supplier),
      rows: words.onRows(doubt.rows),
      options: [
        ...known,
        ...found,
        { value: '+', label: words.isNew, help: words.isNewHelp },
        { value: '-', label: words.skip },
      ],
      chosen: typed.get(doubt.key) ?? defaultFor(doubt),
      error: problems.get(doubt.key),
      lookUp: {
        name: searchName(name),
        label: words.lookUpIn(doubt.name),
        typed: search?.typed ?? '',
        ...(search?.found.length === 0 ? { error: words.notFound } : {}),
      },
    };
  });
  return {
    words,
    trail: trailOf(context, words.productsTitle),
    action: link(at.products, place(shown)),
    about: about(shown),
    problems: asked.flatMap(({ name, error }) =>
      error === undefined ? [] : [{ field: name, message: error }],
    ),
    lede: words.productsLede(doubts.length),
    asked,
    more: doubts.length > doubtsAtOnce ? words.more(doubts.length - doubtsAtOnce) : null,
    columnsTo: link(at.sheet, place(shown), { steg: 'kolumner' }),
  };
}

export const nameOf = ({ looked }: Shown, id: string): string =>
  looked.catalogue.products.get(id)?.record.name ?? id;
