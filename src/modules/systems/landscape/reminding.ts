import { addDays, addMonths, type Day } from '../../../kernel/dates/index.ts';
import { isoDay } from '../../../platform/text/index.ts';
import { termOf } from '../model/contract.ts';
import type { Usage } from '../model/usage.ts';
import type { Reminder } from '../usages/reminders.ts';

/** Days before the last day of notice when those concerned are told. */
const noticeAhead = [180, 90, 30] as const;

/** Months after which the facts are to be confirmed again. */
const confirmMonths = 12;

/**
 * What there is to be reminded of today about one system, whether or not it has been said before. When several days
 * have gone by unsaid, only the nearest is said.
 */
export function remindersOf(
  { id, facts, confirmedAt }: Pick<Usage, 'id' | 'facts' | 'confirmedAt'>,
  today: Day,
): readonly Reminder[] {
  const confirm = addMonths(isoDay(confirmedAt), confirmMonths);
  const noticeBy = termOf(facts)?.noticeBy ?? null;
  const ahead =
    noticeBy === null ? undefined : noticeAhead.findLast((days) => addDays(noticeBy, -days) <= today);
  return [
    ...(confirm <= today ? [{ usage: id, kind: 'confirm', due: confirm, ahead: 0 } as const] : []),
    ...(noticeBy !== null && ahead !== undefined && noticeBy >= today
      ? [{ usage: id, kind: 'notice', due: noticeBy, ahead } as const]
      : []),
  ];
}
