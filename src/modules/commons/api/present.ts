import type { MergeResult } from '../../../kernel/index.ts';
import { json, missing, type Access, type Reply } from '../../../platform/http/index.ts';
import { designers } from '../makers.ts';
import type { Failure, Outcome } from '../model/failure.ts';

/** Those who make and introduce works, and those who may look on. */
export const makers: Access = designers;
export const readers: Access = { ...designers, roles: [...designers.roles, 'strategist'] };

export const base = '/api/v1/organisations/:organisation/works';
export const tag = 'works';

/** A value as the reply's body, or why not: 404, 409 when somebody or something was first, 422 for the rest. */
export function answer<T>(outcome: Outcome<T>, show: (value: T) => unknown = (value) => value): Reply {
  if (outcome.ok) return json(show(outcome.value));
  if (outcome.failure.kind === 'not-found') return missing;
  return json({ failure: withoutInput(outcome.failure) }, statusOf(outcome.failure));
}

export const nothing = (): unknown => ({ done: true });

export const found = <T>(value: T | null, show: (value: T) => unknown = (one) => one): Reply =>
  value === null ? missing : json(show(value));

function statusOf(failure: Failure): 409 | 422 {
  switch (failure.kind) {
    case 'work-taken':
    case 'already-adopted':
    case 'stale':
    case 'stale-number':
    case 'draft-behind':
    case 'up-to-date':
    case 'already-answered':
    case 'already-published':
    case 'audience-wider':
    case 'licence-differs':
    case 'circle':
    case 'already-recalled':
    case 'withdrawn':
    case 'recalled':
    case 'in-use':
    case 'not-in-use':
    case 'own-version':
    case 'has-publications':
    case 'has-later-versions':
    case 'nothing-changed':
    case 'needs-reanchoring':
      return 409;
    case 'not-found':
    case 'day-passed':
    case 'unknown-kind':
    case 'own-work':
    case 'invalid':
    case 'not-allowed':
    case 'no-draft':
    case 'command':
    case 'values':
    case 'incomplete':
    case 'not-following':
    case 'unanswered':
    case 'no-such-conflict':
    case 'no-such-change':
    case 'answer-not-possible':
    case 'no-update-to-undo':
    case 'not-published':
    case 'not-alone':
    case 'not-offered':
      return 422;
  }
}

/** A merge in a reply is its result, without the three that went in. */
function withoutInput(failure: Failure): unknown {
  if (failure.kind !== 'stale' && failure.kind !== 'draft-behind') return failure;
  const { clean, merged, conflicts }: MergeResult = failure.merge;
  return { ...failure, merge: { clean, merged, conflicts } };
}
