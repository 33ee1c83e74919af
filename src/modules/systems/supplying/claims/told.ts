import { sql } from 'kysely';
import type { Tx } from '../../../../platform/db/index.ts';
import { on, type Subscription } from '../../../../platform/events/index.ts';
import { findNames } from '../../../organisations/index.ts';
import { tellElsewhere } from '../../../commons/index.ts';
import { forgetClaim } from './actions.ts';
import { claimMade, claimTakenBack } from './events.ts';
import { findReceived, isSilent } from './store.ts';

/** Below the customer's place of work. */
export const claimsPath = 'system/leverantorer-sager';

/** One notice a supplier a day is enough, however much it says. */
async function isFirstOfDay(
  tx: Tx,
  {
    customer,
    supplier,
    claim,
  }: { readonly customer: string; readonly supplier: string; readonly claim: string },
): Promise<boolean> {
  const { rows } = await sql`
    select from systems.claims c join systems.claims one on one.id::text = ${claim}
    where c.to_organisation_id = ${customer} and c.organisation_id = ${supplier}
      and one.organisation_id = ${supplier} and c.id <> one.id
      and (c.at, c.id) < (one.at, one.id) and c.at > one.at - interval '24 hours' limit 1`.execute(tx);
  return rows.length === 0;
}

/**
 * Tells customers what suppliers say of them. The notice is the customer's own from beginning to end, so that whether
 * it has been read, or was ever written, is not the supplier's to see.
 */
export function claimSubscriptions({ newId }: { readonly newId: () => string }): readonly Subscription[] {
  return [
    on(claimMade, ({ supplier, customer, claim, about }, { id, at }, db) =>
      db.transaction({ organisation: customer, person: null }, async (tx) => {
        if (await isSilent(tx, customer)) return;
        if ((await findReceived(tx, customer, claim)) === null) return;
        if (!(await isFirstOfDay(tx, { customer, supplier, claim }))) return;
        const told =
          await sql`select from commons.notices where organisation_id = ${customer} and id = ${id}`.execute(
            tx,
          );
        if (told.rows.length > 0) return;
        const name = (await findNames(tx, [supplier])).get(supplier) ?? supplier;
        const title = { sv: `${name} säger att ni är kund`, en: `${name} says that you are a customer` };
        const ids = [id];
        await tellElsewhere(tx, {
          organisation: customer,
          to: [customer],
          title,
          text: about,
          path: claimsPath,
          at,
          newId: () => ids.pop() ?? newId(),
        });
      }),
    ),
    on(claimTakenBack, ({ customer, claim }, { at }, db) =>
      db.transaction({ organisation: customer, person: null }, (tx) =>
        forgetClaim(tx, customer, { claim, at }),
      ),
    ),
  ];
}
