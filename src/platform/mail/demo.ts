import { z } from 'zod';
import type { Db, Tx } from '../db/index.ts';
import type { Transport } from './queue.ts';

export type DemoMail = {
  readonly id: string;
  readonly organisation: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly language: 'sv' | 'en';
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

export type DemoMails = { readonly mails: readonly DemoMail[]; readonly total: number };

const columns = [
  'id',
  'organisation_id as organisation',
  'to_address as to',
  'subject',
  'text',
  'language',
  'at',
] as const;

const Language = z.enum(['sv', 'en']);
const read = ({
  language,
  ...row
}: Omit<DemoMail, 'language'> & { readonly language: string }): DemoMail => ({
  ...row,
  language: Language.parse(language),
});

const likeText = (text: string): string => `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;

/**
 * The letters of the demo world, newest first, a page at a time; with words, those that have them in address, subject
 * or text.
 */
export async function findDemoMails(
  tx: Tx,
  asked: { readonly search: string; readonly page: number; readonly perPage: number },
): Promise<DemoMails> {
  const like = likeText(asked.search.trim());
  const found = tx
    .selectFrom('platform.demo_mailbox')
    .$if(like !== '%%', (query) =>
      query.where((eb) =>
        eb.or([eb('to_address', 'ilike', like), eb('subject', 'ilike', like), eb('text', 'ilike', like)]),
      ),
    );
  const { total } = await found
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await found
    .select(columns)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(asked.perPage)
    .offset((asked.page - 1) * asked.perPage)
    .execute();
  return { mails: rows.map(read), total };
}

/** One letter of the demo world. */
export async function findDemoMail(tx: Tx, id: string): Promise<DemoMail | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const row = await tx
    .selectFrom('platform.demo_mailbox')
    .select(columns)
    .where('id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : read(row);
}
