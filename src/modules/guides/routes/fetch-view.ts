import { findText, pickText, type Definition } from '../../../kernel/index.ts';
import { getOrganisation, link, type Context } from '../../../platform/http/index.ts';
import {
  acting,
  addresses as commons,
  listOwn,
  nameOfElement,
  readerFor,
  searchLibrary,
  type Fetchable,
} from '../../commons/index.ts';
import { findNames } from '../../organisations/index.ts';
import { sectionsOf, targetsIn, type SectionPart, type Target } from '../fetching/parts.ts';
import type { ChooseView, Offered } from '../pages/fetch/choose-page.tsx';
import type { PickSection, PickView } from '../pages/fetch/pick-page.tsx';
import { kindId } from '../reading/shown.ts';
import type { Worked } from '../studio/draft.ts';
import { blockTypeOf } from '../studio/types.ts';
import { blockWords } from '../studio/words.ts';
import { fetchTexts } from '../texts/fetch.ts';
import { draft as at } from './addresses.ts';

export type Here = { readonly context: Context; readonly worked: Worked };

export const placeOf = ({ context, worked }: Here) => ({
  organisation: getOrganisation(context),
  work: worked.work,
});

export function trailOf(here: Here, title: string): ChooseView['trail'] {
  const { context, worked } = here;
  const words = fetchTexts(context.language);
  const place = placeOf(here);
  return [
    { title: words.works, to: link(commons.variants, { organisation: place.organisation }) },
    { title: pickText(worked.definition.title, context.language), to: link(commons.variant, place) },
    { title: words.crumb, to: link(commons.edit, place) },
    { title },
  ];
}

export type Asked = {
  readonly hos: 'oss' | 'biblioteket';
  readonly sok: string;
  readonly sida: number;
  /** Where to put what is fetched; '' where nothing is chosen yet. */
  readonly till: string;
};

const perPage = 25;

type Found = { readonly guides: readonly Omit<Offered, 'to'>[]; readonly total: number };
type Of = { readonly organisation: string; readonly work: string };

const idOf = ({ organisation, work }: Of): string => `${organisation}/${work}`;

/** One page of own guides, by words in what they are called. */
async function findOwn({ context, worked }: Here, { sok, sida }: Asked): Promise<Found> {
  const { language } = context;
  const wanted = sok.toLowerCase().split(/\s+/u);
  const all = (await listOwn(acting(context), kindId)).filter(({ work, title }) => {
    const text = Object.values(title).join(' ').toLowerCase();
    return work !== worked.work && wanted.every((word) => text.includes(word));
  });
  const organisation = getOrganisation(context);
  const name = (await findNames(context.tx, [organisation])).get(organisation) ?? organisation;
  const words = fetchTexts(language);
  return {
    total: all.length,
    guides: all.slice((sida - 1) * perPage, sida * perPage).map(({ work, title, head }) => ({
      id: idOf({ organisation, work }),
      title: pickText(title, language),
      note: words.by(name, head.number),
    })),
  };
}

async function findInLibrary({ context }: Here, { sok, sida }: Asked): Promise<Found> {
  const a = acting(context);
  const query = { q: sok, kind: kindId, page: sida };
  const { hits, total } = await searchLibrary(context.tx, await readerFor(a), query);
  const names = await findNames(context.tx, [...new Set(hits.map((hit) => hit.organisation))]);
  const words = fetchTexts(context.language);
  return {
    total,
    guides: hits.map((hit) => ({
      id: idOf(hit),
      title: pickText(hit.title, context.language),
      note: words.by(names.get(hit.organisation) ?? hit.organisation, hit.number),
    })),
  };
}

/** Which guides there are to fetch from. */
export async function chooseView(here: Here, asked: Asked): Promise<ChooseView> {
  const words = fetchTexts(here.context.language);
  const place = placeOf(here);
  const { hos, sok, sida, till } = asked;
  const { guides, total } = await (hos === 'oss' ? findOwn(here, asked) : findInLibrary(here, asked));
  const to = (query: Partial<Asked> & { readonly fran?: string }): string =>
    link(at.fetch, place, {
      hos,
      ...(sok === '' ? {} : { sok }),
      ...(till === '' ? {} : { till }),
      ...query,
    });
  const first = (sida - 1) * perPage + 1;
  return {
    words,
    trail: trailOf(here, words.title),
    action: link(at.fetch, place),
    hidden: { hos, ...(till === '' ? {} : { till }) },
    asked: sok,
    chips: [
      {
        id: 'hos',
        title: hos === 'oss' ? words.ours : words.library,
        options: (['oss', 'biblioteket'] as const).map((one) => ({
          title: one === 'oss' ? words.ours : words.library,
          to: to({ hos: one }),
          current: one === hos,
        })),
      },
    ],
    count: words.found(first, Math.min(total, first + perPage - 1), total),
    guides: guides.map((guide) => ({ ...guide, to: to({ fran: guide.id }) })),
    all: to({ sok: '' }),
    page: sida,
    pages: Math.max(1, Math.ceil(total / perPage)),
    pageTo: (page) => to({ sida: page }),
  };
}

export type Picked = {
  readonly ticked: ReadonlySet<string>;
  readonly problems: ReadonlyMap<string, string>;
};

const nothing: Picked = { ticked: new Set(), problems: new Map() };

/** What there is in a guide to fetch. */
export async function pickView(
  here: Here,
  source: Fetchable,
  { asked, picked = nothing }: { readonly asked: Asked; readonly picked?: Picked },
): Promise<PickView> {
  const { context, worked } = here;
  const { language } = context;
  const words = fetchTexts(language);
  const { organisation, number, definition } = source;
  const name = (await findNames(context.tx, [organisation])).get(organisation) ?? organisation;
  const title = pickText(definition.title, language);
  const { hos, till } = asked;
  return {
    words,
    trail: trailOf(here, title),
    action: link(at.fetch, placeOf(here)),
    hidden: { hos, fran: idOf(source), version: source.versionId, revision: worked.revision ?? 0 },
    guide: title,
    by: words.by(name, number),
    another: link(at.fetch, placeOf(here), { hos, ...(till === '' ? {} : { till }) }),
    sections: sectionsOf(definition).map((section) => sectionView(section, definition, language)),
    targets: targetsView(worked.definition, language),
    target: till,
    ...picked,
  };
}

function sectionView(section: SectionPart, { languages }: Definition, language: 'sv' | 'en'): PickSection {
  const called = (title: Readonly<Record<string, string>>, id: string): string =>
    findText(title, language, languages)?.text ?? id;
  return {
    id: section.id,
    title: called(section.title, section.id),
    steps: section.steps.map((step) => ({
      id: step.id,
      title: called(step.title, step.id),
      blocks: step.blocks.map((block) => {
        const type = blockTypeOf(block);
        return {
          id: block.id,
          name: nameOfElement(block, language),
          sort: type === null ? '' : blockWords[type][language],
        };
      }),
    })),
  };
}

function targetsView(definition: Definition, language: 'sv' | 'en'): NonNullable<PickView['targets']> {
  const words = fetchTexts(language).pick;
  const groups: { title: string; options: { value: string; label: string }[] }[] = [];
  const say: Readonly<Record<Target['kind'], (title: string) => string>> = {
    section: words.inSection,
    step: words.inStep,
    slot: words.inSlot,
  };
  for (const { id, kind, element } of targetsIn(definition)) {
    const title = nameOfElement(element, language);
    if (kind === 'section') groups.push({ title, options: [] });
    groups.at(-1)?.options.push({ value: id, label: say[kind](title) });
  }
  return groups;
}
