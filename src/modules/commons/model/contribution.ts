import type { Failure } from './failure.ts';
import type { Author } from './work.ts';
import type { Answer, OpenConflict } from './update.ts';

export type ContributionState = 'open' | 'accepted' | 'declined' | 'withdrawn';

/** One own change, offered for choosing or chosen. */
export type OwnChange = {
  /** Names the change among those of one comparison. */
  readonly id: string;
  readonly path: string;
  readonly sentence: string;
  readonly part: { readonly path: string; readonly title: string };
};

export type ContributionItem = OwnChange & {
  /** Versions of third organisations that it holds something of. */
  readonly builtOn: readonly string[];
  readonly verdict: { readonly accepted: boolean; readonly reason: string | null } | null;
};

export type ContributionMessage = {
  readonly organisation: string;
  readonly author: Author;
  readonly text: string;
  readonly at: Date;
};

/** A local improvement proposed upstream. */
export type Contribution = {
  readonly id: string;
  readonly work: string;
  readonly from: string;
  readonly to: string;
  readonly fromVersionId: string;
  readonly base: { readonly number: number; readonly versionId: string };
  readonly message: string;
  readonly author: Author;
  readonly at: Date;
  readonly state: ContributionState;
  readonly items: readonly ContributionItem[];
  readonly answer: {
    readonly by: Author;
    readonly at: Date;
    readonly reason: string;
    readonly versionId: string | null;
  } | null;
  readonly discussion: readonly ContributionMessage[];
};

/** What the owner sees: the contributor's changes merged into the owner's own head. */
export type Review = {
  readonly contribution: Contribution;
  readonly clean: readonly (OwnChange & { readonly alreadyHere: boolean })[];
  readonly conflicts: readonly OpenConflict[];
};

export type ReviewAnswer = {
  /** Ids of items. */
  readonly accept: readonly string[];
  readonly decline: readonly { readonly id: string; readonly reason: string }[];
  /** Answers to conflicts by conflict id. */
  readonly answers: Readonly<Record<string, Answer>>;
  readonly message: string;
};

/** What has become of the variant that a contribution is for, and of its version that the changes are against. */
export type Receiver = {
  readonly withdrawn: boolean;
  readonly recalled: { readonly reason: string } | null;
};

/**
 * Whether own changes can be proposed: null when they can. Nobody looks after a withdrawn work, and what is built
 * on a recalled version is first brought to one that stands.
 */
export function decideProposal({
  withdrawn,
  recalled,
}: Receiver): Extract<Failure, { readonly kind: 'withdrawn' | 'recalled' }> | null {
  if (withdrawn) return { kind: 'withdrawn' };
  return recalled === null ? null : { kind: 'recalled', reason: recalled.reason };
}
