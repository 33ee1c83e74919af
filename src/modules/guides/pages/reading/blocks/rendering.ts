import type { VNode } from 'preact';
import type { Localised } from '../../../../../kernel/index.ts';
import type { InnerBlock, ReuseBlock, Target } from '../../../definition/index.ts';
import type { Outcome } from '../../../reading/quiz.ts';
import type { ReadingTexts } from '../../../texts/reading.ts';

/** A text as it is shown. `lang` only where it is in another language than the page. */
export type Said = { readonly text: string; readonly lang?: string };

export type QuizView = {
  /** Where the answers are sent. */
  readonly action: string;
  /** A post keeps that the quiz was passed; on the public site nothing is kept. */
  readonly method: 'post' | 'get';
  readonly passedOn: string | null;
  /** Answers that were just sent; null before. */
  readonly outcome: Outcome | null;
};

/** What a block needs to know of the page that it stands on. */
export type Rendering = {
  readonly words: ReadingTexts;
  readonly say: (text: Localised) => Said;
  readonly media: (hash: string) => string;
  /** The address of a link; null where it leads nowhere for this reader. */
  readonly target: (to: Target) => string | null;
  readonly reused: (block: ReuseBlock) => { readonly block: InnerBlock; readonly on: Rendering } | null;
  /** The step's own address, to which questions are answered; null where the text is read whole, with links to it. */
  readonly answering: string | null;
  readonly stepTo: string;
  /** Chosen options by question. */
  readonly chosen: Readonly<Record<string, string>>;
  readonly quiz: (id: string) => QuizView;
  /** Where the reader may fill in an empty slot. */
  readonly fill: (slot: string) => string | null;
  readonly localLabel: string;
  readonly adaptedLabel: string;
  /** Level of headings among the blocks. */
  readonly level: 2 | 3 | 4;
  /** Where the guide is taken along: what stands instead of a block that needs the page; undefined for the rest. */
  readonly instead?: (block: InnerBlock, on: Rendering) => VNode | undefined;
};
