import type { Tx } from '../../../platform/db/index.ts';
import type { Case } from '../model/case.ts';
import type { Life } from '../model/life.ts';
import { caseOf, lifeColumns } from './rows.ts';

export type CaseKey = { readonly organisation: string; readonly id: string };

/** A case of the organisation. Who reads it must be logged: staff go through `readCase`. */
export async function findCase(tx: Tx, key: CaseKey): Promise<Case | null> {
  const row = await tx
    .selectFrom('cases.cases')
    .selectAll()
    .where('organisation_id', '=', key.organisation)
    .where('id', '=', key.id)
    .executeTakeFirst();
  return row === undefined ? null : caseOf(row);
}

/** The same, held until the transaction ends: whoever else acts on the case waits. */
export async function lockCase(tx: Tx, key: CaseKey): Promise<Case | null> {
  const row = await tx
    .selectFrom('cases.cases')
    .selectAll()
    .where('organisation_id', '=', key.organisation)
    .where('id', '=', key.id)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? null : caseOf(row);
}

/** Writes how a case stands from `today` on. */
export async function saveLife(tx: Tx, key: CaseKey, life: Life, today: string): Promise<void> {
  const decided = life.status.kind === 'decided';
  const closed = life.status.kind === 'closed';
  await tx
    .updateTable('cases.cases')
    .set((row) => ({
      ...lifeColumns(life),
      ...(decided ? { decided_on: row.fn.coalesce('decided_on', row.val(today)) } : {}),
      ...(closed ? { closed_on: today } : {}),
    }))
    .where('organisation_id', '=', key.organisation)
    .where('id', '=', key.id)
    .execute();
}
