/** What an organisation can ask to be told of. */
export const kinds = ['usages', 'catalogue', 'notice', 'talk'] as const;
export type Kind = (typeof kinds)[number];

/** More are never needed, and each is told of everything. */
export const mostWebhooks = 10;

/** How long the secret before still holds when a new one is made. */
export const bothHold = 24 * 60 * 60 * 1000;

export type Webhook = {
  readonly id: string;
  readonly address: string;
  readonly kinds: readonly Kind[];
  readonly generation: number;
  /** The generation whose secret was shown last; 0 for none. */
  readonly shown: number;
  /** Until when the secret of the generation before holds too; null where there is none. */
  readonly previousUntil: Date | null;
  readonly madeAt: Date;
  /** Since when nothing is sent; null where it is awake. */
  readonly restingSince: Date | null;
};

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** Milliseconds before each attempt after the first: growing, and less than three days in all. */
export const pauses: readonly number[] = [
  5 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  19 * hour,
  21 * hour,
];

/** What comes of an attempt. `attempts` counts it. */
export type Outcome =
  | { readonly kind: 'arrived' }
  | { readonly kind: 'again'; readonly after: number }
  /** It has not answered for three days, or said that it is gone (RFC 9110, 410). */
  | { readonly kind: 'given-up' };

export function decideOutcome(
  answer: { readonly status: number } | { readonly failure: string },
  attempts: number,
): Outcome {
  if ('status' in answer) {
    if (answer.status >= 200 && answer.status < 300) return { kind: 'arrived' };
    if (answer.status === 410) return { kind: 'given-up' };
  }
  const after = pauses[attempts - 1];
  return after === undefined ? { kind: 'given-up' } : { kind: 'again', after };
}
