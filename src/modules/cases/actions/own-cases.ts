import { type Context, link } from '../../../platform/http/index.ts';
import { addresses } from '../addresses.ts';
import type { Day } from '../../../kernel/dates/index.ts';
import { listOwnCases } from '../store/own.ts';
import { textIn } from '../texts/localised.ts';
import { texts } from '../texts/index.ts';

/** A person's own case, for a list on a page that knows nothing of cases. */
export type OwnCaseLink = {
  readonly id: string;
  readonly organisation: string;
  readonly number: string;
  readonly title: string;
  /** How it stands, in words: "Handläggs". */
  readonly state: string;
  /** Whether nothing more is to come. */
  readonly done: boolean;
  /** What is asked of the person and the last day for it; null when nothing is. */
  readonly asked: { readonly what: string; readonly by: Day } | null;
  readonly address: string;
};

/**
 * The person's own cases in every municipality, those where something is asked first. Empty for
 * somebody who is not signed in.
 */
export async function findOwnCases(context: Context): Promise<readonly OwnCaseLink[]> {
  if (context.actor.kind === 'anonymous') return [];
  const words = texts(context.language).own;
  const cases = await listOwnCases(context.tx, context.actor.person);
  return cases.map(({ id, organisation, number, workTitle, state, answerBy }) => ({
    id,
    organisation,
    number,
    title: textIn(workTitle, context.language),
    state: words.status[state],
    done: state === 'decided' || state === 'closed',
    asked: answerBy === null ? null : { what: words.completeNow, by: answerBy },
    address: link(addresses.ownCase, { organisation, case: id }),
  }));
}
