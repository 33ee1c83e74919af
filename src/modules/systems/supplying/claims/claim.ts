/** A supplier's word that somebody is its customer, as the supplier sees it: confirmed or not, and nothing between. */
export type MadeClaim = {
  readonly id: string;
  readonly customer: string;
  readonly customerName: string;
  /** As it was claimed; the product may since have been merged into another. */
  readonly product: string;
  /** A day, or null where none was said. */
  readonly since: string | null;
  readonly at: Date;
  readonly confirmed: boolean;
};

export const claimAnswers = ['confirmed', 'not-ours', 'unanswered'] as const;
export type ClaimAnswer = (typeof claimAnswers)[number];

/** The same as the customer sees it. */
export type ReceivedClaim = {
  readonly id: string;
  readonly supplier: string;
  readonly supplierName: string;
  readonly product: string;
  readonly since: string | null;
  readonly at: Date;
  readonly answer: ClaimAnswer | null;
  readonly usage: string | null;
};
