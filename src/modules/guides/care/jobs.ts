import { z } from 'zod';
import { pickText } from '../../../kernel/index.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Db, Tx } from '../../../platform/db/index.ts';
import { link } from '../../../platform/http/index.ts';
import { defineTask, handle, type Task } from '../../../platform/jobs/index.ts';
import { queueMail } from '../../../platform/mail/index.ts';
import { formatDate, isoDay } from '../../../platform/text/index.ts';
import { findProfile } from '../../organisations/index.ts';
import { care as at } from '../routes/addresses.ts';
import { listCare, markReminded, type CareRow } from '../store/care.ts';
import { careTexts } from '../texts/care.ts';
import { daysUntil, dueReminder, monthsOn } from './review.ts';

/** Reminds those who answer for guides that are to be looked over. Done every night. */
export const remindOfReviews = defineTask('guides.remind-of-reviews', z.unknown());

export type ReminderOptions = {
  readonly db: Db;
  readonly clock: Clock;
  readonly newId: () => string;
  /** Scheme and host, for links in letters. */
  readonly origin: string;
  readonly organisations: () => Iterable<string>;
};

/** Guides that are looked at in one go. */
const perPage = 100;

export function reviewsReminded(options: ReminderOptions): Task {
  return handle(remindOfReviews, async () => {
    for (const organisation of options.organisations()) {
      await options.db.transaction({ organisation, person: null }, (tx) => remind(tx, organisation, options));
    }
  });
}

/** The letter and the mark that it was written are kept together, so that it is sent once. */
async function remind(
  tx: Tx,
  organisation: string,
  { clock, newId, origin }: Omit<ReminderOptions, 'db' | 'organisations'>,
): Promise<void> {
  const now = clock();
  const today = isoDay(now);
  const by = monthsOn(today, 4);
  for (let offset = 0; ; offset += perPage) {
    const rows = await listCare(tx, organisation, {
      by,
      ownerless: false,
      works: null,
      limit: perPage,
      offset,
    });
    for (const row of rows) {
      const due = dueReminder(today, row);
      if (due === null) continue;
      const to = row.ownerEmail ?? (await findProfile(tx, organisation)).email;
      if (to === null) continue;
      // Another day or owner may have been set since it was read; the next night reminds of that.
      if (!(await markReminded(tx, organisation, { ...row, days: due }))) continue;
      await queueMail(tx, {
        id: newId(),
        organisation,
        to,
        at: now,
        ...letterOf(row, { today, origin, organisation }),
      });
    }
    if (rows.length < perPage) return;
  }
}

type About = { readonly today: string; readonly origin: string; readonly organisation: string };

function letterOf({ work, title, reviewOn }: CareRow, { today, origin, organisation }: About) {
  const { letter } = careTexts('sv');
  const guide = pickText(title, 'sv');
  const day = formatDate(new Date(reviewOn), 'sv');
  const left = daysUntil(today, reviewOn);
  const late = left < 0;
  return {
    subject: late ? letter.lateSubject(guide, day) : letter.subject(guide, left),
    text: letter.text(
      (late ? letter.late : letter.due)(guide, day),
      `${origin}${link(at.guide, { organisation, work })}`,
    ),
    language: 'sv',
  } as const;
}
