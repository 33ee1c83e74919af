import { pickText } from '../../../kernel/index.ts';
import type { GuideView, WholeSection } from '../pages/reading/guide-page.tsx';
import { findStep } from '../reading/fingerprint.ts';
import { stateOfStep } from '../reading/news.ts';
import type { OutlineSection } from '../reading/outline.ts';
import { copyTexts } from '../texts/copies.ts';
import { aboutText, contentsView, progressView, saidIn, type Scene } from './common-view.ts';
import { newsView } from './news-view.ts';
import { blockViews, lookAround, notAnswering, renderingOf, type Around } from './rendering.ts';
import { trailOf } from './step-view.ts';

function sectionView(scene: Scene, around: Around, section: OutlineSection): WholeSection {
  const { shown, site, say, context } = scene;
  const said = saidIn(say, context.language);
  const summary = shown.guide.sections.find(({ id }) => id === section.id)?.summary ?? null;
  return {
    id: section.id,
    title: said(section.title),
    summary: summary === null ? null : said(summary),
    steps: section.steps.map((step) => ({
      id: step.id,
      title: said(step.title),
      to: site.step(shown.work, step.id),
      local: step.origin !== 'shared',
      blocks: blockViews(scene, step, findStep(shown.guide, step.id)?.blocks ?? []),
      on: renderingOf(scene, { step, around, answering: notAnswering }),
    })),
  };
}

type Go = NonNullable<GuideView['go']> & { readonly step: string };

/** Where to begin, to go on, or to read again. */
function goOf(scene: Scene, last: string | null): Go | null {
  const { shown, site, say, words, reader } = scene;
  const steps = shown.outline.flatMap((section) => section.steps);
  const begun = steps.find((step) => step.id === last);
  const unread = steps.find((step) => stateOfStep(step, reader).kind !== 'read');
  const step = begun ?? unread ?? steps[0];
  if (step === undefined) return null;
  const title = say(step.title).text;
  const to = site.step(shown.work, step.id);
  const { id } = step;
  if (begun !== undefined) return { step: id, title: words.guide.resume(title), to };
  return { step: id, title: unread === undefined ? words.guide.again(title) : words.guide.begin(title), to };
}

function copiesOf({ site, shown, context }: Scene): GuideView['copies'] {
  const { ways } = copyTexts(context.language);
  const { work } = shown;
  return {
    title: ways.title,
    ways: [
      { title: ways.print, to: site.print(work) },
      { title: ways.pdf, to: site.pdf(work) },
      { title: ways.file, to: site.file(work) },
    ],
  };
}

/** Everything that the page of a whole guide shows. `last` is the step where the reader was. */
export async function guideView(scene: Scene, last: string | null): Promise<GuideView> {
  const { shown, say, words, context } = scene;
  const { guide, outline } = shown;
  const blocks = guide.sections.flatMap((section) => section.steps.flatMap((step) => step.blocks));
  const around = await lookAround(scene, blocks);
  const local = outline.some((section) => section.steps.some((step) => step.origin !== 'shared'));
  const go = goOf(scene, last);
  return {
    words,
    trail: trailOf(scene, true),
    title: say(guide.title).text,
    lede: guide.summary === null ? null : say(guide.summary).text,
    progress: progressView(scene),
    go,
    news: newsView(scene),
    contents: contentsView(scene, { current: null, at: go?.step ?? null }),
    sections: outline.map((section) => sectionView(scene, around, section)),
    about: aboutText(scene, local),
    copies: copiesOf(scene),
    law: guide.legalBasis.map(({ law, paragraph, text }) => ({
      term: [pickText(law, context.language), paragraph].filter((part) => part !== '').join(' '),
      text: text === undefined ? '' : pickText(text, context.language),
    })),
  };
}
