import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { pickText, type Localised } from '../../../kernel/index.ts';
import type { Db, Tx } from '../../../platform/db/index.ts';
import { on, type Occurrence, type Subscription } from '../../../platform/events/index.ts';
import { queueMail } from '../../../platform/mail/index.ts';
import { formatDate } from '../../../platform/text/index.ts';
import { findNames, findProfile } from '../../organisations/index.ts';
import { contributionAnswered, contributionSent, published, recalled } from '../events.ts';
import {
  answeredLetter,
  contributionLetter,
  recalledLetter,
  updateLetter,
  withdrawnLetter,
  type About,
  type Letter,
} from './letters.ts';

export type TellOptions = {
  /** Scheme and host, for links in letters. */
  readonly origin: string;
};

/** Letters for what adopters and owners should know of; the notices in the app are there already. */
export function letterSubscriptions({ origin }: TellOptions): readonly Subscription[] {
  const post = (telling: Telling): Promise<void> => sendAll(origin, telling);
  return [
    on(published, async (event, occurrence, db) => {
      const { organisation: from, work, title, receivers, number, message } = event;
      const starts = new Date(event.offeredFrom);
      const day = starts > occurrence.at ? formatDate(starts, 'sv') : null;
      const write = (about: About): Letter => updateLetter(about, { number, message, from: day });
      await post({ db, occurrence, from, title, receivers, path: `verk/${work}`, write });
    }),
    on(recalled, async (event, occurrence, db) => {
      const { organisation: from, work, title, receivers, number, reason } = event;
      const write = (about: About): Letter =>
        number === null ? withdrawnLetter(about, reason) : recalledLetter(about, { number, reason });
      await post({ db, occurrence, from, title, receivers, path: `verk/${work}`, write });
    }),
    on(contributionSent, async (event, occurrence, db) => {
      const { from, to, work, title, contribution, message } = event;
      const path = `verk/${work}/bidrag/${contribution}`;
      await post({
        db,
        occurrence,
        from,
        title,
        receivers: [to],
        path,
        write: (about) => contributionLetter(about, message),
      });
    }),
    on(contributionAnswered, async (event, occurrence, db) => {
      const { from, to, work, title, contribution, state, reason } = event;
      const path = `verk/${work}/bidrag/${contribution}`;
      const write = (about: About): Letter =>
        answeredLetter(about, { accepted: state === 'accepted', reason });
      await post({ db, occurrence, from: to, title, receivers: [from], path, write });
    }),
  ];
}

type Telling = {
  readonly db: Db;
  readonly occurrence: Occurrence;
  readonly from: string;
  readonly title: Localised;
  readonly receivers: readonly string[];
  /** Below the receiver's place of work. */
  readonly path: string;
  readonly write: (about: About) => Letter;
};

async function sendAll(origin: string, telling: Telling): Promise<void> {
  for (const receiver of telling.receivers) {
    await telling.db.transaction({ organisation: receiver, person: null }, (tx) =>
      sendOne(tx, { origin, receiver, ...telling }),
    );
  }
}

type One = Telling & { readonly origin: string; readonly receiver: string };

/** The letter's id follows from event and receiver: an event that comes twice writes no second letter. */
async function sendOne(
  tx: Tx,
  { origin, receiver, occurrence, from, title, path, write }: One,
): Promise<void> {
  const { email } = await findProfile(tx, receiver);
  const id = letterId(occurrence.id, receiver);
  if (email === null || (await isQueued(tx, receiver, id))) return;
  const names = await findNames(tx, [from]);
  const link = `${origin}/arbete/${receiver}/${path}`;
  const { subject, text } = write({ title: pickText(title, 'sv'), from: names.get(from) ?? from, link });
  await queueMail(tx, {
    id,
    organisation: receiver,
    to: email,
    subject,
    text,
    language: 'sv',
    at: occurrence.at,
  });
}

async function isQueued(tx: Tx, organisation: string, id: string): Promise<boolean> {
  const { rows } = await sql`
    select from platform.mails where organisation_id = ${organisation} and id = ${id}`.execute(tx);
  return rows.length > 0;
}

/** UUID version 8 (RFC 9562): made from a hash. */
function letterId(event: string, receiver: string): string {
  const hex = createHash('sha256').update(`${event} ${receiver}`).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
