import type { Db, Tx } from '../db/index.ts';
import type { Transport } from './queue.ts';

export type DemoMail = {
  readonly id: string;
  readonly organisation: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly at: Date;
};

/** Keeps letters for the mailbox page instead of sending them. */
export function demoTransport(db: Db): Transport {
  return {
    send: async (mail) => {
      await db.transaction({ organisation: null, person: null }, (tx) =>
        tx
          .insertInto('platform.demo_mailbox')
          .values({
            id: mail.id,
            organisation_id: mail.organisation,
            to_address: mail.to,
            subject: mail.subject,
            text: mail.text,
            language: mail.language,
            at: mail.at,
          })
          .onConflict((conflict) => conflict.column('id').doNothing())
          .execute(),
      );
    },
  };
}

/** The letters of the demo world, newest first; of one address where given. */
export async function findDemoMails(tx: Tx, to?: string): Promise<readonly DemoMail[]> {
  return tx
    .selectFrom('platform.demo_mailbox')
    .select(['id', 'organisation_id as organisation', 'to_address as to', 'subject', 'text', 'at'])
    .$if(to !== undefined, (query) => query.where('to_address', '=', to ?? ''))
    .orderBy('at', 'desc')
    .limit(200)
    .execute();
}
