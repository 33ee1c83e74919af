import { getOrganisation, link, type Context, type Language } from '../../../../platform/http/index.ts';
import { formatDate } from '../../../../platform/text/index.ts';
import { noonOf, type Day } from '../../../../kernel/dates/index.ts';
import type { Crumb } from '../../../../ui/index.ts';
import type { SideNav } from '../../pages/register-page.tsx';
import { otherParts } from '../../pages/register-parts.ts';
import { everybody as at } from '../../addresses.ts';
import { readerOf, type LandscapeReader } from '../../everybody/reader.ts';
import { areaNameIn, componentNameIn } from '../../taxonomy/reading.ts';
import { saveAs } from '../connections/save-as.ts';
import { everybodyTexts, type EverybodyTexts } from '../../texts/everybody.ts';

export const frame = { kind: 'work', area: 'systems' } as const;

/** What every page about others' systems has. */
export type Ground = {
  readonly context: Context;
  readonly organisation: string;
  readonly reader: LandscapeReader;
  readonly words: EverybodyTexts;
  readonly language: Language;
};

/** Null for whoever may not see what others use. */
export async function groundOf(context: Context): Promise<Ground | null> {
  const reader = await readerOf(context);
  if (reader === null) return null;
  const { language } = context;
  return {
    context,
    organisation: getOrganisation(context),
    reader,
    words: everybodyTexts(language),
    language,
  };
}

export type Page = keyof EverybodyTexts['nav'];

const pages = {
  search: at.search,
  map: at.map,
  compare: at.choose,
  horizon: at.horizon,
  calls: at.calls,
  questions: at.questions,
} as const satisfies Record<Page, { readonly path: string }>;

const groups = [
  ['look', ['search', 'map', 'compare', 'horizon']],
  ['together', ['calls', 'questions']],
] as const satisfies readonly (readonly [id: string, pages: readonly Page[]])[];

/** Those whose address shows a list, which can be saved as a file; a comparison says so itself. */
const listed: ReadonlySet<Page> = new Set(['search', 'map', 'horizon', 'calls', 'questions']);

/** The pages about everybody's systems, and the way to the other parts of the register, at the side. */
export const navOf = ({ words, organisation, language, context }: Ground, current: Page): SideNav => ({
  label: words.title,
  groups: [
    ...groups.map(([id, ids]) => ({
      id,
      title: words.groups[id],
      items: ids.map((page) => ({
        id: page,
        title: words.nav[page],
        to: link(pages[page], { organisation }),
        current: page === current,
      })),
    })),
    ...(listed.has(current) ? [saveAs(context)] : []),
    otherParts(language, organisation, 'everybody'),
  ],
});

/** The way to a page. */
export const trailOf = ({ words, organisation }: Ground, ...last: readonly Crumb[]): readonly Crumb[] => [
  { title: words.title, to: link(at.search, { organisation }) },
  ...last,
];

type Query = Readonly<Record<string, string | number | undefined>>;

/** The address of a page of the organisation. Throws where a parameter of its path is missing. */
export const pageTo = (
  { organisation }: Ground,
  target: { readonly path: string },
  rest: Readonly<Record<string, string>> = {},
  query: Query = {},
): string => link(target, { organisation, ...rest }, query);

/** In the reader's own words. */
export const componentName = ({ reader, language }: Ground, id: string): string =>
  componentNameIn(reader.taxonomy, id, language);

export const areaName = ({ reader, language }: Ground, id: string): string =>
  areaNameIn(reader.taxonomy, id, language);

/** A name of the taxonomy as it stands inside a sentence. */
export const inText = (name: string): string => name.slice(0, 1).toLowerCase() + name.slice(1);

const shortMonths = {
  sv: 'jan feb mars apr maj juni juli aug sept okt nov dec'.split(' '),
  en: 'Jan Feb Mar Apr May June July Aug Sept Oct Nov Dec'.split(' '),
} as const satisfies Record<Language, readonly string[]>;

/** "juni 2027". */
export function monthOf(day: Day, language: Language): string {
  return `${shortMonths[language][Number(day.slice(5, 7)) - 1] ?? ''}\u00A0${day.slice(0, 4)}`;
}

/** "30 juni 2027", short enough for a table. */
export const shortDay = (day: Day, language: Language): string =>
  `${Number(day.slice(8))}\u00A0${monthOf(day, language)}`;

/** "30 juni 2027", for running text. */
export const dayIn = (day: Day, language: Language): string => formatDate(noonOf(day), language);
