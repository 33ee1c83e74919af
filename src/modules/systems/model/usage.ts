import type { Facts } from './fields.ts';

/** An organisation's use of a product of the catalogue. */
export type Usage = {
  readonly id: string;
  /** As it was registered; the product may since have been merged into another. */
  readonly product: string;
  readonly facts: Facts;
  /** Nobody else sees that it is used at all. */
  readonly secret: boolean;
  /** The members of a joint body that it is registered for; empty where it is one's own. */
  readonly members: readonly string[];
  /** Made up, for demonstration. */
  readonly example: boolean;
  readonly revision: number;
  readonly confirmedAt: Date;
  readonly confirmedBy: string;
  readonly changedAt: Date;
};

/** From one system in use to another of the same organisation. */
export type Flow = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** The interface of the catalogue that it goes through, where one is named. */
  readonly through: string | null;
  readonly what: string;
  readonly frequency: 'live' | 'hourly' | 'daily' | 'weekly' | 'by-hand';
};
