import type { Definition, Violation, MergeResult, Reanchoring } from '../../../kernel/index.ts';
import type { Audience } from './audience.ts';
import type { CommandFailure } from './commands.ts';
import type { ContributionState } from './contribution.ts';
import type { Issue } from './kind.ts';
import type { Draft, Licence } from './work.ts';

/** Everything that an action may expect to meet. Pages and the API say it in their own words. */
export type Failure =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'work-taken'; readonly owner: string }
  | { readonly kind: 'unknown-kind'; readonly name: string }
  | { readonly kind: 'already-adopted' }
  | { readonly kind: 'own-work' }
  | { readonly kind: 'nothing-changed' }
  | { readonly kind: 'invalid'; readonly issues: readonly Issue[] }
  /** A lock of upstream's, or upstream's own element deleted instead of hidden. */
  | { readonly kind: 'not-allowed'; readonly violations: readonly Violation[] }
  /** Somebody saved first. `merge` is the attempt to join both; `latest` is what stands. */
  | {
      readonly kind: 'stale';
      readonly latest: Draft;
      readonly base: Definition;
      readonly mine: Definition;
      readonly merge: MergeResult;
    }
  | { readonly kind: 'no-draft' }
  /** The variant got a new version after the draft began, and the two do not join by themselves. */
  | {
      readonly kind: 'draft-behind';
      readonly from: number;
      readonly head: number;
      readonly merge: MergeResult;
    }
  | { readonly kind: 'command'; readonly at: number; readonly failure: CommandFailure }
  | { readonly kind: 'stale-number'; readonly current: number }
  | {
      readonly kind: 'values';
      readonly problems: readonly { readonly parameter: string; readonly problem: string }[];
    }
  | { readonly kind: 'incomplete'; readonly missing: readonly string[]; readonly issues: readonly Issue[] }
  | { readonly kind: 'up-to-date' }
  | { readonly kind: 'not-following' }
  | { readonly kind: 'unanswered'; readonly left: number; readonly first: string }
  | { readonly kind: 'no-such-conflict'; readonly id: string }
  | { readonly kind: 'no-such-change'; readonly id: string }
  | { readonly kind: 'answer-not-possible'; readonly id: string }
  | { readonly kind: 'already-answered'; readonly state: ContributionState }
  | { readonly kind: 'in-use' }
  | { readonly kind: 'not-in-use' }
  /** Somebody else than who wrote the version must take it in use. */
  | { readonly kind: 'own-version' }
  | { readonly kind: 'day-passed' }
  | { readonly kind: 'has-publications' }
  | { readonly kind: 'has-later-versions' }
  | { readonly kind: 'no-update-to-undo' }
  | { readonly kind: 'already-published' }
  /** Upstream shows it to fewer. */
  | { readonly kind: 'audience-wider'; readonly audience: Audience }
  /** What it builds on came under this licence, and that one goes along. */
  | { readonly kind: 'licence-differs'; readonly licence: Licence }
  /** The one to follow follows us, itself or through others. */
  | { readonly kind: 'circle' }
  | { readonly kind: 'not-published' }
  | { readonly kind: 'already-recalled' }
  | { readonly kind: 'withdrawn' }
  | { readonly kind: 'recalled'; readonly reason: string }
  | { readonly kind: 'not-alone'; readonly path: string }
  | { readonly kind: 'not-offered'; readonly from: Date }
  /** The two have no version in common: elements are matched by likeness, and a person says which. */
  | { readonly kind: 'needs-reanchoring'; readonly proposals: readonly Reanchoring[] };

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure };

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const refused = (failure: Failure): { readonly ok: false; readonly failure: Failure } => ({
  ok: false,
  failure,
});
