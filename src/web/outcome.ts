import type { Actor, Reply } from '../platform/http/index.ts';
import type { Place } from './parts.ts';
import type { Problem } from './problems.ts';

/** What a request came to, and who is to see it in which frame. */
export type Outcome = {
  readonly actor: Actor;
  readonly place: Place | null;
  readonly workplace: Place | null;
  readonly result: Reply | Problem;
  /** Where help about the page is read; null where there is none. */
  readonly support: string | null;
  /** Notices that nobody has read, for whoever acts on them; null for others. */
  readonly unread: number | null;
};

/** Whoever it was, where that is not known or makes no difference. */
export const nobody = {
  actor: { kind: 'anonymous' },
  place: null,
  workplace: null,
  support: null,
  unread: null,
} as const satisfies Omit<Outcome, 'result'>;
