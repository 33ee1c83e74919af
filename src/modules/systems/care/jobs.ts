import { z } from 'zod';
import { addMonths, daysBetween, noonOf } from '../../../kernel/dates/index.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Db, Tx } from '../../../platform/db/index.ts';
import { link } from '../../../platform/http/index.ts';
import { defineTask, handle, type Task } from '../../../platform/jobs/index.ts';
import { queueMail } from '../../../platform/mail/index.ts';
import { formatDate, isoDay } from '../../../platform/text/index.ts';
import { findNames, findProfile } from '../../organisations/index.ts';
import { own as at } from '../addresses.ts';
import { readCatalogue } from '../catalogue/reading.ts';
import { tellOfNotice } from '../connections/webhooks/news.ts';
import { remindersOf } from '../landscape/reminding.ts';
import { byName, rowOf, type Row } from '../landscape/row.ts';
import { readTaxonomy } from '../taxonomy/store.ts';
import { viewTexts } from '../texts/own-views.ts';
import { listToRemind, markSent, markTold, type Reminder } from '../usages/reminders.ts';

/** Reminds those who answer for systems of what is to be confirmed and given notice. Done every night. */
export const remindOfSystems = defineTask('systems.remind', z.unknown());

export type ReminderOptions = {
  readonly db: Db;
  readonly clock: Clock;
  readonly newId: () => string;
  /** Scheme and host, for links in letters. */
  readonly origin: string;
  readonly organisations: () => Iterable<string>;
};

export function systemsReminded(options: ReminderOptions): Task {
  return handle(remindOfSystems, async () => {
    for (const organisation of options.organisations()) {
      await options.db.transaction({ organisation, person: null }, (tx) => remind(tx, organisation, options));
    }
  });
}

type About = {
  readonly organisation: string;
  readonly name: string;
  readonly origin: string;
  readonly today: string;
};

type Letter = { readonly to: string; readonly subject: string; readonly text: string };

/**
 * The letters and the marks that they were written are kept together, so that each is sent once. Where there is nobody to
 * write to, nothing is marked: whoever gets an address gets the letter then.
 */
async function remind(
  tx: Tx,
  organisation: string,
  { clock, newId, origin }: Omit<ReminderOptions, 'db' | 'organisations'>,
): Promise<void> {
  const now = clock();
  const today = isoDay(now);
  const usages = await listToRemind(tx, organisation, noonOf(addMonths(today, -12)));
  if (usages.length === 0) return;
  const reminders = usages.flatMap((usage) => remindersOf(usage, today));
  const notices = reminders.filter(({ kind }) => kind === 'notice');
  for (const usage of await markTold(tx, organisation, notices, now))
    await tellOfNotice(tx, organisation, { usage, id: newId(), at: now });
  const { email } = await findProfile(tx, organisation);
  const known = new Map(usages.map(({ id, facts }) => [id, facts.contactEmail ?? email]));
  const toOf = (usage: string): string | null => known.get(usage) ?? null;
  const written = reminders.filter(({ usage }) => toOf(usage) !== null);
  const due = await markSent(tx, organisation, written, now);
  if (due.length === 0) return;
  const taxonomy = await readTaxonomy(tx, organisation);
  const ground = { catalogue: await readCatalogue(tx), taxonomy };
  const rows = new Map(usages.map((usage) => [usage.id, rowOf(ground, usage)]));
  const name = (await findNames(tx, [organisation])).get(organisation) ?? organisation;
  for (const letter of lettersOf(due, { rows, toOf, about: { organisation, name, origin, today } })) {
    await queueMail(tx, { ...letter, id: newId(), organisation, at: now, language: 'sv' });
  }
}

type Given = {
  readonly rows: ReadonlyMap<string, Row>;
  readonly toOf: (usage: string) => string | null;
  readonly about: About;
};

/** One letter on all that a person is to confirm, and one on each contract. Nobody to write to is no letter. */
function lettersOf(due: readonly Reminder[], given: Given): readonly Letter[] {
  const known = due.flatMap((reminder) => {
    const [row, to] = [given.rows.get(reminder.usage), given.toOf(reminder.usage)];
    return row === undefined || to === null ? [] : [{ reminder, row, to }];
  });
  const confirm = Map.groupBy(
    known.filter(({ reminder }) => reminder.kind === 'confirm'),
    ({ to }) => to,
  );
  return [
    ...[...confirm].map(([to, all]) => ({
      to,
      ...confirmLetter(
        all.map(({ row }) => row),
        given.about,
      ),
    })),
    ...known
      .filter(({ reminder }) => reminder.kind === 'notice')
      .map(({ reminder, row, to }) => ({ to, ...noticeLetter(row, reminder, given.about) })),
  ];
}

const mostNamed = 50;

function confirmLetter(rows: readonly Row[], { organisation, name, origin }: About): Omit<Letter, 'to'> {
  const { letters } = viewTexts('sv');
  const names = rows.toSorted(byName).slice(0, mostNamed);
  return {
    subject: letters.confirmSubject(rows.length),
    text: letters.confirmText(
      name,
      names.map((row) => row.name),
      `${origin}${link(at.due, { organisation })}`,
    ),
  };
}

const say = (day: string): string => formatDate(noonOf(day), 'sv');

function noticeLetter(
  row: Row,
  { due }: Reminder,
  { organisation, name, origin, today }: About,
): Omit<Letter, 'to'> {
  const { letters } = viewTexts('sv');
  return {
    subject: letters.noticeSubject(row.name, daysBetween(today, due)),
    text: letters.noticeText({
      name: row.name,
      organisation: name,
      noticeBy: say(due),
      ends: say(row.facts.contractEnds ?? due),
      address: `${origin}${link(at.usage, { organisation, usage: row.id })}`,
    }),
  };
}
