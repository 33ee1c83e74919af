import type { EService, Situation, Way, WayPage } from '../definition/index.ts';
import { walk } from '../definition/index.ts';
import type { Content } from './content.ts';

export type StepState = 'done' | 'wrong' | 'ahead';

export type Step = { readonly page: WayPage; readonly state: StepState };

/** Where a person is on the way: the pages that concern them, and how far they have come. */
export type Progress = {
  readonly way: Way;
  readonly steps: readonly Step[];
  /** The first page that is not done; the check page when all are. */
  readonly firstOpen: string;
  /** Every page that concerns the person is done: it can be sent. */
  readonly ready: boolean;
};

function stateOf(page: WayPage, content: Content): StepState {
  const record = content.pages[page.page.id];
  if (record === undefined) return 'ahead';
  if (record.typed !== null || record.pending !== null || page.state === 'wrong') return 'wrong';
  return page.state === 'done' ? 'done' : 'ahead';
}

/**
 * How far a draft has come. A page is done when the person has been there and what it asks is answered; a
 * page that asks nothing is done when it has been read. Pages that no longer concern the person count for
 * nothing, whatever stands on them.
 */
export function progressOf(service: EService, content: Content, situation: Situation): Progress {
  const way = walk(service, content.answers, situation);
  const questions = way.pages.filter(({ page }) => page.type === 'questions');
  const open = questions.find((page) => stateOf(page, content) !== 'done');
  const last = way.pages.at(-1);
  if (last === undefined) throw new Error(`${service.id} has no pages`);
  const steps = way.pages.map((page): Step => ({
    page,
    state: page.page.type === 'check' ? 'ahead' : stateOf(page, content),
  }));
  return { way, steps, firstOpen: (open ?? last).page.id, ready: open === undefined };
}

/** A person may go back to any page that concerns them, and forward to the first that is not done. */
export function mayOpen(progress: Progress, page: string): boolean {
  const order = progress.way.pages.map((step) => step.page.id);
  const wanted = order.indexOf(page);
  return wanted !== -1 && wanted <= order.indexOf(progress.firstOpen);
}
