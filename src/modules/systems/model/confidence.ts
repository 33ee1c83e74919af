const dayLength = 86_400_000;

/** A year: what nobody has confirmed for longer is worth asking about again. */
const confirmEvery = 365;

export type Confidence = {
  readonly days: number;
  /** From 100 on the day of the confirmation, halved every year after it. */
  readonly percent: number;
  readonly state: 'confirmed' | 'ageing' | 'stale';
};

/** How far a record can be trusted, by when its owner last said that it is right. */
export function confidenceOf(confirmedAt: Date, now: Date): Confidence {
  const days = Math.max(0, Math.floor((now.getTime() - confirmedAt.getTime()) / dayLength));
  const percent = Math.round(100 * 0.5 ** (days / confirmEvery));
  const state = days <= confirmEvery ? 'confirmed' : days <= 2 * confirmEvery ? 'ageing' : 'stale';
  return { days, percent, state };
}
