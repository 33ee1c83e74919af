import { z } from 'zod';
import { link, type Context, type Language } from '../../../../platform/http/index.ts';
import type { SideGroup } from '../../../../ui/index.ts';
import { sheetFormats, type SheetFormat } from '../../sheets/write.ts';
import { connectionTexts } from '../../texts/connections.ts';

/** What the address of every list's file takes, besides what the list itself does. */
export const Format = { format: z.enum(sheetFormats).catch('xlsx') } as const;

/** Where the file of a list is: below the list, with the same question. */
export const fileOf = <P extends string>({ path }: { readonly path: P }): `${P}/lista` => `${path}/lista`;

/** As many rows as a file of what all use has; more is asked for in parts, or by the API. */
export const mostFileRows = 10_000;

const names: readonly (readonly [format: SheetFormat, name: string])[] = [
  ['xlsx', 'Excel'],
  ['ods', 'ODS'],
  ['csv', 'CSV'],
  ['json', 'JSON'],
];

/** What says where a page is among several, or what was just done, is no part of what the list is asked. */
const passing = ['sida', 'page', 'fil', 'gjort', 'klart', 'ny', 'bort'];

/** The list that a page shows, all of it, as a file: the same for every list of the register. */
export function saveAs({ address, language }: Pick<Context, 'address' | 'language'>): SideGroup {
  const { pathname, searchParams } = new URL(address, 'http://kommons');
  for (const name of passing) searchParams.delete(name);
  return {
    id: 'spara',
    title: connectionTexts(language).lists.save,
    items: names.map(([format, title]) => {
      const asked = new URLSearchParams(searchParams);
      asked.set('format', format);
      return { id: format, title, to: `${pathname}/lista?${asked.toString()}` };
    }),
  };
}

type Query = Readonly<Record<string, string | number | undefined>>;

/** The same in a line on the page, for a list that is asked for in another way than the page's address says. */
export const saveOf = (
  { organisation, language }: { readonly organisation: string; readonly language: Language },
  target: { readonly path: `/arbete/:organisation/${string}` },
  query: Query,
) => ({
  say: connectionTexts(language).lists.saveAs,
  to: (format: SheetFormat): string =>
    link({ path: `${target.path.replace(':organisation', organisation)}/lista` }, {}, { ...query, format }),
});

const mostPages = 400;

/** Everything that is read page by page, up to ten thousand rows. */
export async function allPages<T>(
  read: (page: number) => Promise<{ readonly rows: readonly T[]; readonly perPage: number }>,
): Promise<readonly T[]> {
  const all: T[] = [];
  for (let page = 1; page <= mostPages; page += 1) {
    const { rows, perPage } = await read(page);
    all.push(...rows);
    if (rows.length < perPage) break;
  }
  return all;
}
