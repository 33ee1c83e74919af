import type { Json } from './json.ts';
import type { Path } from './path.ts';

/**
 * - `both-changed`: one property, two new values.
 * - `changed-removed`: we changed what they removed. `removed-changed`: we removed what they changed.
 * - `added-both`: one id added on both sides with different content.
 * - `moved-both`: an element moved to two places. `cycle`: two moves that together put elements inside themselves.
 * - `order`: one list reordered in two ways that cannot both hold.
 * - `wording`: one sentence rewritten on both sides.
 * - `locked`: upstream has locked what we changed.
 * - `dangling`: a rule names something that the other side removed.
 */
export type ConflictKind =
  | 'both-changed'
  | 'changed-removed'
  | 'removed-changed'
  | 'added-both'
  | 'moved-both'
  | 'cycle'
  | 'order'
  | 'wording'
  | 'locked'
  | 'dangling';

/** A side whose value can be taken. */
export type Side = 'ours' | 'theirs';

export type Suggestion = { readonly take: Side; readonly value?: Json };

type Located = {
  /** Id of the element concerned; '' is the definition itself. */
  readonly element: string;
  /** The property or list, as a path inside the element; '' when the conflict is about the element itself. */
  readonly property: Path;
  readonly path: Path;
  /** Values of the three; absent where there is none. Elements in full; places as paths; orders as lists of ids. */
  readonly base?: Json;
  readonly ours?: Json;
  readonly theirs?: Json;
  readonly suggestion: Suggestion;
};

export type Conflict =
  | (Located & { readonly kind: Exclude<ConflictKind, 'dangling'> })
  | (Located & {
      readonly kind: 'dangling';
      /** Id of what is gone. */ readonly target: string;
      readonly removedBy: Side;
    });

/** The name of a conflict among those of one merge, the same each time that the merge is done again. */
export function conflictKey(
  conflict: Pick<Conflict, 'kind' | 'element' | 'property'> & { target?: string },
): string {
  const parts = [conflict.kind, conflict.element, conflict.property, conflict.target ?? ''];
  return parts
    .map((part) => part.replaceAll('%', '%25').replaceAll(' ', '%20'))
    .join(' ')
    .trimEnd();
}

/** What a person answers: a side, the suggestion, what was before, or a value of their own. */
export type Answer =
  | { readonly take: Side | 'base' | 'suggestion' }
  | { readonly take: 'own'; readonly value: Json };

export type Take = Answer['take'];

/** The answers that a conflict can have. A lock leaves no choice; whole elements are taken or left. */
export function answersFor(conflict: Conflict): readonly Take[] {
  switch (conflict.kind) {
    case 'both-changed':
    case 'wording':
      return ['suggestion', 'own', 'ours', 'theirs', 'base'];
    case 'order':
      return ['suggestion', 'own', 'ours', 'theirs', 'base'];
    case 'changed-removed':
    case 'removed-changed':
      return conflict.property === ''
        ? ['suggestion', 'ours', 'theirs']
        : ['suggestion', 'own', 'ours', 'theirs', 'base'];
    case 'moved-both':
    case 'added-both':
    case 'cycle':
      return ['suggestion', 'ours', 'theirs'];
    case 'locked':
      return ['suggestion', 'theirs'];
    case 'dangling':
      return ['suggestion', 'own', 'ours', 'theirs'];
  }
}
