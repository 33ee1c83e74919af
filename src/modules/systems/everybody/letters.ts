import { sql } from 'kysely';
import { noonOf } from '../../../kernel/dates/index.ts';
import type { Db, Tx } from '../../../platform/db/index.ts';
import { on, type Subscription } from '../../../platform/events/index.ts';
import type { Language } from '../../../platform/http/index.ts';
import { queueMail } from '../../../platform/mail/index.ts';
import { formatDate } from '../../../platform/text/index.ts';
import { href } from '../../../ui/index.ts';
import { findNames, findProfile } from '../../organisations/index.ts';
import { letterTexts, type Letter, type LetterTexts } from '../texts/letters.ts';
import { findUsage } from '../usages/store.ts';
import { callAnswered, callBegun, callEnded, questionAnswered, questionAsked } from './events.ts';

/*
 * Letters about calls and questions. Whoever has asked or called is written to in the language that they did it in; what
 * comes unasked goes to an organisation, in Swedish. The notices in the app are there already.
 */

type Posting = {
  readonly letter: string;
  readonly from: string;
  readonly to: string;
  /** Below the receiver's place of work. */
  readonly path: string;
  /** Another address than the organisation's own. */
  readonly address?: (tx: Tx) => Promise<string | null>;
  readonly language: Language;
  readonly write: (words: LetterTexts, from: string) => Letter;
};

type Post = { readonly db: Db; readonly origin: string; readonly at: Date };

/** Writes one letter, unless it is written. */
async function post(
  { db, origin, at }: Post,
  { letter, from, to, path, address, language, write }: Posting,
): Promise<void> {
  await db.transaction({ organisation: to, person: null }, async (tx) => {
    const { rows } = await sql`
      select from platform.mails where organisation_id = ${to} and id = ${letter}`.execute(tx);
    const email = (await address?.(tx)) ?? (await findProfile(tx, to)).email;
    if (rows.length > 0 || email === null) return;
    const names = await findNames(tx, [from]);
    const { subject, paragraphs } = write(letterTexts(language), names.get(from) ?? from);
    const way = `${origin}${href(language, `/arbete/${to}/${path}`)}`;
    const text = [...paragraphs, way].filter((one) => one !== '').join('\n\n');
    await queueMail(tx, {
      id: letter,
      organisation: to,
      to: email,
      subject,
      text: `${text}\n`,
      language,
      at,
    });
  });
}

type Invited = readonly { readonly organisation: string; readonly letter: string }[];

/** One letter to each that is invited to a call. */
const toInvited = (
  {
    organisation: from,
    call,
    invited,
  }: { readonly organisation: string; readonly call: string; readonly invited: Invited },
  write: Posting['write'],
): readonly Posting[] =>
  invited.map(({ organisation: to, letter }) => ({
    letter,
    from,
    to,
    path: `upprop/${call}`,
    language: 'sv',
    write,
  }));

/** Who hears by letter of calls and questions. */
export function systemSubscriptions({ origin }: { readonly origin: string }): readonly Subscription[] {
  const tell = <T>(
    event: Parameters<typeof on<T>>[0],
    postings: (payload: T) => readonly Posting[],
  ): Subscription =>
    on(event, async (payload, { at }, db) => {
      for (const posting of postings(payload)) await post({ db, origin, at }, posting);
    });
  return [
    tell(callBegun, (event) =>
      toInvited(event, (words, from) =>
        words.called(from, { ...event, answerBy: formatDate(noonOf(event.answerBy), 'sv') }),
      ),
    ),
    tell(callEnded, (event) => toInvited(event, (words, from) => words.endedCall(from, event.title))),
    tell(callAnswered, ({ call, organisation: to, from, letter, language, ...said }) => [
      {
        letter,
        from,
        to,
        path: `upprop/${call}`,
        language,
        write: (words, by) => words.answeredCall(by, said),
      },
    ]),
    tell(questionAsked, ({ question, from, to, letter, usage, toContact, ...said }) => [
      {
        letter,
        from,
        to,
        path: `systemfragor/${question}`,
        address: async (tx) =>
          toContact ? ((await findUsage(tx, to, usage))?.facts.contactEmail ?? null) : null,
        language: 'sv',
        write: (words, by) => words.asked(by, said),
      },
    ]),
    tell(questionAnswered, ({ question, from, to, letter, language, ...said }) => [
      {
        letter,
        from,
        to,
        path: `systemfragor/${question}`,
        language,
        write: (words, by) => words.answered(by, said),
      },
    ]),
  ];
}
