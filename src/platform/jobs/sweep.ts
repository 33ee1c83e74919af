import { asOwner } from '../db/index.ts';

const day = 24 * 60 * 60 * 1000;

/**
 * Removes what the platform has no more use for, in every organisation: receipts after 30 days,
 * delivered events after 30, letters that have left after 7. Needs the owner's address, since the
 * application sees one organisation at a time. Returns how many rows went.
 */
export async function sweep(ownerUrl: string, now: Date): Promise<number> {
  const before = (days: number): Date => new Date(now.getTime() - days * day);
  const removals = [
    ['delete from platform.receipts where at < $1', before(30)],
    ['delete from platform.outbox where delivered_at < $1', before(30)],
    ['delete from platform.mails where sent_at < $1', before(7)],
  ] as const;
  return asOwner(ownerUrl, async (client) => {
    await client.query("select set_config('kommons.maintenance', 'on', false)");
    let removed = 0;
    for (const [statement, age] of removals) {
      removed += (await client.query(statement, [age])).rowCount ?? 0;
    }
    return removed;
  });
}
