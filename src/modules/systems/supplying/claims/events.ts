import { z } from 'zod';
import { defineEvent } from '../../../../platform/events/index.ts';

const Claim = z.object({
  supplier: z.string(),
  customer: z.string(),
  claim: z.string(),
  /** The name of the product, for the notice. */
  about: z.string(),
});

/** A supplier says that somebody is its customer. What the customer is told of it is decided at the customer's. */
export const claimMade = defineEvent('systems.claim-made', Claim);

/** The supplier has taken it back: whatever the customer answered is gone. */
export const claimTakenBack = defineEvent('systems.claim-taken-back', Claim.omit({ about: true }));
