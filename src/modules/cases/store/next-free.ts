import type { Tx } from '../../../platform/db/index.ts';
import type { Case } from '../model/case.ts';
import { caseOf } from './rows.ts';

/** The open case without a handler whose deadline is nearest, held. Cases that others hold are passed by. */
export async function lockNextFree(tx: Tx, organisation: string): Promise<Case | null> {
  const row = await tx
    .selectFrom('cases.cases')
    .selectAll()
    .where('organisation_id', '=', organisation)
    .where('handler_id', 'is', null)
    .where('state_kind', 'in', ['received', 'working'])
    .orderBy('next_on', (order) => order.asc().nullsLast())
    .orderBy('opened_at')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row === undefined ? null : caseOf(row);
}
