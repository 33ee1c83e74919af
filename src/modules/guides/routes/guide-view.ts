import { pickText } from '../../../kernel/index.ts';
import type { GuideView } from '../pages/reading/guide-page.tsx';
import type { ContentsStep } from '../pages/reading/contents/contents.tsx';
import { stateOfStep } from '../reading/news.ts';
import { copyTexts } from '../texts/copies.ts';
import type { ReadingTexts } from '../texts/reading.ts';
import { aboutText, contentsView, progressView, saidIn, type Scene } from './common-view.ts';
import { newsView } from './news-view.ts';
import { trailOf } from './step-view.ts';

/** Where to begin, to go on, or to read again. */
function goOf(scene: Scene, last: string | null): GuideView['go'] {
  const { shown, site, say, words, reader } = scene;
  const steps = shown.outline.flatMap((section) => section.steps);
  const unread = steps.find((step) => stateOfStep(step, reader).kind !== 'read');
  // Whoever has read everything begins anew, wherever they were last.
  const begun = unread === undefined ? undefined : steps.find((step) => step.id === last);
  const step = begun ?? unread ?? steps[0];
  if (step === undefined) return null;
  const title = say(step.title).text;
  const to = site.step(shown.work, step.id);
  if (begun !== undefined) return { title: words.guide.resume(title), to };
  return { title: unread === undefined ? words.guide.again(title) : words.guide.begin(title), to };
}

function copiesOf({ site, shown, context }: Scene): GuideView['copies'] {
  const { ways } = copyTexts(context.language);
  const { work } = shown;
  return [
    { title: ways.print, to: site.print(work) },
    { title: ways.pdf, to: site.pdf(work) },
    { title: ways.file, to: site.file(work) },
  ];
}

/** A guide of no more steps than this is not folded. */
const shortGuide = 12;

/** The section where the reader goes on: that of the step that was read last, or of the first unread. */
function sectionAt({ shown, reader }: Scene, last: string | null): string | null {
  const { outline } = shown;
  const begun = outline.find(({ steps }) => steps.some((step) => step.id === last));
  const unread = outline.find(({ steps }) => steps.some((step) => stateOfStep(step, reader).kind !== 'read'));
  return (begun ?? unread)?.id ?? null;
}

function readIn(steps: readonly ContentsStep[], words: ReadingTexts): string {
  const done = steps.filter((step) => step.state === 'done').length;
  if (done === 0) return words.guide.steps(steps.length);
  return done === steps.length ? words.progress.done : words.progress.of(done, steps.length);
}

/** Everything that the page of a whole guide shows. `last` is the step where the reader was. */
export function guideView(scene: Scene, last: string | null): GuideView {
  const { shown, say, words, context } = scene;
  const { guide, outline } = shown;
  const local = outline.some((section) => section.steps.some((step) => step.origin !== 'shared'));
  const contents = contentsView(scene, { current: null, at: null });
  const said = saidIn(say, context.language);
  const long = outline.flatMap(({ steps }) => steps).length > shortGuide;
  const at = sectionAt(scene, last);
  const summaries = new Map(guide.sections.map(({ id, summary }) => [id, summary]));
  return {
    words,
    trail: trailOf(scene, true),
    title: say(guide.title).text,
    lede: guide.summary === null ? null : say(guide.summary).text,
    progress: progressView(scene),
    go: goOf(scene, last),
    news: newsView(scene),
    sections: contents.sections.map((section) => {
      const summary = summaries.get(section.id) ?? null;
      return {
        ...section,
        summary: summary === null ? null : said(summary),
        read: long ? readIn(section.steps, words) : null,
        open: !long || section.id === at,
      };
    }),
    ticked: contents.ticked,
    about: aboutText(scene, local),
    copies: copiesOf(scene),
    law: guide.legalBasis.map(({ law, paragraph, text }) => ({
      term: [pickText(law, context.language), paragraph].filter((part) => part !== '').join(' '),
      text: text === undefined ? '' : pickText(text, context.language),
    })),
  };
}
