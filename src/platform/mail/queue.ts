import { z } from 'zod';
import type { Clock } from '../clock.ts';
import type { Db, Tx } from '../db/index.ts';
import { defineTask, enqueue, handle, type Task } from '../jobs/index.ts';

export type Mail = {
  readonly id: string;
  readonly organisation: string;
  readonly to: string;
  readonly subject: string;
  /** Plain text. Nothing secret: mail is read by anyone on its way. */
  readonly text: string;
  readonly language: 'sv' | 'en';
  readonly at: Date;
};

/** Takes a letter out of the house. May be asked twice for the same id after a crash. */
export type Transport = { readonly send: (mail: Mail) => Promise<void> };

const mailTask = defineTask('platform.send-mail', z.object({ organisation: z.string(), id: z.string() }));

/** Writes a letter that leaves after the transaction commits, and not otherwise. */
export async function queueMail(tx: Tx, mail: Mail): Promise<void> {
  await tx
    .insertInto('platform.mails')
    .values({
      organisation_id: mail.organisation,
      id: mail.id,
      to_address: mail.to,
      subject: mail.subject,
      text: mail.text,
      language: mail.language,
      at: mail.at,
    })
    .execute();
  await enqueue(tx, mailTask, { organisation: mail.organisation, id: mail.id });
}

/** The task that sends letters. When one has left, its content is cleared. */
export function sendMails(options: {
  readonly db: Db;
  readonly transport: Transport;
  readonly clock: Clock;
}): Task {
  const { db, transport, clock } = options;
  return handle(mailTask, async ({ organisation, id }) => {
    const scope = { organisation, person: null };
    const mail = await db.transaction(scope, (tx) => findWaiting(tx, organisation, id));
    if (mail === null) return;
    await transport.send(mail);
    await db.transaction(scope, (tx) => saveSent(tx, mail, clock()));
  });
}

const languages = z.enum(['sv', 'en']);

async function findWaiting(tx: Tx, organisation: string, id: string): Promise<Mail | null> {
  const row = await tx
    .selectFrom('platform.mails')
    .selectAll()
    .where('organisation_id', '=', organisation)
    .where('id', '=', id)
    .where('sent_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { to_address: to, subject, text, at } = row;
  return { id, organisation, to, subject, text, at, language: languages.parse(row.language) };
}

async function saveSent(tx: Tx, mail: Mail, now: Date): Promise<void> {
  await tx
    .updateTable('platform.mails')
    .set({ sent_at: now, to_address: '', subject: '', text: '' })
    .where('organisation_id', '=', mail.organisation)
    .where('id', '=', mail.id)
    .execute();
}
