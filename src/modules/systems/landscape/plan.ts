import { addMonths, type Day } from '../../../kernel/dates/index.ts';
import { isoDay } from '../../../platform/text/index.ts';
import { termOf } from '../model/contract.ts';
import type { Row } from './row.ts';
import { renewedEvery } from './lacks.ts';

export const planKinds = [
  'notice',
  'ends',
  'assessment',
  'accessibility',
  'confirm',
  'starts',
  'stops',
] as const;
export type PlanKind = (typeof planKinds)[number];

/** What has to be done about a system, and by which day. */
export type PlanItem = { readonly day: Day; readonly kind: PlanKind; readonly row: Row };

type Dated = readonly (readonly [PlanKind, Day | null | undefined])[];

const again = (day: Day | undefined, months: number): Day | undefined =>
  day === undefined ? undefined : addMonths(day, months);

function datesOf({ facts, confirmedAt }: Row): Dated {
  const term = termOf(facts);
  const { assessment, assessmentOn, accessibilityOn, from, until, status } = facts;
  return [
    ['notice', term?.noticeBy],
    ['ends', term?.ends],
    ['assessment', assessment === 'done' ? again(assessmentOn, renewedEvery.assessment) : undefined],
    ['accessibility', again(accessibilityOn, renewedEvery.accessibility)],
    ['confirm', addMonths(isoDay(confirmedAt), 12)],
    ['starts', status === 'planned' || status === 'pilot' ? from : undefined],
    ['stops', until],
  ];
}

/** A month as "2027-03", with what comes in it, in order of days. */
export type PlanMonth = { readonly month: string; readonly items: readonly PlanItem[] };

/**
 * What comes in the months from today's, every month there even when nothing does. What is late, of that which can
 * still be done, comes in `late`.
 */
export function planOf(
  rows: readonly Row[],
  today: Day,
  months = 12,
): { readonly late: readonly PlanItem[]; readonly months: readonly PlanMonth[] } {
  const items = rows
    .filter(({ facts }) => facts.status !== 'ended')
    .flatMap((row) => datesOf(row).flatMap(([kind, day]) => (day == null ? [] : [{ day, kind, row }])))
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const first = `${today.slice(0, 7)}-01`;
  const names = Array.from({ length: months }, (_, at) => addMonths(first, at).slice(0, 7));
  return {
    late: items.filter(({ day, kind }) => day < today && canBeLate(kind)),
    months: names.map((month) => ({
      month,
      items: items.filter(({ day }) => day.startsWith(month) && day >= today),
    })),
  };
}

function canBeLate(kind: PlanKind): boolean {
  switch (kind) {
    case 'assessment':
    case 'accessibility':
    case 'confirm':
    case 'ends':
      return true;
    case 'notice':
    case 'starts':
    case 'stops':
      return false;
  }
}
