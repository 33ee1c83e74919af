/** How long a session lives, in milliseconds. */
export type Limits = { readonly idle: number; readonly absolute: number };

const minute = 60_000;

/** Staff sit with cases all day; a citizen may have borrowed the computer. */
export const limits: Readonly<Record<'citizen' | 'staff', Limits>> = {
  citizen: { idle: 30 * minute, absolute: 8 * 60 * minute },
  staff: { idle: 60 * minute, absolute: 12 * 60 * minute },
};

/** A session is noted as seen at most this often, so that reading a page seldom writes. */
const seenEvery = minute;

export type SessionTimes = { readonly createdAt: Date; readonly lastSeenAt: Date };

export type SessionState =
  | { readonly kind: 'alive'; readonly noteSeen: boolean }
  | { readonly kind: 'over'; readonly why: 'idle' | 'absolute' };

/** Whether a session still stands. It ends at the limit, not after it. */
export function decideSession(session: SessionTimes, limit: Limits, now: Date): SessionState {
  const idle = now.getTime() - session.lastSeenAt.getTime();
  if (now.getTime() - session.createdAt.getTime() >= limit.absolute) return { kind: 'over', why: 'absolute' };
  if (idle >= limit.idle) return { kind: 'over', why: 'idle' };
  return { kind: 'alive', noteSeen: idle >= seenEvery };
}
