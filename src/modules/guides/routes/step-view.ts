import type { Context } from '../../../platform/http/index.ts';
import { subjectNames } from '../../../kernel/index.ts';
import type { Crumb } from '../../../ui/index.ts';
import type { StepView } from '../pages/reading/step-page.tsx';
import { findStep } from '../reading/fingerprint.ts';
import { placeOf, standingOf, type Place } from '../reading/outline.ts';
import { sayer, type ShownGuide } from '../reading/shown.ts';
import { findCare } from '../store/care.ts';
import { readingTexts } from '../texts/reading.ts';
import type { Site } from './addresses.ts';
import { aboutText, contentsView, namesFor, saidIn, type Scene } from './common-view.ts';
import { feedbackView, type SaidOf } from './feedback-view.ts';
import { readerOf } from './reader.ts';
import { blockViews, lookAround, renderingOf, type Answering } from './rendering.ts';

export async function sceneOf(context: Context, site: Site, shown: ShownGuide): Promise<Scene> {
  const reader = await readerOf(context, site, shown);
  return {
    context,
    site,
    shown,
    reader,
    say: sayer(shown, context.language),
    words: readingTexts(context.language),
    names: await namesFor(context, shown, reader),
    reviewOn: (await findCare(context.tx, shown.organisation, shown.work))?.reviewOn ?? null,
  };
}

/** The way to a guide: all guides, its subject, itself. */
export function trailOf({ site, shown, say, words, context }: Scene, last: boolean): readonly Crumb[] {
  const { subject, title } = shown.guide;
  const name = say(title).text;
  return [
    { title: words.title, to: site.list() },
    ...(subject === null
      ? []
      : [{ title: subjectNames[subject][context.language], to: site.list({ amne: subject }) }]),
    last ? { title: name } : { title: name, to: site.guide(shown.work) },
  ];
}

function positionOf({ say, words, shown }: Scene, { section, step }: Place): string {
  const of = section.steps.length;
  return shown.outline.length === 1
    ? words.step.position(step.number, of)
    : words.step.inSection(say(section.title).text, step.number, of);
}

function nextOf({ say, site, shown, words }: Scene, { step, next }: Place): StepView['next'] {
  const kind = site.kind === 'work' ? 'post' : 'link';
  const title = next === null ? words.step.finish : words.step.next(say(next.title).text);
  if (kind === 'post') return { kind, title, to: site.step(shown.work, step.id), met: standingOf(step).met };
  return { kind, title, to: next === null ? site.guide(shown.work) : site.step(shown.work, next.id) };
}

/** Everything that a step's page shows; null when the guide has no such step. */
export async function stepView(
  scene: Scene,
  id: string,
  answering: Omit<Answering, 'step'> & SaidOf & { readonly changed: boolean },
): Promise<StepView | null> {
  const { shown, say, site, words, context } = scene;
  const place = placeOf(shown.outline, id);
  const written = findStep(shown.guide, id);
  if (place === null || written === null) return null;
  const { step, previous } = place;
  const around = await lookAround(scene, written.blocks);
  return {
    words,
    id,
    feedback: await feedbackView(scene, written, answering),
    trail: [...trailOf(scene, false), { title: say(step.title).text }],
    contents: contentsView(scene, { current: id, at: id }),
    position: positionOf(scene, place),
    minutes: step.minutes === null ? null : words.guide.minutes(step.minutes),
    title: saidIn(say, context.language)(step.title),
    blocks: blockViews(scene, step, written.blocks),
    on: renderingOf(scene, { step, around, answering: { ...answering, step: id } }),
    previous:
      previous === null ? null : { title: say(previous.title).text, to: site.step(shown.work, previous.id) },
    next: nextOf(scene, place),
    changed: answering.changed ? words.step.changed : null,
    about: aboutText(scene, step.origin !== 'shared'),
    take: { title: words.guide.take, to: site.guide(shown.work) },
  };
}
