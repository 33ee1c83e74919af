import { hasRole, link, type Context } from '../../../platform/http/index.ts';
import { formatDate, isoDay } from '../../../platform/text/index.ts';
import { addresses as commons } from '../../commons/index.ts';
import { findNames } from '../../organisations/index.ts';
import { monthsOn } from '../care/review.ts';
import type { Said } from '../pages/reading/blocks/rendering.ts';
import type { AboutText } from '../pages/reading/about-text.tsx';
import type { ContentsView } from '../pages/reading/contents/contents.tsx';
import type { ReadTilesView } from '../pages/reading/read-tiles.tsx';
import { stateOfStep, type Reader } from '../reading/news.ts';
import type { OutlineStep } from '../reading/outline.ts';
import type { Say, ShownGuide } from '../reading/shown.ts';
import { copyTexts } from '../texts/copies.ts';
import { readingTexts, type ReadingTexts } from '../texts/reading.ts';
import type { Site } from './addresses.ts';
import { writing } from '../writers.ts';

/** What every page of a guide is made from. */
export type Scene = {
  readonly context: Context;
  readonly site: Site;
  readonly shown: ShownGuide;
  readonly reader: Reader;
  readonly say: Say;
  readonly words: ReadingTexts;
  /** Names of the organisation and of the one that it follows. */
  readonly names: ReadonlyMap<string, string>;
  /** The ISO day to look it over; null where nobody has said. */
  readonly reviewOn: string | null;
};

export const nameIn = ({ names }: Pick<Scene, 'names'>, organisation: string): string =>
  names.get(organisation) ?? organisation;

export async function namesFor(context: Context, shown: ShownGuide, reader: Reader): Promise<Scene['names']> {
  const others = reader.reads.map((read) => read.organisation);
  const upstream = shown.upstream === null ? [] : [shown.upstream.organisation];
  return findNames(context.tx, [...new Set([shown.organisation, ...upstream, ...others])]);
}

/** A text with its language only where that differs from the page's. */
export const saidIn =
  (say: Say, language: string) =>
  (text: Parameters<Say>[0]): Said => {
    const picked = say(text);
    return picked.language === language
      ? { text: picked.text }
      : { text: picked.text, lang: picked.language };
  };

const stateIn = (step: OutlineStep, scene: Scene): 'done' | 'changed' | 'ahead' => {
  const { kind } = stateOfStep(step, scene.reader);
  return kind === 'read' ? 'done' : kind === 'changed' ? 'changed' : 'ahead';
};

/** The contents beside a guide, with the reader's ticks; `at` is the step that stands open, or is next to read. */
export function contentsView(
  scene: Scene,
  { current, at }: { readonly current: string | null; readonly at: string | null },
): ContentsView {
  const { shown, say, site, words } = scene;
  const sections = shown.outline.map((section) => ({
    id: section.id,
    title: say(section.title).text,
    steps: section.steps.map((step) => ({
      id: step.id,
      title: say(step.title).text,
      number: step.number,
      state: stateIn(step, scene),
      current: step.id === current,
      local: step.origin !== 'shared',
      to: site.step(shown.work, step.id),
    })),
  }));
  return {
    words,
    title: say(shown.guide.title).text,
    to: site.guide(shown.work),
    ticked: site.kind === 'work',
    sections,
    open: sections.find((section) => section.steps.some((step) => step.id === at))?.id ?? null,
  };
}

/** How much is read, a tile for each section; null on the public site. */
export function progressView(scene: Scene): ReadTilesView | null {
  if (scene.site.kind === 'open') return null;
  const sections = scene.shown.outline.map(({ id, steps }) => ({
    id,
    of: steps.length,
    done: steps.filter((step) => stateIn(step, scene) === 'done').length,
  }));
  return tilesOf(sections, readingTexts(scene.context.language));
}

export type SectionCount = { readonly id: string; readonly of: number; readonly done: number };

export function tilesOf(sections: readonly SectionCount[], words: ReadingTexts): ReadTilesView {
  const sum = (pick: (section: SectionCount) => number): number =>
    sections.reduce((all, section) => all + pick(section), 0);
  const [done, of] = [sum((section) => section.done), sum((section) => section.of)];
  return {
    text: done === of ? words.progress.done : words.progress.of(done, of),
    tiles: sections.map((section) => ({
      id: section.id,
      state: section.done === section.of ? 'done' : section.done > 0 ? 'part' : 'ahead',
    })),
  };
}

/** Whose the text is; `local` says whether something of the organisation's own stands on the page. */
export function aboutText(scene: Scene, local: boolean): AboutText {
  const { context, shown, words } = scene;
  const { upstream, changedAt, at, guide, number } = shown;
  const us = nameIn(scene, shown.organisation);
  const reviewOn = scene.reviewOn ?? monthsOn(isoDay(at), guide.reviewMonths);
  const { language } = context;
  return {
    common:
      upstream === null ? null : words.text.version(nameIn(scene, upstream.organisation), upstream.number),
    local:
      upstream === null || !local
        ? null
        : changedAt === null
          ? us
          : words.text.on(us, formatDate(changedAt, language)),
    own: upstream === null ? words.text.version(us, number) : null,
    reviewBy: formatDate(new Date(reviewOn), language),
    printed: copyTexts(language).about.foot(versionOf(scene), formatDate(context.now, language)),
    ways: waysOf(scene),
  };
}

/** "Hjo, version 3 (gemensam text: GVS12, version 2)" */
export function versionOf(scene: Scene): string {
  const { shown, words, context } = scene;
  const named = (organisation: string, number: number): string =>
    words.text.version(nameIn(scene, organisation), number);
  const own = named(shown.organisation, shown.number);
  const { upstream } = shown;
  if (upstream === null) return own;
  return copyTexts(context.language).about.basedOn(own, named(upstream.organisation, upstream.number));
}

function waysOf({ context, site, shown, words }: Scene): AboutText['ways'] {
  const { organisation, work, upstream } = shown;
  if (site.kind === 'open' || !mayChange(context, organisation)) return [];
  const at = { organisation, work };
  return [
    { title: words.text.change, to: link(commons.edit, at) },
    ...(upstream === null ? [] : [{ title: words.text.propose, to: link(commons.contribute, at) }]),
  ];
}

export const mayChange = (context: Context, organisation: string): boolean =>
  hasRole(context, organisation, ...writing);
