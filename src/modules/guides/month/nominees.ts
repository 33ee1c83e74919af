/** How many a guide has helped at one organisation in a month; a row although it is none tells that it is used. */
export type Count = { readonly organisation: string; readonly work: string; readonly helped: number };
export type Vote = { readonly organisation: string; readonly work: string };

export type Nominee = {
  readonly work: string;
  /** Readers that it has helped at others than its owner. */
  readonly helped: number;
  /** Members that use it, other than its owner. */
  readonly users: number;
  readonly votes: number;
};

const mostNominees = 5;

/**
 * The guides of a month that members may vote for: those that have helped most readers at others than their owner,
 * then those that most others use. What nobody else uses is not nominated.
 */
export function nominate(
  counts: readonly Count[],
  votes: readonly Vote[],
  ownerOf: (work: string) => string | null,
): readonly Nominee[] {
  const nominees = [...Map.groupBy(counts, ({ work }) => work)].flatMap(([work, rows]) => {
    const owner = ownerOf(work);
    const others = owner === null ? [] : rows.filter(({ organisation }) => organisation !== owner);
    if (others.length === 0) return [];
    const helped = others.reduce((all, one) => all + one.helped, 0);
    return [{ work, helped, users: others.length, votes: votes.filter((vote) => vote.work === work).length }];
  });
  return nominees
    .toSorted((a, b) => b.helped - a.helped || b.users - a.users || a.work.localeCompare(b.work))
    .slice(0, mostNominees);
}

/** The one with most votes; between equals, the one that has helped most. None where nobody has voted. */
export function winnerOf(nominees: readonly Nominee[]): Nominee | null {
  const [first] = nominees.filter(({ votes }) => votes > 0).toSorted((a, b) => b.votes - a.votes);
  return first ?? null;
}
