import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/db/index.ts';
import { on, type Subscription } from '../../../platform/events/index.ts';
import { queueMail } from '../../../platform/mail/index.ts';
import { formatDate } from '../../../platform/text/index.ts';
import { noonOf } from '../../../kernel/dates/index.ts';
import { findNames, findProfile } from '../../organisations/index.ts';
import { findUsage } from '../usages/store.ts';
import { callAnswered, callBegun, callEnded, questionAnswered, questionAsked } from './events.ts';

/*
 * Letters about calls and questions, in Swedish: they go to an organisation, not to a person with a choice of language.
 * The notices in the app are there already.
 */

type Letter = { readonly subject: string; readonly paragraphs: readonly string[] };

type Posting = {
  readonly db: Db;
  readonly origin: string;
  readonly at: Date;
  readonly letter: string;
  readonly from: string;
  readonly to: string;
  /** Below the receiver's place of work. */
  readonly path: string;
  /** Another address than the organisation's own. */
  readonly address?: (tx: Tx) => Promise<string | null>;
  readonly write: (from: string) => Letter;
};

/** Writes one letter, unless it is written. */
async function post({ db, origin, at, letter, from, to, path, address, write }: Posting): Promise<void> {
  await db.transaction({ organisation: to, person: null }, async (tx) => {
    const { rows } = await sql`
      select from platform.mails where organisation_id = ${to} and id = ${letter}`.execute(tx);
    const email = (await address?.(tx)) ?? (await findProfile(tx, to)).email;
    if (rows.length > 0 || email === null) return;
    const names = await findNames(tx, [from]);
    const { subject, paragraphs } = write(names.get(from) ?? from);
    const text = [...paragraphs, `${origin}/arbete/${to}/${path}`].filter((one) => one !== '').join('\n\n');
    await queueMail(tx, {
      id: letter,
      organisation: to,
      to: email,
      subject,
      text: `${text}\n`,
      language: 'sv',
      at,
    });
  });
}

const sayAnswer = { yes: 'vill vara med', perhaps: 'vill kanske vara med', no: 'tackar nej' } as const;

/** Who hears by letter of calls and questions. */
export function systemSubscriptions({ origin }: { readonly origin: string }): readonly Subscription[] {
  return [
    on(callBegun, async (event, { at }, db) => {
      for (const { organisation: to, letter } of event.invited) {
        await post({
          db,
          origin,
          at,
          letter,
          from: event.organisation,
          to,
          path: `upprop/${event.call}`,
          write: (from) => ({
            subject: `${from} bjuder in till gemensamt köp: ${event.title}`,
            paragraphs: [
              `${from} undrar om ni vill vara med: ${event.title}.`,
              event.text,
              `Svara senast ${formatDate(noonOf(event.answerBy), 'sv')}. Svaret binder er inte.`,
            ],
          }),
        });
      }
    }),
    on(callAnswered, (event, { at }, db) =>
      post({
        db,
        origin,
        at,
        letter: event.letter,
        from: event.from,
        to: event.organisation,
        path: `upprop/${event.call}`,
        write: (from) => ({
          subject: `${event.title}: ${from} ${sayAnswer[event.answer]}`,
          paragraphs: [
            `${from} ${sayAnswer[event.answer]}.`,
            event.volume === '' ? '' : `Omfattning: ${event.volume}`,
          ],
        }),
      }),
    ),
    on(callEnded, async (event, { at }, db) => {
      for (const { organisation: to, letter } of event.invited) {
        await post({
          db,
          origin,
          at,
          letter,
          from: event.organisation,
          to,
          path: `upprop/${event.call}`,
          write: (from) => ({
            subject: `${event.title}: uppropet är avslutat`,
            paragraphs: [`${from} har avslutat uppropet. Det går inte längre att svara.`],
          }),
        });
      }
    }),
    on(questionAsked, (event, { at }, db) =>
      post({
        db,
        origin,
        at,
        letter: event.letter,
        from: event.from,
        to: event.to,
        path: `systemfragor/${event.question}`,
        address: async (tx) =>
          event.toContact ? ((await findUsage(tx, event.to, event.usage))?.facts.contactEmail ?? null) : null,
        write: (from) => ({
          subject: `${from} frågar om ${event.about}`,
          paragraphs: [
            `${from} har en fråga om hur ni använder ${event.about}.`,
            event.text,
            'Svara i Kommons:',
          ],
        }),
      }),
    ),
    on(questionAnswered, (event, { at }, db) =>
      post({
        db,
        origin,
        at,
        letter: event.letter,
        from: event.from,
        to: event.to,
        path: `systemfragor/${event.question}`,
        write: (from) => ({
          subject: `${from} har svarat om ${event.about}`,
          paragraphs: [
            `${from} har svarat på er fråga om ${event.about}.`,
            event.text,
            'Se frågan i Kommons:',
          ],
        }),
      }),
    ),
  ];
}
