import { z } from 'zod';
import type { Tx } from '../../../platform/db/index.ts';
import { listAnswers, lockAnswers, saveAnswers, standardAnswers, type Answer } from './answers.ts';

/** What is answered of a product, by standard; one that is not there has no answer. */
export type Answers = ReadonlyMap<string, Answer>;

/** A standard that a colleague has answered otherwise since the form was opened. */
export type AnsweredMeanwhile = {
  readonly standard: string;
  /** Changed in the form too: what was typed stands. Otherwise what the colleague answered does. */
  readonly touched: boolean;
};

const same = (a: Answer | undefined, b: Answer | undefined): boolean =>
  a?.answer === b?.answer && a?.since === b?.since && a?.evidence === b?.evidence;

/**
 * What somebody meant to answer: that which differs from what stood in the form when it was opened. What a colleague has
 * answered meanwhile, and differently, comes by itself.
 */
export function decideAnswers({
  opened,
  typed,
  now,
}: {
  readonly opened: Answers;
  readonly typed: Answers;
  readonly now: Answers;
}): { readonly meant: readonly string[]; readonly meanwhile: readonly AnsweredMeanwhile[] } {
  const differing = [...new Set([...opened.keys(), ...typed.keys(), ...now.keys()])].filter(
    (standard) => !same(typed.get(standard), now.get(standard)),
  );
  const isLate = (standard: string): boolean => !same(opened.get(standard), now.get(standard));
  return {
    meant: differing.filter((standard) => !isLate(standard)),
    meanwhile: differing
      .filter(isLate)
      .map((standard) => ({ standard, touched: !same(typed.get(standard), opened.get(standard)) })),
  };
}

export type AnswersGiven =
  | { readonly ok: true }
  /** A colleague was first with some of them. Nothing is saved. */
  | { readonly ok: false; readonly now: Answers; readonly meanwhile: readonly AnsweredMeanwhile[] };

/** Answers what the form has changed, and leaves all else as colleagues have left it. */
export async function giveAnswers(
  tx: Tx,
  organisation: string,
  given: {
    readonly product: string;
    /** What stood in the form when it was opened. */
    readonly opened: Answers;
    readonly typed: Answers;
    readonly at: Date;
    readonly by: string;
  },
): Promise<AnswersGiven> {
  const { product, opened, typed, at, by } = given;
  await lockAnswers(tx, organisation);
  const standing = (await listAnswers(tx, [product])).get(product) ?? [];
  const now = new Map(standing.map((one) => [one.standard, one]));
  const { meant, meanwhile } = decideAnswers({ opened, typed, now });
  if (meanwhile.some(({ touched }) => touched)) return { ok: false, now, meanwhile };
  await saveAnswers(tx, organisation, {
    product,
    answers: meant.flatMap((standard) => typed.get(standard) ?? []),
    takenBack: meant.filter((standard) => !typed.has(standard)),
    at,
    by,
  });
  return { ok: true };
}

const Opened = z.array(
  z.object({
    standard: z.string(),
    answer: z.enum(standardAnswers),
    since: z.string(),
    evidence: z.string(),
  }),
);

/** What stands in a form, as the form carries it. */
export const openedText = (answers: readonly Answer[]): string =>
  JSON.stringify(
    answers.map(({ standard, answer, since, evidence }) => ({ standard, answer, since, evidence })),
  );

/** What stood in a form when it was opened. Empty for what cannot be read. */
export function answersOpened(text: string): Answers {
  try {
    return new Map(Opened.parse(JSON.parse(text)).map((one) => [one.standard, one]));
  } catch {
    return new Map();
  }
}
