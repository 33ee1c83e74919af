import { addMonths } from '../../../kernel/dates/index.ts';
import type { Facts } from './fields.ts';

export type Term = {
  readonly ends: string;
  /** The last day to give notice; null where nothing is said of notice. */
  readonly noticeBy: string | null;
  /** The day it ends when every extension is used. */
  readonly latest: string;
};

/** When a contract ends and must be given notice; null where its end is not known. */
export function termOf(facts: Facts): Term | null {
  const { contractEnds: ends, noticeMonths, extensions, extensionMonths } = facts;
  if (ends === undefined) return null;
  const longer = (extensions ?? 0) * (extensionMonths ?? 0);
  return {
    ends,
    noticeBy: noticeMonths === undefined ? null : addMonths(ends, -noticeMonths),
    latest: addMonths(ends, longer),
  };
}
