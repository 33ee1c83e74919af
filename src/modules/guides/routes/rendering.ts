import { link } from '../../../platform/http/index.ts';
import { fillIn } from '../../../kernel/index.ts';
import { formatDate } from '../../../platform/text/index.ts';
import { addresses as commons, findRunning } from '../../commons/index.ts';
import type { Block, InnerBlock, QuizBlock, ReuseBlock, Target } from '../definition/model.ts';
import { blocksOf } from '../definition/index.ts';
import type { BlockView } from '../pages/reading/blocks/blocks.tsx';
import type { QuizView, Rendering } from '../pages/reading/blocks/rendering.ts';
import { changedParts } from '../reading/progress.ts';
import { stateOfStep } from '../reading/news.ts';
import { originOf, placeOf, type OutlineStep } from '../reading/outline.ts';
import { judgeQuiz } from '../reading/quiz.ts';
import { findShownGuide, sayer, type ShownGuide } from '../reading/shown.ts';
import * as at from './addresses.ts';
import { mayChange, nameIn, saidIn, type Scene } from './common-view.ts';

/** What the blocks of a page lead to and borrow, looked up once. */
export type Around = {
  /** Works in use that links lead to, by id. */
  readonly works: ReadonlySet<string>;
  /** Guides in use that blocks are borrowed from or links lead to, by id. */
  readonly guides: ReadonlyMap<string, ShownGuide>;
};

const innerOf = (blocks: readonly Block[]): readonly InnerBlock[] =>
  blocks.flatMap((block) => (block.type === 'slot' ? block.blocks : [block]));

export async function lookAround(scene: Scene, blocks: readonly Block[]): Promise<Around> {
  const { context, shown } = scene;
  const here = { tx: context.tx, organisation: shown.organisation };
  const guides = new Map<string, ShownGuide>([[shown.work, shown]]);
  const learn = async (wanted: readonly string[]): Promise<void> => {
    for (const work of new Set(wanted)) {
      const found = guides.get(work) ?? (await findShownGuide(here, work));
      if (found !== null && (scene.site.kind === 'work' || found.guide.readers === 'everyone'))
        guides.set(work, found);
    }
  };
  const inner = innerOf(blocks);
  const borrowings = inner.flatMap((block) => (block.type === 'reuse' ? [block] : []));
  await learn(borrowings.map(({ work }) => work));
  const borrowed = borrowings.flatMap(({ work, block }) => {
    const from = guides.get(work);
    return from === undefined
      ? []
      : blocksOf(from.guide).flatMap((placed) => (placed.block.id === block ? [placed.block] : []));
  });
  const works = new Set<string>();
  const targets = [...inner, ...innerOf(borrowed)].flatMap((block) =>
    block.type === 'link' ? [block.to] : [],
  );
  for (const work of new Set(
    targets.flatMap((to) => (to.kind === 'service' || to.kind === 'field' ? [to.work] : [])),
  )) {
    if ((await findRunning(here, work)) !== null) works.add(work);
  }
  await learn(targets.flatMap((to) => (to.kind === 'guide' ? [to.work] : [])));
  return { works, guides };
}

const service = { path: '/k/:organisation/tjanster/:service' } as const;

function targetIn(scene: Scene, around: Around): Rendering['target'] {
  const { shown, site, context } = scene;
  const { organisation } = shown;
  return (to: Target) => {
    switch (to.kind) {
      case 'service':
      case 'field':
        return around.works.has(to.work) ? link(service, { organisation, service: to.work }) : null;
      case 'page': {
        const address = to.address.replace(':organisation', organisation);
        return address.includes(':') || (site.kind === 'open' && address.startsWith('/arbete/'))
          ? null
          : address;
      }
      case 'guide': {
        const guide = around.guides.get(to.work);
        if (guide === undefined) return null;
        const isThere = to.step !== null && placeOf(guide.outline, to.step) !== null;
        return to.step !== null && isThere ? site.step(to.work, to.step) : site.guide(to.work);
      }
      case 'web': {
        const { parameters } = shown.guide;
        const { values } = shown;
        const { text, missing } = fillIn(to.address, { parameters, values, language: context.language });
        return missing.length === 0 ? text : null;
      }
    }
  };
}

export type Answering = {
  /** Null where the guide is read whole. */
  readonly step: string | null;
  readonly chosen: Readonly<Record<string, string>>;
  /** The quiz that was just answered. */
  readonly quiz: string | null;
  readonly passed: ReadonlyMap<string, Date>;
};

export const notAnswering: Answering = { step: null, chosen: {}, quiz: null, passed: new Map() };

type Placed = { readonly step: OutlineStep; readonly around: Around; readonly answering: Answering };

/** How the blocks of a step are shown to whoever reads it. */
export function renderingOf(scene: Scene, { step, around, answering }: Placed): Rendering {
  const { shown, site, words, context } = scene;
  const us = nameIn(scene, shown.organisation);
  const stepTo = site.step(shown.work, step.id);
  const edits = site.kind === 'work' && mayChange(context, shown.organisation);
  const on: Rendering = {
    words,
    say: saidIn(scene.say, context.language),
    media: (hash) => site.media(shown.work, hash),
    target: targetIn(scene, around),
    reused: (block) => reusedIn(block, { scene, around, on }),
    answering: answering.step === null ? null : stepTo,
    stepTo,
    chosen: answering.chosen,
    quiz: (id) => quizView(id, { scene, step, answering }),
    fill: (slot) =>
      edits
        ? link(commons.edit, { organisation: shown.organisation, work: shown.work }, { element: slot })
        : null,
    localLabel: words.text.localLabel(us),
    adaptedLabel: words.text.adaptedLabel(us),
    level: answering.step === null ? 4 : 2,
  };
  return on;
}

type Borrowing = { readonly scene: Scene; readonly around: Around; readonly on: Rendering };

/** A block of a guide in use, with that guide's own values; a borrowed block is not borrowed on. */
function reusedIn(block: ReuseBlock, { scene, around, on }: Borrowing): ReturnType<Rendering['reused']> {
  const from = around.guides.get(block.work);
  if (from === undefined) return null;
  const placed = blocksOf(from.guide).find((one) => one.block.id === block.block);
  const found = placed?.block;
  if (placed === undefined || found === undefined || found.type === 'slot' || found.type === 'reuse')
    return null;
  const { language } = scene.context;
  const { site } = scene;
  const own: Rendering = {
    ...on,
    say: saidIn(sayer(from, language), language),
    media: (hash) => site.media(from.work, hash),
    target: targetIn({ ...scene, shown: from }, around),
  };
  // A quiz is taken where it stands, so that it is passed once.
  return found.type === 'quiz'
    ? { block: found, on: { ...own, answering: null, stepTo: site.step(from.work, placed.step.id) } }
    : { block: found, on: own };
}

function quizView(id: string, of: { scene: Scene; step: OutlineStep; answering: Answering }): QuizView {
  const { scene, step, answering } = of;
  const { shown, site, context } = scene;
  const quiz = findQuiz(shown, id);
  const passed = answering.passed.get(id);
  const { organisation, work } = shown;
  return {
    ...(site.kind === 'work'
      ? { method: 'post', action: link(at.work.quiz, { organisation, work, step: step.id, quiz: id }) }
      : { method: 'get', action: site.step(work, step.id) }),
    passedOn: passed === undefined ? null : formatDate(passed, context.language),
    outcome: quiz === null || answering.quiz !== id ? null : judgeQuiz(quiz, answering.chosen),
  };
}

/** A quiz of the guide as it is read. */
export function findQuiz({ guide }: ShownGuide, id: string): QuizBlock | null {
  const found = blocksOf(guide).find((placed) => placed.block.id === id)?.block;
  return found?.type === 'quiz' ? found : null;
}

/** The blocks with where they come from, and what is new to the reader. */
export function blockViews(scene: Scene, step: OutlineStep, blocks: readonly Block[]): readonly BlockView[] {
  const state = stateOfStep(step, scene.reader);
  const changes = state.kind === 'unread' ? [] : changedParts(state.read.parts, step.fingerprint.parts);
  const news = new Map(changes.flatMap(({ part, change }) => (change === 'removed' ? [] : [[part, change]])));
  return blocks.map((block) => ({
    block,
    origin: originOf(block, scene.shown.origins),
    news: news.get(block.id) ?? null,
  }));
}
