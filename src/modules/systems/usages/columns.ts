import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import { fieldIds, fieldOf, isField, type FieldId } from '../model/fields.ts';

/** What fits in a cell: many boxes do not, nor long texts. */
export const columnIds: readonly FieldId[] = fieldIds.filter((id) => {
  const field = fieldOf(id);
  switch (field.type) {
    case 'choices':
      return false;
    case 'names':
      return field.of !== 'component';
    case 'text':
      return field.longest <= 200;
    case 'day':
    case 'whole':
    case 'choice':
    case 'texts':
    case 'name':
      return true;
  }
});

/** More than a person can look over. */
export const mostColumns = 12;

const usual: readonly FieldId[] = [
  'status',
  'units',
  'owner',
  'contact',
  'contactEmail',
  'contractEnds',
  'noticeMonths',
];

/** The columns that the organisation fills in its systems by, in the order of the table of fields. */
export async function findColumns(tx: Tx, organisation: string): Promise<readonly FieldId[]> {
  const { rows } = await sql<{ columns: readonly string[] }>`
    select columns from systems.sheet_columns where organisation_id = ${organisation}`.execute(tx);
  const chosen = new Set((rows[0]?.columns ?? usual).filter(isField));
  return columnIds.filter((id) => chosen.has(id));
}

export async function saveColumns(
  tx: Tx,
  organisation: string,
  { columns, at }: { readonly columns: readonly FieldId[]; readonly at: Date },
): Promise<void> {
  await sql`
    insert into systems.sheet_columns (organisation_id, columns, changed_at)
    values (${organisation}, ${columns}::text[], ${at})
    on conflict (organisation_id) do update set columns = excluded.columns, changed_at = excluded.changed_at`.execute(
    tx,
  );
}
