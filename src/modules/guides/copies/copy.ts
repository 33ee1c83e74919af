import type { Context } from '../../../platform/http/index.ts';
import { href } from '../../../ui/index.ts';
import type { Block, InnerBlock, Question } from '../definition/index.ts';
import type { BlockView } from '../pages/reading/blocks/blocks.tsx';
import type { Rendering, Said } from '../pages/reading/blocks/rendering.ts';
import { findStep } from '../reading/fingerprint.ts';
import type { ShownGuide } from '../reading/shown.ts';
import type { Site } from '../routes/addresses.ts';
import { saidIn, type Scene } from '../routes/common-view.ts';
import { blockViews, lookAround, notAnswering, renderingOf } from '../routes/rendering.ts';
import { sceneOf } from '../routes/step-view.ts';
import { copyTexts, type CopyTexts } from '../texts/copies.ts';
import { aboutCopy, type AboutCopy } from './about.ts';

/**
 * A guide as somebody takes it along: what everybody who may read it there meets, without what is each reader's
 * own, and with addresses that hold away from the site.
 */
export type Copy = {
  readonly scene: Scene;
  readonly words: CopyTexts;
  readonly title: Said;
  readonly summary: Said | null;
  readonly sections: readonly CopySection[];
  /** Every question in reading order, with its number. */
  readonly asked: readonly Asked[];
  readonly about: AboutCopy;
};

export type CopySection = {
  readonly id: string;
  readonly title: Said;
  readonly summary: Said | null;
  readonly steps: readonly CopyStep[];
};

export type CopyStep = {
  readonly id: string;
  readonly title: Said;
  readonly local: boolean;
  readonly views: readonly BlockView[];
  readonly on: Rendering;
};

export type Asked = { readonly number: number; readonly question: Question; readonly on: Rendering };

/** A rendering with something otherwise, in what is borrowed from other guides too. */
export function refined(on: Rendering, change: (on: Rendering) => Partial<Rendering>): Rendering {
  return {
    ...on,
    ...change(on),
    reused: (block) => {
      const found = on.reused(block);
      return found === null ? null : { block: found.block, on: refined(found.on, change) };
    },
  };
}

/** Every address whole, also those in Markdown; nobody fills in anything here. */
function away({ origin, language }: Context): (on: Rendering) => Partial<Rendering> {
  const whole = (address: string): string =>
    address.startsWith('/') ? `${origin}${href(language, address)}` : address;
  return (on) => ({
    stepTo: whole(on.stepTo),
    fill: () => null,
    target: (to) => {
      const address = on.target(to);
      return address === null ? null : whole(address);
    },
    say: (text) => {
      const said = on.say(text);
      return {
        ...said,
        text: said.text.replaceAll(/\]\((\/[^)\s]*)/gu, (_, path: string) => `](${whole(path)}`),
      };
    },
  });
}

/** The copy of a guide that whoever asks may read at the site. */
export async function copyOf(context: Context, site: Site, shown: ShownGuide): Promise<Copy> {
  const { language } = context;
  const nobody = { organisation: site.organisation, reads: [], origins: shown.origins };
  const scene: Scene = { ...(await sceneOf(context, site, shown)), reader: nobody };
  const words = copyTexts(language);
  const said = saidIn(scene.say, language);
  const { guide } = shown;
  const blocks = guide.sections.flatMap((section) => section.steps.flatMap((step) => step.blocks));
  const around = await lookAround(scene, blocks);
  const sections = shown.outline.map((section): CopySection => {
    const summary = guide.sections.find(({ id }) => id === section.id)?.summary ?? null;
    return {
      id: section.id,
      title: said(section.title),
      summary: summary === null ? null : said(summary),
      steps: section.steps.map((step) => ({
        id: step.id,
        title: said(step.title),
        local: step.origin !== 'shared',
        views: blockViews(scene, step, findStep(guide, step.id)?.blocks ?? []),
        on: refined(renderingOf(scene, { step, around, answering: notAnswering }), away(context)),
      })),
    };
  });
  return {
    scene,
    words,
    title: said(guide.title),
    summary: guide.summary === null ? null : said(guide.summary),
    sections,
    asked: askedIn(sections),
    about: aboutCopy(scene, words),
  };
}

/** A block as it is shown here, with how; null for a borrowed one that is not there. */
export type Met = { readonly block: InnerBlock; readonly on: Rendering };

/** The blocks of a copy in reading order, those in slots and borrowed ones too. */
export const metIn = (sections: readonly CopySection[]): readonly Met[] =>
  sections.flatMap(({ steps }) =>
    steps.flatMap(({ views, on }) =>
      views.flatMap(({ block }) => innerOf(block)).flatMap((block) => met(block, on)),
    ),
  );

const innerOf = (block: Block): readonly InnerBlock[] => (block.type === 'slot' ? block.blocks : [block]);

function met(block: InnerBlock, on: Rendering): readonly Met[] {
  if (block.type !== 'reuse') return [{ block, on }];
  const found = on.reused(block);
  return found === null ? [] : [found];
}

/** A question that stands in two places has one number. */
function askedIn(sections: readonly CopySection[]): readonly Asked[] {
  const all = metIn(sections).flatMap(({ block, on }) => {
    if (block.type === 'question') return [{ question: block, on }];
    return block.type === 'quiz' ? block.questions.map((question) => ({ question, on })) : [];
  });
  const first = new Map(all.toReversed().map((one) => [one.question.id, one]));
  return [...first.values()].toReversed().map((one, index) => ({ ...one, number: index + 1 }));
}

export const numberOf = ({ asked }: Copy, question: Question): number =>
  asked.find((one) => one.question.id === question.id)?.number ?? 0;
